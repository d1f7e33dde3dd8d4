import { server } from '$lib/server/running';
import { loadAlarms } from '$lib/server/talk-requests/alarms';
import type { LayoutServerLoad } from './$types';

// No guard: each page has its own, and signing in has none.
export const load: LayoutServerLoad = async ({ locals, depends }) => {
	depends('staff:inbox');
	const { staff, language } = locals;
	if (!staff) return { language, me: null, toLookAt: false };
	const { displayName, initials, pattern, role } = staff;
	const alarms = await loadAlarms(await server(), staff, Date.now());
	return {
		language,
		me: { displayName, initials, pattern, role },
		toLookAt: alarms.some((alarm) => !alarm.seen)
	};
};
