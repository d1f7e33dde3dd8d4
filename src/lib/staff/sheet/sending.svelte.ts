import type { SubmitFunction } from '@sveltejs/kit';

/** A form on its way: its button waits meanwhile, so that one tap sends once. */
export class Sending {
	#isOn = $state(false);

	get isOn(): boolean {
		return this.#isOn;
	}

	/** For `use:enhance`, as `keepTyped`. */
	readonly keepTyped: SubmitFunction = () => {
		this.#isOn = true;
		return async ({ update }) => {
			await update({ reset: false });
			this.#isOn = false;
		};
	};
}
