// The words of the kiosk's first screens, and of what may lie over them.
import cy from './messages/cy/kiosk-rest.json' with { type: 'json' };
import en from './messages/en/kiosk-rest.json' with { type: 'json' };
import { plainTranslatorsFor } from './plain-translator';

export const restWords = plainTranslatorsFor({ en, cy });
