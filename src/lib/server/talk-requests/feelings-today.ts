// How the children felt today whose feelings this member of staff may see: by class and name, never by
// feeling, and nothing of another day.
import { RATHER_NOT_SAY } from '$lib/content/cards';
import type { FeelingDetails, FeelingSize } from '$lib/domain/check-in';
import { isMistaken, saidWhose } from '$lib/domain/entry-mark';
import { midnightBefore } from '$lib/domain/school-time';
import { ownWordOf } from '../cards/own-words';
import { entryMarksOf } from '../database/entry-marks';
import type { FeelingWord } from '../database/feeling-words';
import { adultsOf, childrenOf } from '../database/inbox';
import { loadPeople } from '../database/people-around';
import { saidCheckIns, type SaidCheckIn } from '../database/said-check-ins';
import { loadSchoolRules } from '../database/school-rules';
import type { RequestViewer } from '../database/visible-requests';
import { mayKnow, mayKnowAsSaid } from '../entries/may-know';
import type { RunningServer } from '../running';
import { nameOf, nameOfAdult } from './say-request';

export interface ChildFeeling {
	pupilId: string;
	name: string;
	picture: string;
	feeling: string;
	details: FeelingDetails;
	ownWord: Pick<FeelingWord, 'en' | 'cy' | 'stone'> | null;
	/** Not the child but this grown-up says that it is theirs: it came in under another face. */
	saidBy: string | null;
}

export interface ClassFeelings {
	/** `null` for children without a class, who come last. */
	className: string | null;
	emblem: string | null;
	children: ChildFeeling[];
}

type Felt = SaidCheckIn & { feeling: string; saidBy: string | null };

/** @param now milliseconds UTC */
export async function loadFeelings(
	{ db, config }: RunningServer,
	viewer: RequestViewer,
	now: number
): Promise<ClassFeelings[]> {
	const { schoolId } = viewer;
	const { timetable } = await loadSchoolRules(db, schoolId, config);
	const said = await saidCheckIns(db, schoolId, { since: midnightBefore(now, timetable) });
	const pupilIds = said.map(({ pupilId }) => pupilId);
	const marks = await entryMarksOf(
		db,
		schoolId,
		said.map(({ checkInId }) => checkInId)
	);
	const namedIds = [...marks.values()].flatMap((own) => saidWhose(own)?.pupilId ?? []);
	const people = await loadPeople(db, schoolId, {
		pupilIds: [...pupilIds, ...namedIds],
		kioskIds: []
	});
	const adults = await adultsOf(db, schoolId);
	const latest = new Map<string, Felt>();
	/** Kept apart: what a child's own visit said is never replaced by what a grown-up says of another. */
	const latestAsSaid = new Map<string, Felt>();
	for (const one of said) {
		const { checkInId, feeling } = one;
		const own = marks.get(checkInId) ?? [];
		const whose = saidWhose(own);
		if (feeling === null || (isMistaken(own) && !whose)) continue;
		const [into, pupilId] = whose ? [latestAsSaid, whose.pupilId] : [latest, one.pupilId];
		const may = whose
			? mayKnowAsSaid(viewer, one, whose, people, now)
			: mayKnow(viewer, one, people, now);
		if (into.has(pupilId) || !may) continue;
		const saidBy = whose ? nameOfAdult(adults, whose.by) : null;
		into.set(pupilId, { ...one, pupilId, feeling, saidBy });
	}
	const told = [...latest.values(), ...latestAsSaid.values()].filter(
		({ feeling }) => feeling !== RATHER_NOT_SAY
	);
	const children = await childrenOf(
		db,
		schoolId,
		told.map(({ pupilId }) => pupilId)
	);
	const ownWords = new Map<string, FeelingWord | null>();
	for (const feeling of new Set(told.map((one) => one.feeling))) {
		ownWords.set(feeling, await ownWordOf(db, schoolId, feeling));
	}
	const classes = new Map<string | null, ClassFeelings>();
	for (const one of told) {
		const child = children.get(one.pupilId);
		if (!child) continue;
		const { className, emblem, picture } = child;
		const inClass = classes.get(className) ?? { className, emblem, children: [] };
		classes.set(className, inClass);
		inClass.children.push({
			pupilId: one.pupilId,
			name: nameOf(child),
			picture,
			feeling: one.feeling,
			details: detailsOf(one),
			ownWord: ownWords.get(one.feeling) ?? null,
			saidBy: one.saidBy
		});
	}
	for (const { children: inClass } of classes.values()) inClass.sort(byName);
	return [...classes.values()].sort(byClass);
}

const detailsOf = ({ size, cluesJson }: SaidCheckIn): FeelingDetails => ({
	...(size === null ? {} : { size: size as FeelingSize }),
	...(cluesJson === null ? {} : { clues: JSON.parse(cluesJson) as string[] })
});

const byName = (a: ChildFeeling, b: ChildFeeling) =>
	a.name.localeCompare(b.name) ||
	a.pupilId.localeCompare(b.pupilId) ||
	Number(a.saidBy !== null) - Number(b.saidBy !== null);

const byClass = (a: ClassFeelings, b: ClassFeelings) =>
	Number(a.className === null) - Number(b.className === null) ||
	(a.className ?? '').localeCompare(b.className ?? '');
