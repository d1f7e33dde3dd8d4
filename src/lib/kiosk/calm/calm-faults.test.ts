import { expect, it } from 'vitest';
import { calmFaults, forgetCalmFault, noteCalmFault } from './calm-faults';

function store(refuses = false) {
	const kept = new Map<string, string>();
	const guarded = <Value>(value: Value): Value => {
		if (refuses) throw new DOMException('No storage', 'SecurityError');
		return value;
	};
	return {
		kept,
		getItem: (key: string) => guarded(kept.get(key) ?? null),
		setItem: (key: string, value: string) => void kept.set(guarded(key), value),
		removeItem: (key: string) => void kept.delete(guarded(key))
	};
}

it('keeps each name once, until it works again', () => {
	const tablet = store();
	for (const name of ['rain.wav', 'balloon.json', 'rain.wav']) noteCalmFault(name, tablet);
	expect(calmFaults(tablet)).toEqual(['balloon.json', 'rain.wav']);
	forgetCalmFault('balloon.json', tablet);
	forgetCalmFault('sea.wav', tablet);
	expect(calmFaults(tablet)).toEqual(['rain.wav']);
	forgetCalmFault('rain.wav', tablet);
	expect(tablet.kept.size).toBe(0);
});

it('keeps no more than somebody reads', () => {
	const tablet = store();
	for (let n = 0; n < 50; n += 1) noteCalmFault(`own-${n}.json`, tablet);
	expect(calmFaults(tablet)).toHaveLength(20);
});

it('goes on where nothing can be kept, or something else stands there', () => {
	const refusing = store(true);
	noteCalmFault('rain.wav', refusing);
	expect(calmFaults(refusing)).toEqual([]);
	const odd = store();
	odd.kept.set('calm-faults', '{"x":1');
	expect(calmFaults(odd)).toEqual([]);
	noteCalmFault('rain.wav', odd);
	expect(calmFaults(odd)).toEqual(['rain.wav']);
});
