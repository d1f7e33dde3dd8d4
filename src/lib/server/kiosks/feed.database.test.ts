import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { readKioskFeed, type KioskFeedEvent } from '$lib/crossing/kiosk-feed';
import { atKiosk } from '../../../../tests/support/kiosk-of-school';
import { onBothDatabases } from '../../../../tests/support/on-both-databases';
import type { PairedKiosk } from '../../../../tests/support/paired-kiosk';
import { makeSmallSchool, type SmallSchool } from '../../../../tests/support/small-school';
import { insertKioskFeed, type KioskFeedEntry } from '../database/live-feed';
import { answerDirectory } from '../directory/answer-directory';
import { directoryChanged } from '../directory/directory-changed';
import { announce } from '../live/announce';
import type { RunningServer } from '../running';
import { answerFeed, FEED_LASTS_MS, FEED_REMEMBERS_MS, HEARTBEAT_MS } from './feed';
import { listKiosks, revokeKiosk } from './kiosks';

const PATH = '/crossing/v1/feed';

onBothDatabases("the kiosk's feed", (database) => {
	let school: SmallSchool;
	beforeEach(async () => {
		school = await makeSmallSchool(database().db);
	});
	afterEach(() => vi.useRealTimers());

	const here = () => atKiosk(database(), school);
	/** An open feed; what it says is waited for with `next`. */
	async function listen(running: RunningServer, kiosk: PairedKiosk) {
		const ended = new AbortController();
		onTestFinished(() => ended.abort());
		const request = await kiosk.request('GET', PATH, { signal: ended.signal });
		const response = await answerFeed(running, request);
		expect(response.headers.get('content-type')).toBe('text/event-stream');
		if (!response.body) throw new Error('The feed has no body.');
		const events = readKioskFeed(response.body as ReadableStream<Uint8Array<ArrayBuffer>>);
		return {
			hangUp: () => ended.abort(),
			/** `null` when the server has ended the feed. */
			async next(): Promise<KioskFeedEvent | null> {
				const { value, done } = await events.next();
				return done ? null : value;
			}
		};
	}
	const seen = (kioskId: string): KioskFeedEntry & { kind: 'urgent-seen' } => ({
		kioskId,
		kind: 'urgent-seen',
		detail: { requestId: randomUUID(), adultId: school.adults.evans }
	});
	const tell = async (running: RunningServer, entry: KioskFeedEntry, at = Date.now()) => {
		const { schoolId } = school;
		await insertKioskFeed(running.db, schoolId, entry, at);
		announce(running, { schoolId, staffIds: [], kioskIds: [entry.kioskId] });
	};

	it('begins with the tag of the directory', async () => {
		const { running, kiosk } = await here();
		const feed = await listen(running, kiosk);
		const directory = await answerDirectory(
			running,
			await kiosk.request('GET', '/crossing/v1/directory')
		);
		expect(await feed.next()).toEqual({
			kind: 'directory',
			etag: directory.headers.get('etag')
		});
	});

	it('tells what an adult said, as it happens, to this kiosk alone', async () => {
		const { running, kiosk } = await here();
		const other = await here();
		const feed = await listen(running, kiosk);
		await feed.next();
		await tell(running, seen(other.kiosk.kioskId));
		const entry = seen(kiosk.kioskId);
		await tell(running, entry);
		expect(await feed.next()).toMatchObject({ kind: 'urgent-seen', ...entry.detail });
		const meetAt = Date.now() + 60_000;
		const answered = { ...entry, kind: 'urgent-answered' as const };
		await tell(running, { ...answered, detail: { ...entry.detail, meetAt } });
		expect(await feed.next()).toMatchObject({ kind: 'urgent-answered', meetAt });
	});

	it('tells the last half hour again to a kiosk that was away, and nothing older', async () => {
		const { running, kiosk } = await here();
		const now = Date.now();
		const recent = seen(kiosk.kioskId);
		await tell(running, seen(kiosk.kioskId), now - FEED_REMEMBERS_MS - 1000);
		await tell(running, recent, now - 60_000);
		for (let connection = 0; connection < 2; connection += 1) {
			const feed = await listen(running, kiosk);
			expect(await feed.next()).toMatchObject(recent.detail);
			expect(await feed.next()).toMatchObject({ kind: 'directory' });
		}
	});

	it('lets nothing through that the kiosk need not know', async () => {
		const { running, kiosk } = await here();
		const entry = seen(kiosk.kioskId);
		await running.db
			.insertInto('kiosk_feed')
			.values([
				{
					school_id: school.schoolId,
					event_id: randomUUID(),
					kiosk_id: kiosk.kioskId,
					kind: 'urgent-seen',
					detail_json: JSON.stringify({
						...entry.detail,
						pupilId: school.pupils.mali,
						name: 'Mali'
					}),
					at: Date.now()
				},
				{
					school_id: school.schoolId,
					event_id: randomUUID(),
					kiosk_id: kiosk.kioskId,
					kind: 'of-a-later-version',
					detail_json: '{"name":"Mali"}',
					at: Date.now() + 1
				}
			])
			.execute();
		const feed = await listen(running, kiosk);
		const event = await feed.next();
		expect(event).toMatchObject(entry.detail);
		expect(JSON.stringify(event)).not.toMatch(/Mali|pupil/);
		expect(await feed.next()).toMatchObject({ kind: 'directory' });
	});

	it('says when the directory has changed, and only then', async () => {
		const { running, kiosk } = await here();
		const feed = await listen(running, kiosk);
		const before = await feed.next();
		await directoryChanged(running, school.schoolId);
		await running.db
			.updateTable('staff_member')
			.set({ away_until: Date.now() + 3_600_000 })
			.where('school_id', '=', school.schoolId)
			.where('staff_id', '=', school.adults.evans)
			.execute();
		await directoryChanged(running, school.schoolId);
		const after = await feed.next();
		expect(after).toMatchObject({ kind: 'directory' });
		expect(after).not.toEqual(before);
		const entry = seen(kiosk.kioskId);
		await tell(running, entry);
		expect(await feed.next()).toMatchObject(entry.detail);
	});

	it('ends when the kiosk is revoked', async () => {
		const { running, kiosk } = await here();
		const feed = await listen(running, kiosk);
		await feed.next();
		const { schoolId, adults } = school;
		await revokeKiosk(running, { schoolId, kioskId: kiosk.kioskId, by: adults.rees });
		expect(await feed.next()).toBeNull();
		const again = await answerFeed(running, await kiosk.request('GET', PATH));
		expect(again.status).toBe(401);
	});

	it('ends after ten minutes, so that the kiosk signs again, and notes the contact until then', async () => {
		const { running, kiosk } = await here();
		const startedAt = Date.now();
		vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'], now: startedAt });
		const feed = await listen(running, kiosk);
		await feed.next();
		vi.advanceTimersByTime(FEED_LASTS_MS - HEARTBEAT_MS);
		await vi.waitFor(async () => {
			const listed = await listKiosks(running.db, school.schoolId);
			const lastContactAt = listed.find(({ kioskId }) => kioskId === kiosk.kioskId)?.lastContactAt;
			expect(lastContactAt).toBeGreaterThan(startedAt + FEED_LASTS_MS - 2 * 60_000);
		});
		vi.advanceTimersByTime(HEARTBEAT_MS);
		expect(await feed.next()).toBeNull();
	});

	it('keeps three of one kiosk and ends the oldest', async () => {
		const { running, kiosk } = await here();
		const feeds = [];
		for (let i = 0; i < 4; i += 1) feeds.push(await listen(running, kiosk));
		const firsts = await Promise.all(feeds.map((feed) => feed.next()));
		expect(firsts.slice(1).every((event) => event?.kind === 'directory')).toBe(true);
		expect(firsts[0] === null || (await feeds[0]?.next()) === null).toBe(true);
	});

	it('that the kiosk has hung up stops, and takes nobody else along', async () => {
		const { running, kiosk } = await here();
		const gone = await listen(running, kiosk);
		const stays = await listen(running, kiosk);
		await gone.next();
		await stays.next();
		gone.hangUp();
		const entry = seen(kiosk.kioskId);
		await tell(running, entry);
		expect(await stays.next()).toMatchObject(entry.detail);
		expect(await gone.next()).toBeNull();
	});

	it('is for signed requests alone', async () => {
		const { running } = await here();
		const answer = await answerFeed(running, new Request(`http://localhost${PATH}`));
		expect(answer.status).toBe(401);
	});
});
