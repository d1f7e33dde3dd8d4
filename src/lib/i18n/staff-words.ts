import cy from './messages/cy/staff.json';
import en from './messages/en/staff.json';
import { translatorsFor } from './translator';

/** The staff side's words. */
export const staffWords = translatorsFor({ en, cy });
