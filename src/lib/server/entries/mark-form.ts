// What forms say about whose an entry is.
import * as v from 'valibot';

export const MarkForm = v.object({
	entryId: v.pipe(v.string(), v.uuid()),
	says: v.picklist(['not-this-child', 'this-child'])
});

export const WhoseForm = v.object({
	entryId: v.pipe(v.string(), v.uuid()),
	/** Empty: nobody knows. */
	pupilId: v.union([
		v.pipe(v.string(), v.uuid()),
		v.pipe(
			v.literal(''),
			v.transform(() => null)
		)
	])
});
