// Strings that a child could have tapped or typed, searched wherever something is kept.
import { randomBytes } from 'node:crypto';
import type { Figure } from '../support/figure';
import { ChildWordsOnKiosk } from '../support/child-words';
import { KioskPage } from '../support/kiosk-page';
import { checkIn, EngineRoom, untilEmpty, type ToKeep } from './support/engine-room';
import { InstalledKiosk } from './support/installed-kiosk';
import { foundIn } from './support/search-files';
import { visitUntilOffer } from './support/visits';

/** What a visit by taps would leave if anything of it were kept unsealed. */
const TRACES_OF_TAPS = [
	'"feeling":"calm"',
	'"wish":{"kind":',
	'"certainty":"',
	'"excludedAdultIds":[',
	'"kind":"check-in"'
];
const MOST_SHOWN = 5;

export const figure: Figure = {
	name: 'canaries',
	promise:
		'Nothing that a child tapped or typed can be read from a tablet, a log or a notice, and no words from the database.',
	unit: 'strings, half typed (one of them key by key on the screen) and half tapped, searched in the browser’s profile (while they wait and after), the log and the notices; those typed also in the database and its WAL',
	target:
		'found 0; the children’s first names may be on the tablet, and are looked for as a check of the search',
	tries: 50,
	async run({ tries, say }) {
		const typed = Array.from({ length: Math.ceil(tries / 2) - 1 }, newCanary);
		// Typed on the screen, the others past it.
		const onScreen = newCanary();
		typed.push(onScreen);
		const tapped = Array.from({ length: Math.floor(tries / 2) }, newCanary);
		const kiosk = await InstalledKiosk.install({
			place: 'class',
			environment: { LOG_LEVEL: 'debug' }
		});
		try {
			const { profile } = kiosk.tablet;
			await keepAll(kiosk, typed.slice(0, -1), tapped);
			// Ended as by a person, so that whatever it had in mind is on the disk.
			await kiosk.restartTablet('close');
			await visit(kiosk, onScreen);
			const onTablet = [...typed, ...tapped, ...TRACES_OF_TAPS];
			const found = foundIn([profile], onTablet);
			say(`while they wait: ${found.length} found`);
			await kiosk.server.start();
			const page = await kiosk.tablet.page();
			await new KioskPage(page, kiosk).open();
			await untilEmpty(page);
			await kiosk.restartTablet('close');
			found.push(...foundIn([profile], onTablet));
			say(`after they were sent: ${found.length} found`);
			const stored = await storedEnvelopes(kiosk);
			found.push(...foundIn([kiosk.server.dataDir], typed).map((where) => `data/${where}`));
			found.push(...mentions(kiosk.server.output, [...typed, ...tapped, ...TRACES_OF_TAPS], 'log'));
			found.push(...mentions(await noticesSent(kiosk), [...typed, ...tapped], 'notices'));
			for (const where of found.slice(0, MOST_SHOWN)) say(`found in ${where}`);
			if (foundIn([profile], [kiosk.school.child.firstName]).length === 0)
				throw new Error('The search does not find the first name that is on the tablet.');
			if (stored < tries)
				throw new Error(`Of ${tries} strings only ${stored} envelopes reached the database.`);
			return {
				measured: { strings: tries, found: found.length, stored },
				tries,
				holds: found.length === 0
			};
		} finally {
			await kiosk.remove();
		}
	}
};

/** Not to be found by chance, and not to be compressed away. */
const newCanary = (): string => `canary-${randomBytes(18).toString('base64url')}`;

/** One envelope for each, kept while the server is gone. */
async function keepAll(
	kiosk: InstalledKiosk,
	typed: readonly string[],
	tapped: readonly string[]
): Promise<void> {
	const page = await kiosk.tablet.page();
	const room = await EngineRoom.open(page, kiosk.origin);
	await kiosk.server.kill();
	const { pupilId } = kiosk.school.child;
	await room.keep([
		...typed.map((words): ToKeep => ({ routing: checkIn(pupilId), words })),
		...tapped.map((feeling): ToKeep => ({ routing: checkIn(pupilId, { feeling }), words: null }))
	]);
	await page.close();
}

/** By taps and keys, on the real screens, as a child does. */
async function visit(kiosk: InstalledKiosk, text: string): Promise<void> {
	const page = await kiosk.tablet.page();
	const screens = new KioskPage(page, kiosk);
	await screens.open();
	await visitUntilOffer(screens, kiosk.school);
	const words = new ChildWordsOnKiosk(screens);
	await words.open();
	await words.openWay('type');
	await words.type(text);
	// Taken away, and typed again: what was there before is gone, too.
	await words.field.fill('');
	await words.type(text);
	await words.ready();
	await screens.wish('skip', kiosk.school.child.firstName);
	await screens.finish();
	await page.close();
}

const mentions = (text: string, strings: readonly string[], where: string): string[] =>
	strings.filter((string) => text.includes(string)).map((string) => `${where}: ${string}`);

/** Everything that notices were made of, as one text. */
async function noticesSent(kiosk: InstalledKiosk): Promise<string> {
	const rows = await kiosk.school.running.db
		.selectFrom('notice')
		.selectAll()
		.where('school_id', '=', kiosk.school.schoolId)
		.execute();
	return JSON.stringify(rows);
}

async function storedEnvelopes(kiosk: InstalledKiosk): Promise<number> {
	const rows = await kiosk.school.running.db
		.selectFrom('envelope')
		.select('envelope_id')
		.where('school_id', '=', kiosk.school.schoolId)
		.execute();
	return rows.length;
}
