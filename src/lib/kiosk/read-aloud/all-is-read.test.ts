// What a screen shows, its ear reads: a child who cannot read must not miss that something was not kept. Found in
// the source of each screen and of what it is made of, so that a new sentence is not forgotten.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { stringsOn, type ReadScreen } from '$lib/content/read-aloud';
import { kioskMessage } from '$lib/i18n/kiosk-messages';

const KIOSK = join(import.meta.dirname, '..');

/** Not For me: what waits there is never said aloud. */
const SCREENS: [ReadScreen, string][] = [
	['rest', 'screens/RestScreen.svelte'],
	['class', 'screens/ClassScreen.svelte'],
	['who', 'screens/WhoScreen.svelte'],
	['who-sure', 'for-me/WhoSureScreen.svelte'],
	['feelings', 'screens/FeelingsScreen.svelte'],
	['needs', 'screens/NeedsScreen.svelte'],
	['offer', 'screens/OfferScreen.svelte'],
	['others', 'screens/OthersScreen.svelte'],
	['my-grown-ups', 'screens/MyGrownUpsScreen.svelte'],
	['more-about', 'screens/MoreAboutScreen.svelte'],
	['words', 'child-words/WaysScreen.svelte'],
	['words-type', 'child-words/TypeScreen.svelte'],
	['words-draw', 'child-words/DrawScreen.svelte'],
	['calm', 'calm/CalmScreen.svelte'],
	['goodbye', 'screens/GoodbyeScreen.svelte'],
	['urgent', 'screens/UrgentScreen.svelte'],
	['hidden', 'screens/HiddenScreen.svelte'],
	['still-there', 'screens/StillThereScreen.svelte']
];

/** At the same edges of every screen, with a picture; names of pictures and places for those who use a reader. */
const AT_THE_EDGES = [
	'back',
	'corner.link',
	'door.hide',
	'help',
	'hide',
	'home.title',
	'lang.other',
	'menu.calm',
	'next.ask',
	'notme.cleared',
	'signin.new',
	'signin.not_me'
];

/** What nobody beside the child should hear, names for those who use a reader, and what another screen shows. */
const SILENT: Partial<Record<ReadScreen, string[]>> = {
	needs: [
		'avoid.all',
		'private.short',
		'feel.seen_here',
		'nameless.voice_given',
		'nameless.drawing_given'
	],
	// Whom the child has chosen or left out, and that there are words.
	offer: ['avoid.all', 'offer.anyone', 'nameless.open', 'offer.who_any', 'words.added'],
	// Beside which grown-up.
	others: ['offer.away', 'offer.here'],
	words: ['words.added'],
	'words-type': ['words.title'],
	'words-draw': ['words.pens', 'words.stamps', 'words.paper'],
	calm: ['next', 'words.pens', 'words.stamps', 'words.paper']
};

/** Components, and lists of words; not what only computes. */
function partsOf(file: string): string[] {
	const imported = readFileSync(file, 'utf8').matchAll(
		/['"](\.[^'"]+\.svelte|\.[^'"]+-words)['"]/g
	);
	return [...imported]
		.map(([, path = '']) => join(dirname(file), path.endsWith('.svelte') ? path : `${path}.ts`))
		.filter((part) => existsSync(part));
}

function filesOf(file: string, seen = new Set<string>()): Set<string> {
	if (seen.has(file)) return seen;
	seen.add(file);
	for (const part of partsOf(file)) filesOf(part, seen);
	return seen;
}

const keysIn = (file: string): string[] =>
	[...readFileSync(file, 'utf8').matchAll(/'([a-z_]+(?:\.[\w-]+)*)'/g)]
		.map(([, key = '']) => key)
		.filter((key) => kioskMessage(key) !== null);

describe('the ear of a screen knows all that it shows', () => {
	it.each(SCREENS)('%s', (screen, root) => {
		const silent = SILENT[screen] ?? [];
		const read = new Set<string>([...stringsOn(screen, []), ...AT_THE_EDGES, ...silent]);
		const shown = [...filesOf(join(KIOSK, root))].flatMap(keysIn);
		const unread = shown.filter((key) => !read.has(key) && !kioskMessage(key)?.en.includes('{'));
		expect([...new Set(unread)]).toEqual([]);
	});
});
