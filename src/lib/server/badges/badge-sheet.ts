// What the office prints: who has a badge, new ones, and ending them. The badge itself carries an animal and
// no name; the name stands on a strip that is cut off when the badge is given.
import type { Language } from '$lib/domain/check-in';
import { badgesIssuedAt } from '../database/badges';
import { childrenOf } from '../database/inbox';
import { schoolById } from '../database/school';
import type { RunningServer } from '../running';
import { classesForCards } from '../secret-pictures/picture-cards';
import { issueBadges, voidBadges } from './badges';

export interface ClassForBadges {
	/** `null`: the children without a class. */
	classId: string | null;
	/** `null` with it. */
	name: string | null;
	/** By name. */
	pupils: { pupilId: string; name: string; hasBadge: boolean }[];
}

export interface PrintedBadge {
	/** For the strip: first name, and what tells two of one name in the class apart. */
	name: string;
	/** The child's, else the school's. */
	language: Language;
	/** Animal id, as the child knows itself on the tablet. */
	animal: string;
	/** What the QR code says. */
	text: string;
}

/** Those with children in them, by name; last the children without a class. */
export async function classesForBadges(
	running: RunningServer,
	schoolId: string
): Promise<ClassForBadges[]> {
	const issued = await badgesIssuedAt(running.db, schoolId);
	const classes = await classesForCards(running, schoolId);
	return classes.map(({ classId, name, pupils }) => ({
		classId,
		name,
		pupils: pupils.map(({ pupilId, name }) => ({ pupilId, name, hasBadge: issued.has(pupilId) }))
	}));
}

export interface WhoseBadges {
	schoolId: string;
	/** `null`: the children without a class. */
	classId: string | null;
	/** `with` and `without`: those who have one now, or have none. */
	whom: 'with' | 'without' | 'all' | { pupilId: string };
	/** A staff id. */
	by: string;
}

async function chosenBy(running: RunningServer, { schoolId, classId, whom }: WhoseBadges) {
	const all = await classesForBadges(running, schoolId);
	const inClass = all.find((one) => one.classId === classId)?.pupils ?? [];
	return inClass.filter(({ pupilId, hasBadge }) => {
		if (typeof whom === 'object') return pupilId === whom.pupilId;
		return whom === 'all' || hasBadge === (whom === 'with');
	});
}

/** New badges, in the order of the list; the old ones stop working. Nobody is an empty list. */
export async function makeBadges(
	running: RunningServer,
	whose: WhoseBadges
): Promise<PrintedBadge[]> {
	const { schoolId, by } = whose;
	const chosen = await chosenBy(running, whose);
	if (chosen.length === 0) return [];
	const pupilIds = chosen.map(({ pupilId }) => pupilId);
	const school = await schoolById(running.db, schoolId);
	const children = await childrenOf(running.db, schoolId, pupilIds);
	const issued = await issueBadges(running, { schoolId, pupilIds, by });
	return chosen.flatMap(({ pupilId, name }) => {
		const badge = issued.find((one) => one.pupilId === pupilId);
		const child = children.get(pupilId);
		if (!badge || !child) return [];
		const language = child.language ?? school?.language ?? 'en';
		return { name, language, animal: child.picture, text: badge.text };
	});
}

/** They stop working now. Says how many did. */
export async function endBadges(running: RunningServer, whose: WhoseBadges): Promise<number> {
	const chosen = await chosenBy(running, whose);
	const pupilIds = chosen.map(({ pupilId }) => pupilId);
	return voidBadges(running, { schoolId: whose.schoolId, pupilIds, by: whose.by });
}
