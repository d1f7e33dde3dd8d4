// Fluent Emoji (MIT, Microsoft). Imported only by SecretPicture, when For me is opened.
import type { Component } from 'svelte';
import type { SvelteHTMLElements } from 'svelte/elements';
import Ball from '~icons/fluent-emoji-flat/soccer-ball';
import Balloon from '~icons/fluent-emoji-flat/balloon';
import Bicycle from '~icons/fluent-emoji-flat/bicycle';
import Boat from '~icons/fluent-emoji-flat/sailboat';
import Cup from '~icons/fluent-emoji-flat/teacup-without-handle';
import Drum from '~icons/fluent-emoji-flat/drum';
import House from '~icons/fluent-emoji-flat/house';
import Key from '~icons/fluent-emoji-flat/key';
import Leaf from '~icons/fluent-emoji-flat/maple-leaf';
import Star from '~icons/fluent-emoji-flat/star';
import Tree from '~icons/fluent-emoji-flat/evergreen-tree';
import Umbrella from '~icons/fluent-emoji-flat/umbrella';
import type { SecretPictureId } from './secret-pictures';

export const secretDrawings: Record<SecretPictureId, Component<SvelteHTMLElements['svg']>> = {
	key: Key,
	boat: Boat,
	star: Star,
	umbrella: Umbrella,
	house: House,
	cup: Cup,
	bicycle: Bicycle,
	leaf: Leaf,
	ball: Ball,
	drum: Drum,
	balloon: Balloon,
	tree: Tree
};
