// The child side's messages as they are written, by key.
import cy from './messages/cy/kiosk.json' with { type: 'json' };
import cyRest from './messages/cy/kiosk-rest.json' with { type: 'json' };
import en from './messages/en/kiosk.json' with { type: 'json' };
import enRest from './messages/en/kiosk-rest.json' with { type: 'json' };
import type { Messages } from './language';

const english: Messages = { ...enRest, ...en };
const welsh: Messages = { ...cyRest, ...cy };

/** A sentence in both languages, or `null` when there is none under this key. */
export function kioskMessage(key: string): { en: string; cy: string } | null {
	const [inEnglish, inWelsh] = [english[key], welsh[key]];
	return inEnglish !== undefined && inWelsh !== undefined ? { en: inEnglish, cy: inWelsh } : null;
}
