// Counts, with strace, what Chromium really forces to the disk when the kiosk says "kept safe".
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkIn, EngineRoom } from '../figures/support/engine-room';
import { InstalledKiosk } from '../figures/support/installed-kiosk';
import { debianProgram } from './browser';

export interface TabletFsyncs {
	/** How many were said to be kept safe. */
	kept: number;
	/** Calls of fsync and fdatasync on files of IndexedDB while they were kept. */
	fsyncs: number;
	/** The fewest for any one of them. */
	fewest: number;
}

export async function countTabletFsyncs(tries: number): Promise<TabletFsyncs | { notRun: string }> {
	const strace = debianProgram('/usr/bin/strace', 'strace');
	if (!strace) return { notRun: 'strace is not here and could not be installed' };
	const folder = mkdtempSync(join(tmpdir(), 'cwtch-strace-'));
	const log = join(folder, 'calls');
	const under = [strace, '-f', '-y', '-qq', '-e', 'trace=fsync,fdatasync', '-o', log];
	const kiosk = await InstalledKiosk.install({ under }).catch((error: unknown) => {
		rmSync(folder, { recursive: true, force: true });
		throw error;
	});
	try {
		const room = await EngineRoom.open(await kiosk.tablet.page(), kiosk.origin);
		// Nothing is forwarded, so that no deletion is counted for a keeping.
		await kiosk.server.kill();
		const counts: number[] = [];
		let before = fsyncsIn(log);
		for (let kept = 0; kept < tries; kept += 1) {
			await room.keep([{ routing: checkIn(kiosk.school.child.pupilId), words: null }]);
			const after = fsyncsIn(log);
			counts.push(after - before);
			before = after;
		}
		return {
			kept: tries,
			fsyncs: counts.reduce((sum, count) => sum + count, 0),
			fewest: Math.min(...counts)
		};
	} finally {
		await kiosk.remove();
		rmSync(folder, { recursive: true, force: true });
	}
}

/** Finished calls on files of IndexedDB; one that another thread interrupted is counted when it resumes. */
function fsyncsIn(log: string): number {
	const begun = new Map<string, boolean>();
	let count = 0;
	for (const line of readFileSync(log, 'utf8').split('\n')) {
		const [, thread = '', call = ''] = /^(\d+)\s+(.*)$/.exec(line) ?? [];
		if (/^f(data)?sync\(/.test(call)) {
			const ofOutbox = call.includes('/IndexedDB/');
			if (call.includes('<unfinished')) begun.set(thread, ofOutbox);
			else if (ofOutbox && call.endsWith('= 0')) count += 1;
		} else if (/^<\.\.\. f(data)?sync resumed/.test(call)) {
			if (begun.get(thread) && call.endsWith('= 0')) count += 1;
			begun.delete(thread);
		}
	}
	return count;
}
