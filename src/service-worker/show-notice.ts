// A notice on a member of staff's device: one of two sentences a language, and nothing else at all.
import cy from '$lib/i18n/messages/cy/notices.json';
import en from '$lib/i18n/messages/en/notices.json';

const sentences = { en, cy };

const STAFF_PAGE = '/staff';

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
		requireInteraction: Boolean(urgent)
	});
}

/** Brings the inbox to the front, or opens it. */
export async function openStaffPage(
	worker: ServiceWorkerGlobalScope,
	event: NotificationEvent
): Promise<void> {
	event.notification.close();
	const pages = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
	const open = pages.find((page) => new URL(page.url).pathname.startsWith(STAFF_PAGE));
	if (open) await open.focus();
	else await worker.clients.openWindow(STAFF_PAGE);
}
