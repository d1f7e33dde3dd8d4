// `npm run demo -- --check`: a scripted child and a scripted adult go the whole path against the running
// demo, in a real browser, with the server stopped and started in between.
import { chromium, expect, type BrowserContext } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchOptions } from '../../tests/support/browser';
import { KioskPage } from '../../tests/support/kiosk-page';
import { StaffPage } from '../../tests/support/staff-page';
import { readConfig } from '$lib/server/config';
import { makePairingCode } from '$lib/server/kiosks/kiosks';
import { startServer } from '$lib/server/running';
import { askDemo } from './demo-control';
import { readDemoSchool, type DemoSchool } from './demo-school';

const LIVE_TIMEOUT_MS = 5_000;
/** A tablet tries again at least once a minute. */
const DELIVERY_TIMEOUT_MS = 70_000;

interface Demo {
	origin: string;
	dataDir: string;
	school: DemoSchool;
	pairingCode: string;
}

async function openDemo(environment: Record<string, string>): Promise<Demo> {
	const dataDir = environment['DATA_DIR'] ?? '';
	const school = readDemoSchool(dataDir);
	if (!school) throw new Error('There is no demo here yet. Start it first: npm run demo');
	// Also says clearly when the demo is not running; a running one stays as it is.
	await askDemo(dataDir, 'start');
	const running = await startServer(readConfig({ ...environment, LOG_LEVEL: 'silent' }));
	try {
		const { code } = await makePairingCode(running, {
			schoolId: school.schoolId,
			kioskName: 'The check’s tablet',
			place: 'class',
			classId: school.classId,
			madeBy: school.lead.staffId
		});
		return { origin: environment['ORIGIN'] ?? '', dataDir, school, pairingCode: code };
	} finally {
		await running.close();
	}
}

class Steps {
	passed = 0;
	async step(says: string, doing: () => Promise<void>): Promise<void> {
		try {
			await doing();
		} catch (error) {
			console.log(`✗ ${says}`);
			throw error;
		}
		this.passed += 1;
		console.log(`✓ ${says}`);
	}
}

/** The exit code: 0 when the path is whole. */
export async function checkDemo(environment: Record<string, string>): Promise<number> {
	const demo = await openDemo(environment);
	const steps = new Steps();
	const profile = mkdtempSync(join(tmpdir(), 'cwtch-check-'));
	const viewport = { width: 1280, height: 800 };
	// A profile of its own, as a tablet has: without one the storage would be in memory only.
	const tablet = await chromium.launchPersistentContext(profile, { ...launchOptions(), viewport });
	const office = await chromium.launch(launchOptions());
	try {
		await wholePath(steps, demo, tablet, await office.newContext({ viewport }));
		console.log(`\n${steps.passed} passed, 0 failed`);
		return 0;
	} catch (error) {
		console.error(error instanceof Error ? error.message : error);
		console.log(`\n${steps.passed} passed, 1 failed`);
		return 1;
	} finally {
		await tablet.close();
		await office.close();
		rmSync(profile, { recursive: true, force: true });
		// However it ended, the demo goes on.
		await askDemo(demo.dataDir, 'start');
	}
}

async function wholePath(
	steps: Steps,
	demo: Demo,
	tablet: BrowserContext,
	office: BrowserContext
): Promise<void> {
	const { origin, school } = demo;
	const { child, adult } = school;
	const kiosk = new KioskPage(tablet.pages()[0] ?? (await tablet.newPage()), { origin });
	const staff = new StaffPage(await office.newPage(), { origin });

	await steps.step('a tablet is paired by a link and installed', async () => {
		await kiosk.pair(demo.pairingCode);
		await kiosk.installed();
	});
	await steps.step('a class teacher signs in and sees the inbox', () => staff.signIn(adult));
	// The demo may have been played with before.
	const before = await staff.requests.count();

	await steps.step('a child checks in and asks for a chat', async () => {
		await kiosk.start();
		await kiosk.chooseChild(child.firstName);
		await kiosk.chooseFeeling('worried');
		await kiosk.wish('chat', child.firstName);
		await expect(kiosk.sending).toContainText(kiosk.words('bye.arrived'), {
			timeout: LIVE_TIMEOUT_MS
		});
	});
	await steps.step('the teacher sees it at once, without the name', async () => {
		await expect(staff.requests).toHaveCount(before + 1, { timeout: LIVE_TIMEOUT_MS });
		await expect(staff.page.getByText(child.firstName)).toHaveCount(0);
	});

	await askDemo(demo.dataDir, 'stop');
	await steps.step('the server is stopped: the tablet starts all the same', async () => {
		await kiosk.open();
	});
	await steps.step('another ask is kept, and the child is told the truth', async () => {
		await kiosk.start();
		await kiosk.chooseChild(child.firstName);
		await kiosk.chooseFeeling('sad');
		await kiosk.wish('walk', child.firstName);
		await expect(kiosk.sending).toContainText(kiosk.words('state.kept'));
		await kiosk.finish();
	});
	await askDemo(demo.dataDir, 'start');
	await steps.step('the server is back: it arrives without anybody doing anything', async () => {
		// Who asks twice has one line, which says both.
		await expect(staff.requests.filter({ hasText: staff.words('how.walk') })).not.toHaveCount(0, {
			timeout: DELIVERY_TIMEOUT_MS
		});
		await expect(staff.requests).toHaveCount(before + 1);
	});

	await steps.step('the teacher answers with a time and a place', async () => {
		await staff.openFirstRequest();
		await staff.answer({ slot: 'tomorrow', place: 'library' });
	});
	await steps.step('the child reads the answer with special pictures', async () => {
		await kiosk.start();
		await kiosk.chooseChild(child.firstName);
		await kiosk.openForMe(child.pictures);
		await expect(kiosk.forMe).toContainText(adult.name);
	});
}
