// The words of the kiosk's first screens alone, so that they weigh little at the start.
import cy from './messages/cy/kiosk-rest.json';
import en from './messages/en/kiosk-rest.json';
import { translatorsFor } from './translator';

export const restWords = translatorsFor({ en, cy });
