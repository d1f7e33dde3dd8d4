// What can be promised to a child, and exactly what the child will read.
import { answerSentence } from '$lib/content/answer-sentence';
import { slotTime } from '$lib/domain/school-time';
import { canReadAnswers, replay, type AnswerSlot } from '$lib/domain/talk-request';
import { kioskWords } from '$lib/i18n/kiosk-words';
import { visibleRequest } from '../database/inbox';
import { loadSchoolRules } from '../database/school-rules';
import { eventsOf } from '../database/talk-requests';
import type { RequestViewer } from '../database/visible-requests';
import type { RunningServer } from '../running';
import { loadTelling, sayRequest, sayTime, type InboxItem, type SaidTime } from './say-request';

/** What a talk can be answered with. */
type TalkSlot = Exclude<AnswerSlot, 'soon'>;

export interface AnswerPage {
	item: InboxItem;
	adult: { name: string; initials: string; pattern: number };
	slots: { slot: TalkSlot; at: SaidTime }[];
	places: {
		id: string;
		phrase: { en: string; cy: string };
		picture: string;
		overlookedBy: string;
	}[];
	/** The child's own language, in which the preview is. */
	language: 'en' | 'cy';
	/** By slot, then by place: exactly what the child reads. */
	sentences: Record<string, Record<string, string>>;
	suggested: { slot: TalkSlot; placeId: string | null };
}

const SLOTS: TalkSlot[] = ['now', 'break', 'lunch', 'before-home', 'tomorrow'];

/** What can be promised now; `null` when there is no such request for this viewer, it has ended, or the
 * child could not read it. */
export async function loadAnswerPage(
	running: RunningServer,
	viewer: RequestViewer,
	requestId: string,
	now: number
): Promise<AnswerPage | null> {
	const { db, config } = running;
	const listed = await visibleRequest(db, viewer, requestId);
	const events = (await eventsOf(db, viewer.schoolId, [requestId])).get(requestId);
	if (!listed || !events || listed.state === 'closed' || listed.state === 'taken-back') return null;
	const rules = await loadSchoolRules(db, viewer.schoolId, config);
	const telling = await loadTelling(db, viewer, rules, [listed], now);
	const request = replay(events);
	if (!canReadAnswers(request) || request.kind === 'reflect' || request.kind === 'come')
		return null;
	const { item } = sayRequest(requestId, events, telling);
	const me = telling.adults.get(viewer.staffId);
	const child = request.pupilId === null ? undefined : telling.children.get(request.pupilId);
	const language = child?.language ?? rules.language;
	const slots = SLOTS.flatMap((slot) => {
		const at = slotTime(slot, now, rules.timetable);
		return at === null ? [] : { slot, meetAt: at, at: sayTime(at, telling) };
	}).sort((a, b) => a.meetAt - b.meetAt);
	const adult = { name: me?.name ?? '', initials: me?.initials ?? '', pattern: me?.pattern ?? 0 };
	const t = kioskWords(language);
	const asked = slots.find(({ slot }) => slot === request.when);
	return {
		item,
		adult,
		slots: slots.map(({ slot, at }) => ({ slot, at })),
		places: rules.places,
		language,
		sentences: Object.fromEntries(
			slots.map(({ slot }) => [
				slot,
				Object.fromEntries(
					rules.places.map(({ id, phrase }) => [
						id,
						answerSentence(t, {
							adult: adult.name,
							slot,
							how: request.how,
							where: phrase[language],
							isOnTheDay: slot !== 'tomorrow'
						})
					])
				)
			])
		),
		suggested: {
			slot: asked?.slot ?? slots[1]?.slot ?? 'now',
			placeId: rules.places[0]?.id ?? null
		}
	};
}
