import { writeFileSync } from 'node:fs';
import { cardsOfBand } from '$lib/content/cards';
import { rounded, type Figure } from '../support/figure';
import { firstNamesIn } from './support/children';
import { FingerOnKiosk } from './support/finger';
import { InstalledKiosk } from './support/installed-kiosk';

export const figure: Figure = {
	name: 'tmp-profile',
	promise: '',
	unit: '',
	target: '',
	tries: 5,
	async run({ tries, say }) {
		const kiosk = await InstalledKiosk.install({ place: 'class' });
		try {
			const names = await firstNamesIn(kiosk.school, kiosk.school.className);
			const page = await kiosk.tablet.page(6);
			const screens = new FingerOnKiosk(page, kiosk);
			await screens.open();
			const visit = async (child: number) => {
				const name = names[child] ?? '';
				await screens.start();
				await screens.chooseChild(name);
				await screens.chooseFeeling(cardsOfBand('4-7')[child % 8]?.id ?? '');
				await screens.wish('hello', name);
				await screens.finish();
			};
			await visit(0);
			await visit(1);
			const session = await page.context().newCDPSession(page);
			const events: unknown[] = [];
			session.on('Tracing.dataCollected', ({ value }) => void events.push(...value));
			await session.send('Tracing.start', {
				transferMode: 'ReportEvents',
				traceConfig: {
					includedCategories: ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'blink.user_timing', 'v8.execute', 'toplevel', 'cc', 'viz', 'gpu']
				}
			} as never);
			for (let child = 2; child < 2 + tries; child += 1) await visit(child);
			const done = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
			await session.send('Tracing.end');
			await done;
			writeFileSync('/tmp/work/trace.json', JSON.stringify({ traceEvents: events }));
			say(`${events.length} events`);
			return { measured: { n: rounded(events.length) }, tries, holds: true };
		} finally {
			await kiosk.remove();
		}
	}
};
