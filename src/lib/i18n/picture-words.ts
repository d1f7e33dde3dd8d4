// What the special pictures are called. Apart from the other words: only the pad needs them.
import cy from './messages/cy/secret-pictures.json' with { type: 'json' };
import en from './messages/en/secret-pictures.json' with { type: 'json' };
import { plainTranslatorsFor } from './plain-translator';

export const pictureWords = plainTranslatorsFor({ en, cy });
