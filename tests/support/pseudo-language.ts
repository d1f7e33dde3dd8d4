// A language that nobody speaks, in the place of Welsh: every sentence 40 % longer, between marks, and from
// right to left. It shows what a third language would meet: words that do not fit, words that never went
// through the messages, and layouts that know only one direction.
//
// Import it before anything that imports messages: it changes them, so that page objects expect its words.
import type { BrowserContext } from '@playwright/test';
import activities from '$lib/content/activities.json' with { type: 'json' };
import activityNames from '$lib/content/activity-names.json' with { type: 'json' };
import cardDetails from '$lib/content/card-details.json' with { type: 'json' };
import cards from '$lib/content/cards.json' with { type: 'json' };
import feelingDetails from '$lib/content/feeling-details.json' with { type: 'json' };
import needs from '$lib/content/needs.json' with { type: 'json' };
import kioskRest from '$lib/i18n/messages/cy/kiosk-rest.json' with { type: 'json' };
import kiosk from '$lib/i18n/messages/cy/kiosk.json' with { type: 'json' };
import making from '$lib/i18n/messages/cy/making.json' with { type: 'json' };
import pictures from '$lib/i18n/messages/cy/secret-pictures.json' with { type: 'json' };

export const MARKS = ['⟦', '⟧'] as const;
const LONGER = 0.4;
/** Words that would be as long in another language: numbers, and what is the same in English. */
const FILLING = ' ŵŷ';

/** Gaps such as `{name}` stay as they are. */
export function inPseudo(sentence: string): string {
	const longer = Math.ceil(sentence.replace(/\{\w+\}/g, '').length * LONGER);
	return `${MARKS[0]}${sentence}${FILLING.repeat(longer).slice(0, longer)}${MARKS[1]}`;
}

/** By the Welsh sentence. */
const sentences = new Map<string, string>();

function take(welsh: string): string {
	// An empty text is no word of any language, and would be found everywhere.
	if (welsh === '' || welsh.startsWith(MARKS[0])) return welsh;
	const pseudo = inPseudo(welsh);
	sentences.set(welsh, pseudo);
	return pseudo;
}

/** Every text of a file of messages, or of what content says in Welsh. */
function change(data: unknown, isWelsh: boolean): void {
	if (typeof data !== 'object' || data === null) return;
	const texts = data as Record<string, unknown>;
	for (const [key, value] of Object.entries(texts)) {
		if (typeof value !== 'string') change(value, isWelsh);
		else if (isWelsh || key === 'cy') texts[key] = take(value);
	}
}

for (const messages of [kioskRest, kiosk, making, pictures]) change(messages, true);
for (const content of [cards, cardDetails, feelingDetails, needs, activities, activityNames])
	change(content, false);

/** A text as the build writes it: the value of a key, between backticks. */
const WRITTEN = /("[^"]*"|\w+):`((?:[^`\\]|\\.)*)`/g;
const escaped = (text: string) => text.replace(/[\\`]|\$\{/g, (found) => `\\${found}`);

/** An id may be the same as a Welsh word. */
const inScript = (script: string) =>
	script.replace(WRITTEN, (whole: string, key: string, text: string) => {
		const pseudo = sentences.get(text.replace(/\\(.)/g, '$1'));
		return pseudo === undefined || key === 'id' ? whole : `${key}:\`${escaped(pseudo)}\``;
	});

/** From now on this browser's pages speak it wherever they would speak Welsh. Its workers must be blocked. */
export async function speakPseudo(context: BrowserContext): Promise<void> {
	await context.route('**/_app/immutable/**/*.js', async (route) => {
		const response = await route.fetch();
		await route.fulfill({ response, body: inScript(await response.text()) });
	});
	await context.addInitScript(() => {
		const root = () => document.documentElement;
		const turn = () => {
			const direction = root()?.lang === 'cy' ? 'rtl' : 'ltr';
			if (root() && root().dir !== direction) root().dir = direction;
		};
		new MutationObserver(turn).observe(document, {
			attributes: true,
			childList: true,
			subtree: true
		});
	});
}
