// From what was found inside envelopes to rows: recorded, or in quarantine; gaps between counters noted.
import type { Transaction } from 'kysely';
import {
	envelopeKey,
	noteCounters,
	otherBodies,
	quarantine,
	type ArrivedEnvelope,
	type CounterNews,
	type Quarantined
} from '../database/envelopes';
import type { StaffFeedEvent } from '../database/live-feed';
import type { Tables } from '../database/schema';
import { alarmLeads } from '../live/alarm-leads';
import type { News } from '../live/live-bus';
import { scheduleGapAlarm } from './gap-alarm';
import type { Looked } from './look-inside';
import type { OpenedEnvelope, Recorder } from './recorder';

/** What came of it: to be announced after the commit, and how many had to be set aside. */
export interface RecordedBatch {
	news: News[];
	setAside: number;
}

/** `ours` are stored, and nobody else records them. */
export async function recordLooked(
	tx: Transaction<Tables>,
	recorder: Recorder,
	ours: readonly ArrivedEnvelope[],
	looked: ReadonlyMap<string, Looked>,
	now: number
): Promise<RecordedBatch> {
	const doubled = await otherBodies(tx, ours);
	const toQuarantine: (Quarantined & { kioskId: string })[] = [];
	const toRecord: { envelope: ArrivedEnvelope; opened: OpenedEnvelope }[] = [];
	const setAside = ({ schoolId, envelopeId, digest, kioskId }: ArrivedEnvelope, reason: string) =>
		toQuarantine.push({ schoolId, envelopeId, digest, kioskId, reason });
	for (const envelope of ours) {
		const look = looked.get(envelopeKey(envelope.envelopeId, envelope.digest));
		if (!look) throw new Error('An envelope was claimed that nobody had looked at.');
		if (look.kind === 'quarantine') setAside(envelope, look.reason);
		else if (doubled.has(envelope.envelopeId)) setAside(envelope, 'same-id-other-body');
		else toRecord.push({ envelope, opened: look.opened });
	}
	const outcomes = await recorder.record(
		tx,
		toRecord.map(({ opened }) => opened)
	);
	const schools = new Map<
		string,
		{ wake: string[]; kioskWake: string[]; feed: StaffFeedEvent[] }
	>();
	for (const [i, { envelope }] of toRecord.entries()) {
		const outcome = outcomes[i];
		if (!outcome) throw new Error('An envelope was neither recorded nor put aside.');
		if (outcome.outcome === 'quarantine') {
			setAside(envelope, outcome.reason);
			continue;
		}
		const school = schools.get(envelope.schoolId) ?? { wake: [], kioskWake: [], feed: [] };
		school.wake.push(...outcome.wake);
		school.kioskWake.push(...outcome.kioskWake);
		school.feed.push(...outcome.feed);
		schools.set(envelope.schoolId, school);
	}
	await quarantine(tx, toQuarantine, now);
	await noteGaps(tx, ours, looked, now);
	const news = [...schools].map(([schoolId, { wake, kioskWake, feed }]): News => ({
		schoolId,
		staffIds: [...new Set(wake)],
		kioskIds: [...new Set(kioskWake)],
		feed
	}));
	news.push(...(await alarmOfQuarantine(tx, toQuarantine, now)));
	return { news, setAside: toQuarantine.length };
}

/** Anybody can send what no tablet of ours has signed: leads see it, and no telephone is rung for it. */
const FROM_ANYBODY = ['malformed', 'unknown-kiosk', 'bad-signature'];

/** They look who it may be from: the tablet is what they can go to. */
async function alarmOfQuarantine(
	tx: Transaction<Tables>,
	rows: readonly (Quarantined & { kioskId: string })[],
	now: number
): Promise<News[]> {
	const news: News[] = [];
	for (const schoolId of new Set(rows.map((row) => row.schoolId))) {
		const alarms = rows
			.filter((row) => row.schoolId === schoolId)
			.map(({ envelopeId, reason, kioskId }) => ({
				kind: 'quarantined',
				detail: { envelopeId, reason, kioskId },
				mayBeAsking: !FROM_ANYBODY.includes(reason)
			}));
		news.push(await alarmLeads(tx, schoolId, alarms, now));
	}
	return news;
}

/** Counters count only where the signature is good: a stranger must not be able to raise them. */
async function noteGaps(
	tx: Transaction<Tables>,
	ours: readonly ArrivedEnvelope[],
	looked: ReadonlyMap<string, Looked>,
	now: number
): Promise<void> {
	const byKiosk = new Map<string, CounterNews>();
	for (const { envelopeId, digest, schoolId, kioskId, counter } of ours) {
		if (looked.get(envelopeKey(envelopeId, digest))?.kind !== 'opened') continue;
		const news = byKiosk.get(kioskId) ?? { schoolId, kioskId, counters: [] };
		news.counters.push(counter);
		byKiosk.set(kioskId, news);
	}
	for (const { schoolId, kioskId } of await noteCounters(tx, [...byKiosk.values()], now))
		await scheduleGapAlarm(tx, schoolId, kioskId, now);
}
