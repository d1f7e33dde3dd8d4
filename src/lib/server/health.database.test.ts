import { expect, it } from 'vitest';
import { onBothDatabases } from '../../../tests/support/on-both-databases';
import { runningOn } from '../../../tests/support/running-on';
import { version } from '../../../package.json';
import { answerHealth } from './health';

onBothDatabases('the health of the server', (database) => {
	it('is good while the database answers', async () => {
		const answer = await answerHealth(runningOn(database()));
		expect(answer.status).toBe(200);
		expect(await answer.json()).toEqual({ ready: true, version });
	});
});

const notReady = async (answer: Response) => {
	expect(answer.status).toBe(503);
	expect(await answer.json()).toEqual({ ready: false, version });
};

it('is bad when the server could not start, and tells nothing of why', async () => {
	await notReady(await answerHealth(Promise.reject(new Error('secret reason'))));
});

it('is bad when the database does not answer in time', async () => {
	await notReady(await answerHealth(new Promise<never>(() => undefined), 20));
});

onBothDatabases('the health of a server that is closing', (database) => {
	it('is bad', async () => {
		const running = await runningOn(database());
		await running.db.destroy();
		await notReady(await answerHealth(Promise.resolve(running)));
	});
});
