// What a child is told about a message, by where it is: keys of the kiosk's words.
import type { SafekeepingState } from '../safekeeping.svelte';

export const SENDING_WORDS: Record<SafekeepingState, string[]> = {
	keeping: ['bye.keeping'],
	waiting: ['state.kept', 'state.kept_help'],
	sending: ['state.sending'],
	delivered: ['bye.arrived'],
	full: ['error.full'],
	failed: ['state.failed']
};
