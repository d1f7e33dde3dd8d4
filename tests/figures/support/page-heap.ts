// What the page's memory holds once everything that is not needed is thrown away: its size, and every string
// in it.
import type { CDPSession, Page } from '@playwright/test';

export interface PageMemory {
	/** Of the heap that is in use. */
	bytes: number;
	/** In the document and beside it. */
	nodes: number;
	listeners: number;
}

interface Snapshot {
	strings: string[];
}

export class PageHeap {
	private constructor(private readonly session: CDPSession) {}

	static async of(page: Page): Promise<PageHeap> {
		const session = await page.context().newCDPSession(page);
		await session.send('Performance.enable');
		await session.send('HeapProfiler.enable');
		return new PageHeap(session);
	}

	/** After collecting garbage; twice, since what ends may let go of more. */
	async measure(): Promise<PageMemory> {
		await this.session.send('HeapProfiler.collectGarbage');
		await this.session.send('HeapProfiler.collectGarbage');
		const { metrics } = await this.session.send('Performance.getMetrics');
		const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? NaN;
		return {
			bytes: of('JSHeapUsedSize'),
			nodes: of('Nodes'),
			listeners: of('JSEventListeners')
		};
	}

	/** All that can still be reached, names of properties and scripts among them. */
	async strings(): Promise<string[]> {
		const pieces: string[] = [];
		const take = ({ chunk }: { chunk: string }) => void pieces.push(chunk);
		this.session.on('HeapProfiler.addHeapSnapshotChunk', take);
		await this.session.send('HeapProfiler.collectGarbage');
		await this.session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
		this.session.off('HeapProfiler.addHeapSnapshotChunk', take);
		return (JSON.parse(pieces.join('')) as Snapshot).strings;
	}
}
