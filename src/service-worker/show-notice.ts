// A notice on a member of staff's device: one of two sentences a language, and nothing else at all.
import cy from '$lib/i18n/messages/cy/notices.json' with { type: 'json' };
import en from '$lib/i18n/messages/en/notices.json' with { type: 'json' };

const sentences = { en, cy };

const INBOX = '/staff';
const REQUESTS = '/staff/requests/';

/** A second child who calls is heard, though the first notice still stands. Missing in the types. */
const HEARD_AGAIN = { renotify: true };

interface Said {
	urgent?: unknown;
	language?: unknown;
}

function said(event: PushEvent): Said {
	try {
		return (event.data?.json() ?? {}) as Said;
	} catch {
		// Unreadable is still somebody who asks for a moment.
		return {};
	}
}

/** Shows the sentence. Ordinary ones replace each other, so that nobody can count them. */
export function showNotice(worker: ServiceWorkerGlobalScope, event: PushEvent): Promise<void> {
	const { urgent, language } = said(event);
	const words = sentences[language === 'cy' ? 'cy' : 'en'];
	return worker.registration.showNotification(urgent ? words.urgent : words.ordinary, {
		tag: urgent ? 'urgent' : 'moment',
		icon: '/icons/icon.svg',
		lang: language === 'cy' ? 'cy' : 'en',
		requireInteraction: Boolean(urgent),
		...(urgent ? HEARD_AGAIN : {})
	});
}

/** Brings the inbox to the front, with what is open beside it, or opens it; leaves other pages alone. */
export async function openStaffPage(
	worker: ServiceWorkerGlobalScope,
	event: NotificationEvent
): Promise<void> {
	event.notification.close();
	const pages = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
	const inbox = pages.find(({ url }) => {
		const { pathname } = new URL(url);
		return pathname === INBOX || pathname.startsWith(REQUESTS);
	});
	if (inbox) await inbox.focus();
	else await worker.clients.openWindow(INBOX);
}
