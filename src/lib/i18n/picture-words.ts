// What the special pictures are called. Apart from the other words: only the pad needs them.
import cy from './messages/cy/secret-pictures.json' with { type: 'json' };
import en from './messages/en/secret-pictures.json' with { type: 'json' };
import { translatorsFor } from './translator';

export const pictureWords = translatorsFor({ en, cy });
