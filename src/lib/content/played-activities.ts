// Which of the content's calm activities the tablets play so far.

/** One breath with a flower and a candle. */
export const BREATH = 'flower-candle';
