// One line of what has happened, in words and as a shape.
import { CWTCH_STAY } from '$lib/domain/calm-time';
import type { Language, Translate } from '$lib/i18n/translator';
import type { InboxItem } from '$lib/server/talk-requests/say-request';
import type { TimelineLine } from '$lib/server/talk-requests/request-page';
import type { IconName } from '$lib/staff/icons';
import { list, time } from '../../request-words';

const ICONS: Record<TimelineLine['kind'], IconName> = {
	asked: 'new',
	seen: 'seen',
	answered: 'arranged',
	'handed-on': 'hand-on',
	accepted: 'seen',
	met: 'met',
	'answer-read': 'seen',
	'talk-checked': 'hello',
	'taken-back': 'taken-back',
	'not-this-child': 'taken-back',
	'this-child': 'seen',
	closed: 'closed'
};

export const lineIcon = ({ kind }: TimelineLine): IconName => ICONS[kind];

export function lineWords(
	line: TimelineLine,
	of: InboxItem,
	t: Translate,
	language: Language
): string {
	const isReflecting = of.kind === 'reflect';
	/** The child can read on the tablet what is done. */
	const isTold = of.child.kind === 'known' && !isReflecting;
	const { kind, byMe, toNames, answer, got, outcome } = line;
	const adult = line.by ?? '';
	const by = (key: string, values: Record<string, string> = {}) =>
		t(byMe ? `line.${key}_me` : `line.${key}`, { adult, ...values });
	switch (kind) {
		case 'asked':
			if (of.need === CWTCH_STAY) return t('line.reflect_stay');
			return t(isReflecting ? 'line.reflect' : 'line.asked');
		case 'seen':
			return !isTold && byMe ? t('line.seen_me_untold') : by(kind);
		case 'accepted':
		case 'met':
		case 'not-this-child':
		case 'this-child':
			return by(kind);
		case 'answered': {
			if (isReflecting) return by('reflecting');
			const at = answer ? time(answer.at, t) : '';
			const what = answer?.place
				? t('answered.at', { time: at, where: answer.place[language] })
				: t('answered.here', { time: at });
			return by('answered', { what });
		}
		case 'handed-on': {
			const names = list(toNames, t);
			if (line.by !== null) return by('handed', { names });
			return toNames.length > 0 ? t('line.handed_clock', { names }) : t('line.handed_nobody');
		}
		case 'talk-checked':
			return t(`checked.${got ?? 'yes'}`);
		case 'closed':
			return by('closed', { what: t(`outcome.${outcome ?? 'talked'}`) });
		default:
			return t(`line.${kind}`);
	}
}
