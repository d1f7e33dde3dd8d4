import cyAdults from './messages/cy/staff-adults.json' with { type: 'json' };
import cyCalm from './messages/cy/staff-calm.json' with { type: 'json' };
import cyCwtch from './messages/cy/staff-cwtch.json' with { type: 'json' };
import cyEntries from './messages/cy/staff-entries.json' with { type: 'json' };
import cy from './messages/cy/staff.json' with { type: 'json' };
import enAdults from './messages/en/staff-adults.json' with { type: 'json' };
import enCalm from './messages/en/staff-calm.json' with { type: 'json' };
import enCwtch from './messages/en/staff-cwtch.json' with { type: 'json' };
import enEntries from './messages/en/staff-entries.json' with { type: 'json' };
import en from './messages/en/staff.json' with { type: 'json' };
import { translatorsFor } from './translator';

/** The staff side's words. */
export const staffWords = translatorsFor({
	en: { ...en, ...enAdults, ...enCalm, ...enCwtch, ...enEntries },
	cy: { ...cy, ...cyAdults, ...cyCalm, ...cyCwtch, ...cyEntries }
});
