// Which of the content's calm activities the tablets play so far, so that nothing is offered or turned off
// that is not there.

/** One breath with a flower and a candle. */
export const BREATH = 'flower-candle';
export const PLAYED_ACTIVITIES: readonly string[] = [BREATH];
