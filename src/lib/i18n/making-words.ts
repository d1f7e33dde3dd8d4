// The words of the sand tray and of colouring, loaded with them.
import cy from './messages/cy/making.json' with { type: 'json' };
import en from './messages/en/making.json' with { type: 'json' };
import { translatorsFor } from './translator';

export const makingWords = translatorsFor({ en, cy });
