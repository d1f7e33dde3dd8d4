/** Patterns behind the initials of a grown-up without a photo, in the order that a portrait counts. */
export const portraitPatterns = ['waves', 'slopes', 'pebbles', 'hills', 'weave', 'leaves'] as const;
