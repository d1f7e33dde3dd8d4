// Fluent Emoji (MIT, Microsoft). Imported only by AnimalPicture, when the first animal is shown.
import type { Component } from 'svelte';
import type { SvelteHTMLElements } from 'svelte/elements';
import Badger from '~icons/fluent-emoji-flat/badger';
import Bear from '~icons/fluent-emoji-flat/bear';
import Beaver from '~icons/fluent-emoji-flat/beaver';
import Bee from '~icons/fluent-emoji-flat/honeybee';
import Butterfly from '~icons/fluent-emoji-flat/butterfly';
import Cat from '~icons/fluent-emoji-flat/cat-face';
import Chipmunk from '~icons/fluent-emoji-flat/chipmunk';
import Crab from '~icons/fluent-emoji-flat/crab';
import Deer from '~icons/fluent-emoji-flat/deer';
import Dinosaur from '~icons/fluent-emoji-flat/sauropod';
import Dog from '~icons/fluent-emoji-flat/dog-face';
import Dolphin from '~icons/fluent-emoji-flat/dolphin';
import Dragon from '~icons/fluent-emoji-flat/dragon-face';
import Duck from '~icons/fluent-emoji-flat/duck';
import Fish from '~icons/fluent-emoji-flat/tropical-fish';
import Flamingo from '~icons/fluent-emoji-flat/flamingo';
import Fox from '~icons/fluent-emoji-flat/fox';
import Frog from '~icons/fluent-emoji-flat/frog';
import Hamster from '~icons/fluent-emoji-flat/hamster';
import Hedgehog from '~icons/fluent-emoji-flat/hedgehog';
import Horse from '~icons/fluent-emoji-flat/horse-face';
import Kangaroo from '~icons/fluent-emoji-flat/kangaroo';
import Koala from '~icons/fluent-emoji-flat/koala';
import Ladybird from '~icons/fluent-emoji-flat/lady-beetle';
import Lion from '~icons/fluent-emoji-flat/lion';
import Octopus from '~icons/fluent-emoji-flat/octopus';
import Otter from '~icons/fluent-emoji-flat/otter';
import Owl from '~icons/fluent-emoji-flat/owl';
import Panda from '~icons/fluent-emoji-flat/panda';
import Parrot from '~icons/fluent-emoji-flat/parrot';
import Penguin from '~icons/fluent-emoji-flat/penguin';
import Rabbit from '~icons/fluent-emoji-flat/rabbit-face';
import Raccoon from '~icons/fluent-emoji-flat/raccoon';
import Robin from '~icons/fluent-emoji-flat/bird';
import Seal from '~icons/fluent-emoji-flat/seal';
import Sheep from '~icons/fluent-emoji-flat/ewe';
import Swan from '~icons/fluent-emoji-flat/swan';
import Tiger from '~icons/fluent-emoji-flat/tiger-face';
import Turtle from '~icons/fluent-emoji-flat/turtle';
import Unicorn from '~icons/fluent-emoji-flat/unicorn';
import Whale from '~icons/fluent-emoji-flat/spouting-whale';
import Wolf from '~icons/fluent-emoji-flat/wolf';
import type { AnimalId } from './animals';

export const animalDrawings: Record<AnimalId, Component<SvelteHTMLElements['svg']>> = {
	fox: Fox,
	rabbit: Rabbit,
	cat: Cat,
	dog: Dog,
	bear: Bear,
	panda: Panda,
	koala: Koala,
	lion: Lion,
	tiger: Tiger,
	frog: Frog,
	penguin: Penguin,
	robin: Robin,
	duck: Duck,
	owl: Owl,
	horse: Horse,
	unicorn: Unicorn,
	bee: Bee,
	butterfly: Butterfly,
	ladybird: Ladybird,
	turtle: Turtle,
	octopus: Octopus,
	fish: Fish,
	dolphin: Dolphin,
	whale: Whale,
	seal: Seal,
	crab: Crab,
	hedgehog: Hedgehog,
	otter: Otter,
	chipmunk: Chipmunk,
	hamster: Hamster,
	wolf: Wolf,
	raccoon: Raccoon,
	badger: Badger,
	deer: Deer,
	sheep: Sheep,
	dinosaur: Dinosaur,
	parrot: Parrot,
	flamingo: Flamingo,
	swan: Swan,
	beaver: Beaver,
	kangaroo: Kangaroo,
	dragon: Dragon
};
