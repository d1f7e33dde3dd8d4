// All words of the child's side that are on its screens now. `kiosk-later.json` waits for the others.
import cy from './messages/cy/kiosk.json' with { type: 'json' };
import cyRest from './messages/cy/kiosk-rest.json' with { type: 'json' };
import en from './messages/en/kiosk.json' with { type: 'json' };
import enRest from './messages/en/kiosk-rest.json' with { type: 'json' };
import { plainTranslatorsFor } from './plain-translator';

export const kioskWords = plainTranslatorsFor({
	en: { ...enRest, ...en },
	cy: { ...cyRest, ...cy }
});
