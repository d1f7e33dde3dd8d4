// From a child's last tap to the grown-up's open page: POST start until the event reaches a staff client,
// beside a bare server that does no more than that, and beside PouchDB's live changes. All three sync the
// disk before they tell anybody: ours and bare by SQLite's synchronous=FULL, PouchDB by LevelDB's `sync`,
// which is off by default (references/peers/server.mjs).
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Routing } from '$lib/domain/check-in';
import { makeLine, seal } from '$lib/crossing/seal';
import { signIn } from '$lib/server/staff-sessions/sign-in';
import { AppServer } from '../support/app-server';
import { percentile, rounded, type Figure } from '../support/figure';
import { makeSchool, type PairedTestKiosk, type SchoolFixture } from '../support/school-fixture';
import { newEnvelopeId } from './support/crossing-school';
import { EventListeners } from './support/event-listeners';
import { installPeers, PeerServer } from './support/peers';
import { postDelivery } from './support/post-lines';
import { PouchListeners } from './support/pouch-listeners';
import { ReferenceProcess } from './support/reference-process';

const SUBSCRIBERS = [1, 200];
const WARM_UP = 10;
/** With many listeners PouchDB takes seconds for each: there it is sent every so-many-th message only. */
const POUCHDB_EVERY = 5;
/** So that nobody is measured while the one before still tidies up: PouchDB does for some milliseconds. */
const REST_MS = 20;
const MOST_OF_BARE = 4;
const MOST_OF_POUCHDB = 0.5;

/** One server with its listeners: `send` posts one message and resolves when it is answered. */
interface Rival {
	listeners: Pick<EventListeners, 'heard' | 'close'>;
	send(id: string): Promise<void>;
}

export const figure: Figure = {
	name: 'send-to-inbox',
	promise: 'A child’s request is on the grown-up’s open page at once.',
	unit: 'ms from the start of the POST until the event reaches a staff client',
	target: `p50 and p99 at most ${MOST_OF_BARE} × a bare POST, commit and event, and at most half of PouchDB’s, with 1 and with 200 open pages`,
	tries: 200,
	async run({ tries, say }) {
		const missing = await installPeers();
		if (missing) return { notRun: missing };
		const folder = mkdtempSync(join(tmpdir(), 'cwtch-send-'));
		const server = await AppServer.prepare();
		const bare = await ReferenceProcess.start('bare-send.ts', join(folder, 'bare.sqlite'));
		const pouch = await PeerServer.start();
		const agent = new Agent({ keepAlive: true });
		const post = async (url: string, body: string) =>
			void (await postDelivery(agent, new URL(url), body));
		let school: SchoolFixture | null = null;
		try {
			school = await makeSchool(server);
			const kiosk = await school.pairTestKiosk();
			await server.start();
			const cookie = await cookieOf(school);
			await fetch(`${pouch.origin}/couch/inbox`, { method: 'PUT' });
			const measured: Record<string, number> = {};
			let holds = true;
			for (const subscribers of SUBSCRIBERS) {
				const lines = new Map<string, string>();
				for (let n = 0; n < tries + WARM_UP; n += 1) {
					const id = newEnvelopeId();
					lines.set(id, await askLine(school, kiosk, id));
				}
				const listen = (url: string, headers = {}) =>
					EventListeners.open(url, subscribers, headers);
				const inPouch = await PouchListeners.open(`${pouch.origin}/couch/inbox`, subscribers);
				const rivals: Record<'ours' | 'bare' | 'pouchdb', Rival> = {
					ours: {
						listeners: await listen(`${server.origin}/staff/live`, { cookie }),
						send: (id) => post(`${server.origin}/crossing/v1/envelopes`, lines.get(id) ?? '')
					},
					bare: {
						listeners: await listen(`${bare.origin}/live`),
						send: (id) => post(`${bare.origin}/send`, `${id}\n${lines.get(id)}`)
					},
					pouchdb: {
						listeners: inPouch,
						send: (id) => inPouch.send(id, lines.get(id) ?? '')
					}
				};
				const times = { ours: [], bare: [], pouchdb: [] } as Record<keyof typeof rivals, number[]>;
				for (const [n, id] of [...lines.keys()].entries()) {
					for (const name of ['bare', 'ours', 'pouchdb'] as const) {
						if (name === 'pouchdb' && subscribers > 1 && n % POUCHDB_EVERY > 0) continue;
						const { listeners, send } = rivals[name];
						const heard = listeners.heard(id);
						const from = performance.now();
						const [at] = await Promise.all([heard, send(id)]);
						if (n >= WARM_UP) times[name].push(at - from);
						await setTimeout(REST_MS);
					}
				}
				for (const { listeners } of Object.values(rivals)) listeners.close();
				for (const share of [0.5, 0.99]) {
					const of = (name: keyof typeof rivals) => percentile(times[name], share);
					const what = `with ${subscribers} p${share * 100}`;
					for (const name of ['ours', 'bare', 'pouchdb'] as const) {
						measured[`${what} ${name}`] = rounded(of(name));
					}
					measured[`${what} of bare`] = rounded(of('ours') / of('bare'));
					measured[`${what} of pouchdb`] = rounded(of('ours') / of('pouchdb'));
					holds &&= of('ours') <= MOST_OF_BARE * of('bare');
					holds &&= of('ours') <= MOST_OF_POUCHDB * of('pouchdb');
					say(
						`${what}: ${of('ours').toFixed(1)} ms, bare ${of('bare').toFixed(1)}, PouchDB ${of('pouchdb').toFixed(1)}`
					);
				}
			}
			return { measured, tries, holds };
		} finally {
			agent.destroy();
			await pouch.remove();
			await bare.stop();
			await school?.close();
			await server.remove();
			rmSync(folder, { recursive: true, force: true });
		}
	}
};

/** The chosen adult's session, opened as the sign-in page does. */
async function cookieOf({ running, adult }: SchoolFixture): Promise<string> {
	const { email, password } = adult;
	const signedIn = await signIn(running, { email, password, clientAddress: '127.0.0.1' });
	if (signedIn.kind !== 'signed-in') throw new Error(`The adult cannot sign in: ${signedIn.kind}`);
	return signedIn.cookies.map((cookie) => cookie.split(';')[0]).join('; ');
}

let counter = 0;

async function askLine(school: SchoolFixture, kiosk: PairedTestKiosk, id: string): Promise<string> {
	const routing: Routing = {
		v: 1,
		kind: 'check-in',
		at: Date.now(),
		pupilId: school.child.pupilId,
		certainty: 'not-asked',
		language: 'en',
		moment: 'arrival',
		feeling: 'worried',
		wish: { kind: 'ask', adultIds: [school.adult.staffId], how: 'chat', when: 'break' },
		excludedAdultIds: []
	};
	return makeLine(await seal(routing, null, kiosk.sealingKeys), id, (counter += 1), kiosk);
}
