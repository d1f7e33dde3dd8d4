// What helps one child: what they did in the calm space and said afterwards, in words. Never counted, never
// ranked.
import type { CalmSaying } from '$lib/domain/calm-time';
import { childrenOf, adultsOf } from '../database/inbox';
import type { Db } from '../database/open';
import { loadSchoolRules } from '../database/school-rules';
import type { RequestViewer } from '../database/visible-requests';
import { nameableChildren } from '../entries/say-whose';
import type { RunningServer } from '../running';
import {
	nameOf,
	nameOfAdult,
	sayTime,
	type SaidChild,
	type SaidTime
} from '../talk-requests/say-request';
import { knownCalmTimes } from './known-calm-times';

/** More than these nobody reads; the latest say most. */
const MOST_SAID = 60;

export interface HelpsLine extends CalmSaying {
	id: string;
	/** It came in under another face, and this grown-up says that it was this child. */
	saidBy: string | null;
}

export interface HelpsDay {
	at: SaidTime;
	lines: HelpsLine[];
}

export interface WhatHelps {
	child: SaidChild;
	/** The latest first. */
	days: HelpsDay[];
	/** There was more before. */
	isCut: boolean;
}

/**
 * `null` when there is no such child, or when this viewer neither has anything to do with them nor may know
 * of anything. Whoever is kept from a child of their class has the page, with nothing on it: its absence
 * would tell them so.
 */
export async function loadWhatHelps(
	{ db, config }: RunningServer,
	viewer: RequestViewer,
	pupilId: string,
	now: number
): Promise<WhatHelps | null> {
	const { schoolId } = viewer;
	const child = (await childrenOf(db, schoolId, [pupilId])).get(pupilId);
	if (!child) return null;
	const times = await knownCalmTimes(db, viewer, { pupilId }, now);
	if (times.length === 0 && !(await hasToDoWith(db, viewer, pupilId))) return null;
	const rules = await loadSchoolRules(db, schoolId, config);
	const adults = await adultsOf(db, schoolId);
	const days = new Map<string, HelpsDay>();
	for (const { calmId, at, activity, name, ended, after, saidById } of times.slice(0, MOST_SAID)) {
		const said = sayTime(at, { rules, now });
		const day = days.get(said.date) ?? { at: said, lines: [] };
		days.set(said.date, day);
		const saidBy = saidById === null ? null : nameOfAdult(adults, saidById);
		day.lines.push({ id: calmId, activity, name, ended, after, saidBy });
	}
	const { picture, className, emblem } = child;
	return {
		child: { kind: 'known', name: nameOf(child), picture, className, emblem },
		days: [...days.values()],
		isCut: times.length > MOST_SAID
	};
}

const hasToDoWith = async (db: Db, viewer: RequestViewer, pupilId: string): Promise<boolean> =>
	(await nameableChildren(db, viewer)).some((one) => one.pupilId === pupilId);
