// Nobody is forgotten: when a talk request goes to somebody else by itself, and to whom.
//
//   A talk or a need, in school time           Urgent, by the clock on the wall, day and night
//   1  another adult whom the child named,     1  the head, and any class adult or lead
//      else a lead                                who was not told at once
//   2  all leads                               2  the out-of-team contact
//   3  the head                                3… an alarm, again and again
//   4  the out-of-team contact
//   5… an alarm, again and again
//
// What was asked without a name stays with the leads, and then goes to the alarm; the head has it only
// where every lead was left out. An alarm goes to the leads who may know of the request; where there is
// none, beyond them (`server/talk-requests/alarm-beyond-leads.ts`). No role stands for the out-of-team
// contact yet, so that until then the step of theirs is an alarm, too.
//
// Whoever has a request already is not counted as told again, so a step with nobody new in it
// passes to the next one at once. An adult who is away is passed over, except at "all leads": a
// lead's duty does not end with being away; when no lead is here the head is told with them. The
// out-of-team contact is reached only when leads are left out, or have been told and were silent.
// An excluded adult, whoever they are, is never told. Only an answer with a time stops this.
import { withoutExcluded, type PeopleAroundChild } from './people';
import type { HandOnPolicy, SchoolTimetable } from './school';
import { addSchoolMinutes, isSchoolOpen, whenStarts } from './school-time';
import { isNameless, type TalkRequest } from './talk-request';

const MINUTE_MS = 60_000;
/** A step later than this was missed, for example while the server was off. */
const MISSED_STEP_MS = 15 * MINUTE_MS;

export interface HandOnDue {
	/** When the step is to be taken; in the past when it is late. */
	dueAt: number;
	/** The next step, from 1. Record the step of `handOnTargets`, which may be a later one. */
	step: number;
	reason: 'unanswered' | 'time-passed';
}

export type HandOnTargets =
	| { kind: 'hand-on'; toIds: string[]; step: number }
	/**
	 * Nobody is left to tell. Raise the alarm, and record a hand-on to nobody with this step, so
	 * that the clock goes on to the next look: an alarm is not the end of it.
	 */
	| { kind: 'alarm'; step: number };

/**
 * When this request goes on to the next step unless an adult answers before; `null` when it is
 * met, closed or taken back. Every open request has a due time.
 *
 * The first step follows what the child asked for: "now" (and every need) after `nowMinutes`;
 * break or lunch as it starts; "before home" and "whenever" after `wheneverMinutes`, but "before
 * home" never waits beyond the last quarter of an hour before the children leave, if that leaves
 * `nowMinutes` to answer. A time that has passed today counts as "now". Every later step, and the first after a promised time has passed, comes
 * after `stepMinutes`.
 *
 * A step that was missed is not caught up outside school time, unless urgent.
 *
 * @throws RangeError for a timetable that has no school day at all.
 */
export function handOnDue(
	request: TalkRequest,
	policy: HandOnPolicy,
	timetable: SchoolTimetable,
	now: number
): HandOnDue | null {
	const { clockFrom, answer, state, stepsTaken } = request;
	if (clockFrom === null) return null;
	const reason = state === 'arranged' && answer ? 'time-passed' : 'unanswered';
	const step = stepsTaken + 1;
	if (request.kind === 'urgent') {
		return { dueAt: clockFrom + policy.urgentHeadMinutes * MINUTE_MS, step, reason };
	}
	const isFirstWait = stepsTaken === 0 && state !== 'arranged' && clockFrom === request.askedAt;
	const dueAt = isFirstWait
		? endOfFirstWait(request, policy, timetable)
		: addSchoolMinutes(clockFrom, policy.stepMinutes, timetable);
	const isMissed = now - dueAt > MISSED_STEP_MS && !isSchoolOpen(now, timetable);
	return { dueAt: isMissed ? addSchoolMinutes(now, 0, timetable) : dueAt, step, reason };
}

function endOfFirstWait(
	{ kind, when, askedAt }: TalkRequest,
	policy: HandOnPolicy,
	timetable: SchoolTimetable
): number {
	const soon = addSchoolMinutes(askedAt, policy.nowMinutes, timetable);
	if (kind === 'need' || when === 'now') return soon;
	const later = addSchoolMinutes(askedAt, policy.wheneverMinutes, timetable);
	if (when === 'whenever') return later;
	const startsAt = whenStarts(when, askedAt, timetable);
	if (startsAt <= askedAt) return soon;
	return when === 'before-home' ? Math.min(later, Math.max(startsAt, soon)) : startsAt;
}

/**
 * Whom a step tells, who has not been told yet. Never an excluded adult, and never an empty list:
 * if nobody is left, the alarm.
 */
export function handOnTargets(
	step: number,
	request: TalkRequest,
	people: PeopleAroundChild
): HandOnTargets {
	const groups = request.kind === 'urgent' ? urgentGroups(people) : talkGroups(request, people);
	// Only the first step is for one adult. Each later look begins with the leads again: one may
	// have come to the school since, and must not be passed by on the way out of the team.
	const first = request.kind === 'urgent' || step <= 1 ? 1 : 2;
	for (const [index, group] of groups.entries()) {
		if (index + 1 < first) continue;
		const toIds = notYetTold(group, request, people);
		if (toIds.length > 0) return { kind: 'hand-on', toIds, step: Math.max(step, index + 1) };
	}
	return { kind: 'alarm', step: Math.max(step, groups.length) };
}

function talkGroups(request: TalkRequest, people: PeopleAroundChild): string[][] {
	const { trustedIds, leadIds, headIds, outOfTeamIds, awayIds, excludedIds } = people;
	// The child was told that it goes to the leads: the head has it only where no lead may know.
	if (isNameless(request)) {
		const hasLead = withoutExcluded(leadIds, excludedIds).length > 0;
		return [leadIds, leadIds, hasLead ? [] : headIds, outOfTeamIds];
	}
	const isHere = (id: string) => !awayIds.includes(id);
	const leadsHere = withoutExcluded(leadIds, excludedIds).filter(isHere);
	const ownIds = request.isNotThisChild ? [] : trustedIds;
	const nextOne = notYetTold([...ownIds, ...leadIds].filter(isHere), request, people);
	return [
		nextOne.slice(0, 1),
		leadsHere.length > 0 ? leadIds : [...leadIds, ...headIds],
		headIds,
		outOfTeamIds
	];
}

function urgentGroups(people: PeopleAroundChild): string[][] {
	return [[...people.classAdultIds, ...people.leadIds, ...people.headIds], people.outOfTeamIds];
}

function notYetTold(
	ids: readonly string[],
	request: TalkRequest,
	people: PeopleAroundChild
): string[] {
	const passedOver = [...people.excludedIds, ...request.excludedAdultIds, ...request.holderIds];
	return withoutExcluded(ids, passedOver);
}
