import { describe, expect, it } from 'vitest';
import { problemOf } from './voice-recorder.svelte';

describe('a microphone that does not open', () => {
	it.each([
		['NotAllowedError', 'denied'],
		['NotFoundError', 'no-microphone'],
		['NotReadableError', 'busy'],
		['TypeError', 'cannot']
	])('is told by what the browser says: %s', (name, problem) => {
		expect(problemOf(Object.assign(new Error(), { name }))).toBe(problem);
	});
});
