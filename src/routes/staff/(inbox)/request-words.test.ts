import { expect, it } from 'vitest';
import { needIds } from '$lib/content/needs';
import { staffWords } from '$lib/i18n/staff-words';
import type { InboxItem, SaidTime } from '$lib/server/talk-requests/say-request';
import {
	again,
	arranged,
	below,
	clock,
	dayAndClock,
	isAnsweredWithTime,
	isOverWithOneTap,
	list,
	oneTap,
	time,
	waiting,
	what,
	who
} from './request-words';

const en = staffWords('en');
const cy = staffWords('cy');
const today = (hour: number, minute = 0): SaidTime => ({
	minutes: hour * 60 + minute,
	day: 'today',
	date: '2026-11-16'
});
const item: InboxItem = {
	id: '1',
	heading: 'before-lunch',
	kind: 'talk',
	state: 'new',
	how: 'chat',
	when: 'before-home',
	need: null,
	child: {
		name: 'Mali',
		kind: 'known',
		picture: 'owl',
		className: 'Dosbarth Enfys',
		emblem: 'rainbow'
	},
	kioskName: 'Enfys tablet',
	asked: today(10, 40),
	waitedMinutes: 20,
	next: { to: 'adult', name: 'Mrs Rees', at: today(11, 40) },
	answer: null,
	talkChecked: null,
	askedAgain: [],
	alsoAsked: [],
	byMistake: false,
	mine: true,
	offeredBy: null
};
const answer = {
	byMe: true,
	by: 'Miss Evans',
	at: today(12, 15),
	place: { en: 'in the library', cy: 'yn y llyfrgell' },
	isRead: true,
	hasPassed: false
};

it('never says a name that is not shown', () => {
	expect(who(item.child, false, en)).toBe('A child in Dosbarth Enfys');
	expect(who(item.child, true, en)).toBe('Mali, Dosbarth Enfys');
	expect(who({ ...item.child, name: null }, true, en)).toBe('No name given, Dosbarth Enfys');
	for (const kind of ['nameless', 'mistaken'] as const) {
		const child = { ...item.child, kind, name: null };
		for (const shown of [true, false])
			expect(who(child, shown, en)).toBe(en(`child.${kind}_in`, { class: 'Dosbarth Enfys' }));
		expect(who({ ...child, className: null }, true, en)).toBe(en(`child.${kind}`));
	}
	// To leads, while names are held.
	const mistaken = { ...item.child, kind: 'mistaken' as const };
	expect(who(mistaken, true, en)).toBe('Not Mali: somebody else');
	expect(who(mistaken, false, en)).not.toContain('Mali');
	expect(who({ ...item.child, className: null }, false, en)).toBe('A child');
});

it.each([en, cy])('has words for every need that a child can tap', (t) => {
	for (const need of needIds)
		expect(what({ ...item, kind: 'need', need }, t)).toBe(t(`need.${need}`));
});

it('asks to talk about what was bigger, which is over with one tap and promised to nobody', () => {
	const reflect: InboxItem = { ...item, kind: 'reflect', how: null };
	expect(what(reflect, en)).toBe(
		'After something calm the feeling was bigger. Talk about it together today.'
	);
	expect([isAnsweredWithTime(reflect), isOverWithOneTap(reflect)]).toEqual([false, true]);
	expect(oneTap(reflect, en)).not.toBe(oneTap({ kind: 'need' }, en));
	const today: InboxItem = { ...reflect, state: 'arranged', answer };
	expect(arranged(today, 'en', en)).not.toContain('library');
	expect(below(today, en)).toEqual([]);
	const byOther: InboxItem = { ...today, answer: { ...answer, byMe: false } };
	expect(below(byOther, en)).toEqual(['Miss Evans will talk with the child today']);
	const late: InboxItem = { ...today, answer: { ...answer, hasPassed: true } };
	expect(below(late, en)[0]).toBe('The talk is not noted yet;');
});

it('says when a child asked more than once, and what else for', () => {
	expect(again(item, en)).toEqual([]);
	const twice = { ...item, askedAgain: [today(9, 10), today(10, 40)] };
	expect(again(twice, en)).toEqual(['Asked at 9:10 and 10:40.']);
	const also = { ...twice, alsoAsked: [{ ...item, how: 'walk' as const, when: 'now' as const }] };
	expect(again(also, cy)).toEqual(['Wedi gofyn am 9:10, 10:40.', 'Hefyd: Mynd am dro, nawr.']);
});

it('says that a child is new, with the class that was picked, and that no time is to be sent', () => {
	const child = { ...item.child, name: null, kind: 'new' as const };
	expect(who(child, false, en)).toBe('A new child in Dosbarth Enfys');
	expect(who({ ...child, className: null }, true, cy)).toBe('Plentyn newydd, heb ddewis dosbarth');
	expect(what({ ...item, child, how: null }, en)).toBe("Said “I'm new here”");
	expect(what({ ...item, child }, en)).toBe('A chat, before home time');
	expect([isAnsweredWithTime(item), isAnsweredWithTime({ ...item, child })]).toEqual([true, false]);
});

it('says what was asked for in both languages', () => {
	expect(what(item, en)).toBe('A chat, before home time');
	expect(what(item, cy)).toBe('Sgwrs, cyn amser mynd adre');
	expect(what({ ...item, kind: 'need', need: 'hungry' }, en)).toBe('Hungry');
	expect(what({ ...item, kind: 'urgent' }, en)).toBe('Needs a grown-up now');
});

it('says how long it has waited and who is next', () => {
	expect(below(item, en)).toEqual(['Waiting 20 minutes;', 'next: Mrs Rees at 11:40']);
	expect(below(item, cy)).toEqual(['Yn aros ers 20 munud;', 'nesaf: Mrs Rees am 11:40']);
	expect(waiting({ ...item, waitedMinutes: 2 }, cy)).toBe('Yn aros ers 2 funud');
	expect(waiting({ ...item, waitedMinutes: 0 }, en)).toBe('Waiting less than a minute');
	const friday = { ...today(10), day: 'other' as const, date: '2026-11-13' };
	expect(waiting({ ...item, asked: friday }, en)).toBe('Waiting since Friday');
	expect(waiting({ ...item, waitedMinutes: 200 }, en)).toBe('Asked at 10:40');
});

it('says of an answer whether the child has seen it, and that a promised time has passed', () => {
	const arranged = { ...item, state: 'arranged' as const, answer };
	expect(below(arranged, en)).toEqual(['The child has seen the answer']);
	expect(below({ ...arranged, answer: { ...answer, isRead: false } }, en)[0]).toContain('not seen');
	expect(below({ ...arranged, answer: { ...answer, hasPassed: true } }, en)[0]).toBe(
		'The promised time has passed;'
	);
});

it('says times as a school does', () => {
	expect([9 * 60 + 5, 12 * 60 + 15, 14 * 60 + 50, 20 * 60].map(clock)).toEqual([
		'9:05',
		'12:15',
		'2:50',
		'20:00'
	]);
	const tuesday = { ...today(9, 10), day: 'tomorrow' as const, date: '2026-11-17' };
	expect(time(tuesday, en)).toBe('Tuesday, 9:10');
	expect(time(tuesday, cy)).toBe('dydd Mawrth, 9:10');
});

it('lists names in both languages', () => {
	expect(list(['Cai'], en)).toBe('Cai');
	expect(list(['Cai', 'Elin', 'Nansi'], en)).toBe('Cai, Elin and Nansi');
	expect(list(['Cai', 'Elin', 'Nansi'], cy)).toBe('Cai, Elin, Nansi');
});

it('says that there are words where nothing was asked, and when they were given', () => {
	const words = { ...item, how: null };
	expect(what(words, en)).toBe('Left words of their own');
	expect(what(words, cy)).toBe('Wedi gadael ei eiriau ei hun');
	expect(dayAndClock(today(10, 40), en)).toBe('Monday 16 November, 10:40');
});
