// The words of the sand tray and of colouring, loaded with them.
import cy from './messages/cy/making.json' with { type: 'json' };
import en from './messages/en/making.json' with { type: 'json' };
import { plainTranslatorsFor } from './plain-translator';

export const makingWords = plainTranslatorsFor({ en, cy });
