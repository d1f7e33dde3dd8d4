import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { activityNamed } from '$lib/content/activities';
import { awake, kioskWith, mali, stopClockAtMidMorning, MID_MORNING } from '../example-visit';
import { NANT } from '../example-school';
import { CalmTime } from './calm-time.svelte';

stopClockAtMidMorning();

/** No activity moves on by itself here. */
class StandingAnimation {
	currentTime = 0;
	playState = 'paused';
	play() {}
	pause() {}
	cancel() {}
}
beforeEach(() => {
	vi.stubGlobal('Animation', StandingAnimation);
	vi.stubGlobal('KeyframeEffect', function KeyframeEffect() {});
	vi.stubGlobal('requestAnimationFrame', () => 0);
	vi.stubGlobal('cancelAnimationFrame', () => undefined);
});
afterEach(() => vi.unstubAllGlobals());

function atCalm(feeling: string | null = 'worried') {
	const kiosk = kioskWith();
	const visit = awake(kiosk);
	visit.start();
	visit.chooseClass(NANT.classEnfys);
	visit.choosePupil(mali(kiosk));
	if (feeling) visit.telling.chooseFeeling(feeling);
	visit.openCalm();
	const calm = (visit.calm = new CalmTime(visit));
	const [first] = calm.offered;
	if (!first) throw new Error('Nothing is offered.');
	/** Beyond the first words. */
	const play = () => {
		calm.choose(first);
		calm.player?.next();
	};
	return { kiosk, visit, calm, first, play };
}

describe('what was done goes out sealed', () => {
	it('once, with how the feeling was before and after', () => {
		const { kiosk, visit, calm, first, play } = atCalm();
		calm.size = 2;
		play();
		calm.finish();
		expect(calm.stage).toBe('after');
		expect(kiosk.kept).toEqual([]);
		calm.say('smaller');
		visit.back();
		visit.wipe();
		expect(kiosk.kept).toEqual([
			{
				v: 1,
				kind: 'calm',
				at: MID_MORNING,
				pupilId: mali(kiosk).id,
				certainty: 'not-asked',
				language: 'en',
				feeling: 'worried',
				activity: first.id,
				ended: 'stopped',
				before: 2,
				after: 'smaller',
				excludedAdultIds: []
			}
		]);
	});

	it('as over where it was done to its end', () => {
		const { kiosk, calm, first, play } = atCalm();
		play();
		for (const _ of first.steps) calm.player?.next();
		expect(calm.player?.state).toBe('over');
		calm.finish();
		calm.say('same');
		expect(kiosk.kept).toMatchObject([{ ended: 'over', after: 'same' }]);
	});

	it('as over where it was made by hand: it has no end but the child’s own', () => {
		const { kiosk, calm } = atCalm();
		calm.choose(activityNamed('sand'));
		calm.player?.next();
		calm.finish();
		calm.say('same');
		expect(kiosk.kept).toMatchObject([{ activity: 'sand', ended: 'over' }]);
	});

	it.each([
		['stops and chooses something else', (now: ReturnType<typeof atCalm>) => now.calm.back()],
		['leaves without a word', (now: ReturnType<typeof atCalm>) => now.visit.wipe()],
		['says that it is another child', (now: ReturnType<typeof atCalm>) => now.visit.notMe()]
	])('without an answer when the child %s', (_what, leave) => {
		const now = atCalm();
		now.play();
		leave(now);
		expect(now.kiosk.kept).toMatchObject([{ kind: 'calm', after: null }]);
	});

	it('never for an activity that was only opened', () => {
		const { kiosk, visit, calm, first } = atCalm();
		calm.choose(first);
		calm.back();
		visit.wipe();
		expect(kiosk.kept).toEqual([]);
	});

	it('each time it is done', () => {
		const { kiosk, visit, calm, play } = atCalm();
		play();
		calm.finish();
		calm.say('same');
		calm.again();
		expect(calm.after).toBeNull();
		calm.player?.next();
		visit.wipe();
		expect(kiosk.kept).toMatchObject([{ after: 'same' }, { after: null }]);
	});

	it('without who it is beside an ask that has no name', () => {
		const { kiosk, visit, play } = atCalm();
		visit.telling.askWithoutName();
		visit.openCalm();
		play();
		visit.wipe();
		expect(kiosk.kept).toMatchObject([{ pupilId: null, excludedAdultIds: [] }]);
	});

	it('and a tablet that cannot keep it stands in nobody’s way', async () => {
		const { kiosk, calm, play } = atCalm();
		kiosk.keepSafe.mockRejectedValue(new Error('no room'));
		play();
		calm.finish();
		calm.say('bigger');
		await vi.advanceTimersByTimeAsync(0);
		expect(calm.after).toBe('bigger');
	});
});

describe('what is shown', () => {
	it('is what was offered before, after something different and back', () => {
		const { calm } = atCalm();
		const before = calm.offered;
		calm.different();
		expect(calm.offered).not.toEqual(before);
		const now = calm.offered;
		const [one] = now;
		if (one) calm.choose(one);
		expect(calm.back()).toBe(true);
		expect(calm.offered).toEqual(now);
		expect(calm.back()).toBe(false);
	});

	it('is nothing of it after the visit', () => {
		const { visit, calm, play } = atCalm();
		play();
		const { player } = calm;
		visit.wipe();
		expect(visit.calm).toBeNull();
		expect(player?.state).toBe('over');
	});
});

describe('what a child makes', () => {
	class Shells {
		readonly found = 3;
	}

	it.each<[string, (at: ReturnType<typeof atCalm>) => unknown]>([
		['another activity', ({ calm, first }) => calm.choose(first)],
		['the same one anew', ({ calm }) => calm.again()],
		['something different', ({ calm }) => calm.back()],
		['the end of the visit', ({ visit }) => visit.wipe()]
	])('is forgotten with %s', (_, leave) => {
		const at = atCalm();
		at.play();
		const begun = at.calm.made.as(Shells);
		leave(at);
		expect(at.calm.made.as(Shells)).not.toBe(begun);
	});

	it('stays under Hide', () => {
		const { kiosk, visit, calm, play } = atCalm();
		play();
		const begun = calm.made.as(Shells);
		visit.hide();
		visit.comeBack(mali(kiosk).picture ?? '');
		expect(visit.calm?.made.as(Shells)).toBe(begun);
	});
});
