// A small school whose server runs, anew for each test of a suite, and what children there say and adults see.
import { beforeEach } from 'vitest';
import type { OpenDatabase } from '$lib/server/database/open';
import type { RunningServer } from '$lib/server/running';
import { aboutSchool } from './opened-envelopes';
import { runningOn } from './running-on';
import { makeSmallSchool, viewerIn, type SmallSchool } from './small-school';

export interface RunningSchool {
	/** These two are other ones in each test. */
	readonly running: RunningServer;
	readonly school: SmallSchool;
	about: ReturnType<typeof aboutSchool>;
	viewer: (name: keyof SmallSchool['adults']) => ReturnType<typeof viewerIn>;
}

/** In a suite, before its own `beforeEach`. */
export function runningSchool(database: () => OpenDatabase): RunningSchool {
	let running: RunningServer;
	let school: SmallSchool;
	beforeEach(async () => {
		running = await runningOn(database());
		school = await makeSmallSchool(running.db);
	});
	return {
		get running() {
			return running;
		},
		get school() {
			return school;
		},
		about: aboutSchool(
			() => running.db,
			() => school
		),
		viewer: (name) => viewerIn(school, name)
	};
}
