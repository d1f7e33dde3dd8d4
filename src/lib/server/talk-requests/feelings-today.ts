// How the children felt today whose feelings this member of staff may see, and what was calm: by class and
// name, never by feeling, and nothing of another day.
import { RATHER_NOT_SAY } from '$lib/content/cards';
import type { CalmSaying } from '$lib/domain/calm-time';
import type { FeelingDetails, FeelingSize } from '$lib/domain/check-in';
import { isMistaken, saidWhose } from '$lib/domain/entry-mark';
import { midnightBefore } from '$lib/domain/school-time';
import { knownCalmTimes } from '../calm/known-calm-times';
import { ownWordOf } from '../cards/own-words';
import { entryMarksOf } from '../database/entry-marks';
import type { FeelingWord } from '../database/feeling-words';
import { adultsOf, childrenOf, type ListedAdult } from '../database/inbox';
import type { Db } from '../database/open';
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
	/** `null` where only something calm is to be told. */
	feeling: string | null;
	details: FeelingDetails;
	ownWord: Pick<FeelingWord, 'en' | 'cy' | 'stone'> | null;
	/** Not the child but this grown-up says that it is theirs: it came in under another face. */
	saidBy: string | null;
	/** What the child did in the calm space today, the latest first. */
	calm: CalmSaying[];
}

export interface ClassFeelings {
	/** `null` for children without a class, who come last. */
	className: string | null;
	emblem: string | null;
	children: ChildFeeling[];
}

type Felt = Pick<SaidCheckIn, 'pupilId' | 'size' | 'cluesJson'> & {
	feeling: string | null;
	saidBy: string | null;
};

/** @param now milliseconds UTC */
export async function loadFeelings(
	{ db, config }: RunningServer,
	viewer: RequestViewer,
	now: number
): Promise<ClassFeelings[]> {
	const { schoolId } = viewer;
	const { timetable } = await loadSchoolRules(db, schoolId, config);
	const since = midnightBefore(now, timetable);
	const adults = await adultsOf(db, schoolId);
	const felt = await latestFelt(db, viewer, since, now, adults);
	const calm = Map.groupBy(await knownCalmTimes(db, viewer, { since }, now), (time) =>
		lineOf({ ...time, saidBy: time.saidById && nameOfAdult(adults, time.saidById) })
	);
	const told = felt.filter(({ feeling }) => feeling !== RATHER_NOT_SAY);
	const lines = new Set(told.map(lineOf));
	for (const [line, [first]] of calm) {
		if (!first || lines.has(line)) continue;
		const saidBy = first.saidById && nameOfAdult(adults, first.saidById);
		told.push({ pupilId: first.pupilId, feeling: null, size: null, cluesJson: null, saidBy });
	}
	const children = await childrenOf(
		db,
		schoolId,
		told.map(({ pupilId }) => pupilId)
	);
	const ownWords = new Map<string | null, FeelingWord | null>();
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
			saidBy: one.saidBy,
			calm: (calm.get(lineOf(one)) ?? []).map(({ activity, name, ended, after }) => ({
				activity,
				name,
				ended,
				after
			}))
		});
	}
	for (const { children: inClass } of classes.values()) inClass.sort(byName);
	return [...classes.values()].sort(byClass);
}

/** One line of the page: a child, or what one grown-up says of a child. */
const lineOf = ({ pupilId, saidBy }: Pick<Felt, 'pupilId' | 'saidBy'>) =>
	`${pupilId} ${saidBy ?? ''}`;

/** The latest feeling of each child that this viewer may know of. */
async function latestFelt(
	db: Db,
	viewer: RequestViewer,
	since: number,
	now: number,
	adults: ReadonlyMap<string, ListedAdult>
): Promise<Felt[]> {
	const { schoolId } = viewer;
	const said = await saidCheckIns(db, schoolId, { since });
	const marks = await entryMarksOf(
		db,
		schoolId,
		said.map(({ checkInId }) => checkInId)
	);
	const namedIds = [...marks.values()].flatMap((own) => saidWhose(own)?.pupilId ?? []);
	const people = await loadPeople(db, schoolId, {
		pupilIds: [...said.map(({ pupilId }) => pupilId), ...namedIds],
		kioskIds: []
	});
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
	return [...latest.values(), ...latestAsSaid.values()];
}

const detailsOf = ({ size, cluesJson }: Felt): FeelingDetails => ({
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
