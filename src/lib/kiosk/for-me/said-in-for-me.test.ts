import { expect, it, vi } from 'vitest';
import { Kept } from '../device.svelte';
import { kioskWith, MID_MORNING, stopClockAtMidMorning } from '../example-visit';
import { SaidInForMe, type Got } from './said-in-for-me.svelte';

stopClockAtMidMorning();

const REQUEST = 'f1000000-0000-4000-8000-000000000001';
const MALI = 'b1000000-0000-4000-8000-000000000001';

/** The tablet keeps what is said, or throws `problem`. */
function forMe(problem?: Error) {
	const kiosk = kioskWith();
	const kept = new Kept('1');
	const keep = kiosk.keepSafe.getMockImplementation();
	kiosk.keepSafe.mockImplementation(async (routing) => {
		if (problem) throw problem;
		await keep?.(routing);
		return kept;
	});
	return { kiosk, kept, said: new SaidInForMe(kiosk, MALI) };
}

const SORRY_OR_THANKS: [Got, string][] = [
	['yes', 'feel.thanks'],
	['no-need', 'feel.thanks'],
	['not-yet', 'talkcheck.sorry']
];

it.each(SORRY_OR_THANKS)(
	'of "%s" nothing is thanked for before it has arrived',
	async (got, words) => {
		const { kiosk, kept, said } = forMe();
		expect(said.words(REQUEST)).toBeNull();
		said.check(REQUEST, got);
		expect(said.about(REQUEST)).toBe(got);
		expect(said.words(REQUEST)).toEqual(['bye.keeping']);
		await vi.advanceTimersByTimeAsync(0);
		expect(said.words(REQUEST)).toEqual(['state.kept', 'state.kept_help']);
		kept.hear({ kind: 'sending', ids: ['1'] });
		expect(said.words(REQUEST)).toEqual(['state.sending']);
		kept.hear({ kind: 'delivered', ids: ['1'] });
		expect(said.words(REQUEST)).toEqual([words]);
		expect(kiosk.kept).toEqual([
			{ v: 1, kind: 'talk-checked', at: MID_MORNING, pupilId: MALI, requestId: REQUEST, got }
		]);
	}
);

it('says that the tablet is full, or that it could not be kept', async () => {
	for (const [name, words] of [
		['StorageFull', 'error.full'],
		['Error', 'state.failed']
	] as const) {
		const { said } = forMe(Object.assign(new Error('no'), { name }));
		said.check(REQUEST, 'not-yet');
		await vi.advanceTimersByTimeAsync(0);
		expect(said.words(REQUEST)).toEqual([words]);
	}
});

it('takes a request back, and says nothing of others', async () => {
	const { kiosk, kept, said } = forMe();
	said.takeBack(REQUEST);
	await vi.advanceTimersByTimeAsync(0);
	kept.hear({ kind: 'delivered', ids: ['1'] });
	expect(said.words(REQUEST)).toEqual(['talk.taken_back']);
	expect(said.words('f1000000-0000-4000-8000-000000000002')).toBeNull();
	expect(said.words(null)).toBeNull();
	expect(kiosk.kept).toMatchObject([{ kind: 'take-back', requestId: REQUEST }]);
});
