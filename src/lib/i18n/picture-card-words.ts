// The words of the cards with special pictures: each picture as it stands in a sentence, and sentences in
// which no Welsh noun changes its first letter, so that any picture can stand in any place.
import cy from './messages/cy/picture-cards.json' with { type: 'json' };
import en from './messages/en/picture-cards.json' with { type: 'json' };
import { translatorsFor } from './translator';

export const pictureCardWords = translatorsFor({ en, cy });
