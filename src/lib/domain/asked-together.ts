// Asking twice is fine: what one child asks of the same adults stands as one entry with both times, and
// is answered, handed on, met, closed and taken back together.
import { canReadAnswers, type TalkRequest } from './talk-request';

/**
 * Whether two requests are one to everybody who may see both: the same child, the same adults asked (or
 * Anyone), the same need, and either both still open, or both ended by the same promise or taken back.
 *
 * An urgent request, one without a name and one under another child's name always stand alone.
 */
export function areAskedTogether(one: TalkRequest, other: TalkRequest): boolean {
	const isSameWish =
		canReadAnswers(one) &&
		canReadAnswers(other) &&
		one.pupilId === other.pupilId &&
		one.kind !== 'urgent' &&
		one.kind === other.kind &&
		one.need === other.need &&
		sorted(one.chosenAdultIds) === sorted(other.chosenAdultIds);
	if (!isSameWish) return false;
	// "Come now" was said to whoever asked then: who asks again waits for an answer of their own.
	if (one.kind === 'come' && (one.answer === null) !== (other.answer === null)) return false;
	if (one.clockFrom !== null || other.clockFrom !== null)
		return one.clockFrom !== null && other.clockFrom !== null;
	if (one.state === 'taken-back') return other.state === 'taken-back';
	return (
		one.answer !== null &&
		one.answer.by === other.answer?.by &&
		one.answer.meetAt === other.answer.meetAt
	);
}

const sorted = (ids: readonly string[]) => [...ids].sort().join(' ');

/** The first of each that stand together, in the order given, with the others after it. */
export function askedTogether<Entry extends { request: TalkRequest }>(
	entries: readonly Entry[]
): [Entry, ...Entry[]][] {
	const groups: [Entry, ...Entry[]][] = [];
	for (const entry of entries) {
		const group = groups.find(([first]) => areAskedTogether(first.request, entry.request));
		if (group) group.push(entry);
		else groups.push([entry]);
	}
	return groups;
}
