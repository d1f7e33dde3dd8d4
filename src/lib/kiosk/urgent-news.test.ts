import { expect, it } from 'vitest';
import { exampleDirectory, NANT } from './example-school';
import { answerOf, saidOf, type UrgentNews } from './urgent-news';

const CALL = 'e1000000-0000-7000-8000-000000000001';
const EVANS = 'a1000000-0000-4000-8000-000000000001';
const REES = 'a1000000-0000-4000-8000-000000000002';

let made = 0;
const news = (kind: UrgentNews['kind'], adultId: string, requestId = CALL): UrgentNews => ({
	kind,
	id: `f1000000-0000-7000-8000-${String((made += 1)).padStart(12, '0')}`,
	at: made,
	requestId,
	adultId
});
const coming = { adultId: EVANS, isComing: true };

it('is nothing until an adult has seen it, then who', () => {
	expect(answerOf([], CALL)).toBeNull();
	const other = news('urgent-answered', REES, 'e1000000-0000-7000-8000-000000000002');
	expect(answerOf([other], CALL)).toBeNull();
	const seen = [other, news('urgent-seen', REES), news('urgent-seen', EVANS)];
	expect(answerOf(seen, CALL)).toEqual({ adultId: EVANS, isComing: false });
});

it('stays with who is coming, whoever opens it after', () => {
	const promised = [news('urgent-seen', EVANS), news('urgent-answered', EVANS)];
	const opened = [...promised, news('urgent-seen', REES)];
	expect(answerOf(opened, CALL)).toEqual(coming);
	// As after a new connection, which tells the last minutes again.
	expect(answerOf([...opened, ...promised], CALL)).toEqual(coming);
});

it('is another who promises after that', () => {
	const both = [news('urgent-answered', EVANS), news('urgent-answered', REES)];
	expect(answerOf(both, CALL)).toEqual({ adultId: REES, isComing: true });
});

it('is no promise any more once that adult takes it back', () => {
	const promised = [news('urgent-seen', REES), news('urgent-answered', EVANS)];
	const back = [...promised, news('urgent-withdrawn', EVANS)];
	expect(answerOf(back, CALL)).toEqual({ adultId: EVANS, isComing: false });
	expect(answerOf([...back, ...promised], CALL)).toMatchObject({ isComing: false });
	expect(answerOf([...back, news('urgent-answered', EVANS)], CALL)).toEqual(coming);
	const byAnother = [...promised, news('urgent-withdrawn', REES)];
	expect(answerOf(byAnother, CALL)).toEqual(coming);
	expect(answerOf([news('urgent-withdrawn', EVANS)], CALL)).toBeNull();
});

it('has a name where the tablet knows one, and is said without', () => {
	const { adults } = exampleDirectory();
	const [evans] = adults.filter(({ id }) => id === NANT.evans);
	if (!evans) throw new Error('She is of the example school.');
	const others = adults.filter(({ id }) => id !== NANT.evans);
	const said = (isComing: boolean, directory: Parameters<typeof saidOf>[1]) =>
		saidOf({ adultId: NANT.evans, isComing }, directory);
	const named = { values: { adult: 'Miss Evans' } };
	for (const directory of [{ adults }, { adults: others, toldAdults: [evans] }]) {
		expect(said(true, directory)).toEqual({ key: 'urgent.coming', ...named });
		expect(said(false, directory)).toEqual({ key: 'state.seen', ...named });
	}
	expect(said(true, { adults: others })).toEqual({ key: 'urgent.coming_any' });
	expect(said(false, null)).toEqual({ key: 'urgent.seen_any' });
	expect(saidOf(null, { adults })).toBeNull();
});
