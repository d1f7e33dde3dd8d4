import type { SubmitFunction } from '@sveltejs/kit';

/** For `use:enhance`: what is typed stays after it was sent. */
export const keepTyped: SubmitFunction =
	() =>
	({ update }) =>
		update({ reset: false });
