import { describe, expect, it, vi } from 'vitest';
import type { DirectoryPupil } from '$lib/crossing/directory';
import { exampleDirectory, examplePupil } from '../example-school';
import { awake, kioskWith, stopClockAtMidMorning } from '../example-visit';
import { IDLE_EXTRA_MS } from '../idle-watch';
import { scanNow } from './scan-now';

stopClockAtMidMorning();

const scans = examplePupil({ settings: { scan: 'two-switch', scanPaceMs: 3_000 } });
const taps = examplePupil({ firstName: 'Osian' });

function visitOf(pupils: DirectoryPupil[], settings = {}) {
	const directory = exampleDirectory({ pupils });
	return awake(kioskWith({ ...directory, kiosk: { ...directory.kiosk, settings } }));
}

describe('scanning', () => {
	it('is not there where nobody scans', () => {
		expect(scanNow(visitOf([taps]))).toBeNull();
	});

	it('is always there on a tablet that has it on, at the pace that is set', () => {
		const visit = visitOf([taps], { scan: 'one-switch', scanPaceMs: 1_500, scanAnywhere: true });
		const scan = { way: { switches: 1, paceMs: 1_500, anywhere: true }, onDemand: false };
		expect(scanNow(visit)).toEqual(scan);
		visit.start();
		visit.choosePupil(taps);
		expect(scanNow(visit)).toEqual(scan);
	});

	it('waits for a press where a child scans, and is that child’s from the face on', () => {
		const visit = visitOf([taps, scans]);
		const way = { switches: 2, paceMs: 3_000, anywhere: false };
		expect(scanNow(visit)).toEqual({ way, onDemand: true });
		visit.start();
		visit.choosePupil(scans);
		expect(scanNow(visit)).toEqual({ way, onDemand: false });
		visit.notMe();
		visit.choosePupil(taps);
		expect(scanNow(visit)).toBeNull();
	});

	it('is off for a child who has it off, whatever the tablet has', () => {
		const visit = visitOf([taps], { scan: 'one-switch' });
		visit.start();
		visit.choosePupil(examplePupil({ settings: { scan: 'off' } }));
		expect(scanNow(visit)).toBeNull();
	});

	it('gives extra time', () => {
		const visit = visitOf([scans]);
		visit.start();
		visit.choosePupil(scans);
		vi.advanceTimersByTime(IDLE_EXTRA_MS - 1);
		expect(visit.overlays.shown).toBeNull();
		vi.advanceTimersByTime(1);
		expect(visit.overlays.shown).toBe('still-there');
	});
});
