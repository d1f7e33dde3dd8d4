// What a form says about whose an entry is.
import * as v from 'valibot';

export const MarkForm = v.object({
	entryId: v.pipe(v.string(), v.uuid()),
	says: v.picklist(['not-this-child', 'this-child'])
});
