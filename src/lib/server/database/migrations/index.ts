// One list for both engines, in order, forward only.
import type { Migration } from 'kysely/migration';
import * as first from './0001-first';
import * as signIn from './0002-sign-in';
import * as settings from './0005-settings';
import * as badges from './0006-badges';
import * as feelingDetails from './0007-feeling-details';
import * as schoolFiles from './0007-school-files';
import * as talkTimes from './0007-talk-times';
import * as trustedAdults from './0007-trusted-adults';
import * as helloBack from './0008-hello-back';
import * as checkInsOfADay from './0009-check-ins-of-a-day';
import * as entryMarks from './0010-entry-marks';
import * as cardsWithSettings from './0011-cards-with-settings';
import * as declinedPasses from './0012-declined-passes';
import * as whoseEntry from './0013-whose-entry';
import * as calmTimes from './0014-calm-times';
import * as cwtch from './0015-cwtch';
import * as sealedAsItIs from './0016-sealed-as-it-is';
import * as openStays from './0017-open-stays';

export const migrations: Record<string, Migration> = {
	'0001-first': first,
	'0002-sign-in': signIn,
	'0005-settings': settings,
	'0006-badges': badges,
	'0007-feeling-details': feelingDetails,
	'0007-school-files': schoolFiles,
	'0007-talk-times': talkTimes,
	'0007-trusted-adults': trustedAdults,
	'0008-hello-back': helloBack,
	'0009-check-ins-of-a-day': checkInsOfADay,
	'0010-entry-marks': entryMarks,
	'0011-cards-with-settings': cardsWithSettings,
	'0012-declined-passes': declinedPasses,
	'0013-whose-entry': whoseEntry,
	'0014-calm-times': calmTimes,
	'0015-cwtch': cwtch,
	'0016-sealed-as-it-is': sealedAsItIs,
	'0017-open-stays': openStays
};
