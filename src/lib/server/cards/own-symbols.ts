// Symbols of the school's own on feeling cards: pictures of dots, drawn in the browser that sends them. A
// feeling without one keeps its face.
import { isFeeling } from '$lib/content/cards';
import { IMAGE_TYPES } from '$lib/domain/school-file';
import type { Db } from '../database/open';
import { listSchoolFiles } from '../database/school-files';
import type { RunningServer } from '../running';
import { dropFile, keepFile, type FileProblem } from '../school-files/school-files';
import { ownWordOf } from './own-words';

/** Drawn with an edge of 320 pixels; a photo of that size stays well below. */
const SYMBOL_RULES = { types: IMAGE_TYPES, mostBytes: 256 * 1024 };

type By = { schoolId: string; staffId: string };

/** Digests by feeling: a card's id, or a word of the school's own. */
export async function ownSymbols(db: Db, schoolId: string): Promise<Record<string, string>> {
	const files = await listSchoolFiles(db, schoolId, ['symbol']);
	return Object.fromEntries(files.map(({ name, digest }) => [name, digest]));
}

/** `unknown` when there is no such feeling. */
export async function setOwnSymbol(
	running: RunningServer,
	by: By,
	{ feeling, bytes }: { feeling: string; bytes: Uint8Array }
): Promise<'kept' | 'unknown' | FileProblem> {
	const isKnown =
		isFeeling(feeling) || (await ownWordOf(running.db, by.schoolId, feeling)) !== null;
	if (!isKnown) return 'unknown';
	return keepFile(running, by, { kind: 'symbol', name: feeling, bytes }, SYMBOL_RULES);
}

export const dropOwnSymbol = (running: RunningServer, by: By, feeling: string) =>
	dropFile(running, by, { kind: 'symbol', name: feeling });
