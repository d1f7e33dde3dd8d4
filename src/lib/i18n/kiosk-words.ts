import cy from './messages/cy/kiosk.json';
import en from './messages/en/kiosk.json';
import { translatorsFor } from './translator';

/** The child's side's words. */
export const kioskWords = translatorsFor({ en, cy });
