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
	/** Numbers of each node one after the other, as `node_fields` names them. */
	nodes: number[];
	strings: string[];
	snapshot: { meta: { node_fields: string[]; node_types: [string[], ...unknown[]] } };
}

export interface HeapContent {
	/** Names of properties and scripts among them. */
	strings: string[];
	/** Of objects, functions, arrays and strings: what the app can hold. */
	ownBytes: number;
}

/** Compiled code and the browser's own time lines grow by themselves up to a limit of theirs. */
const OWN = new Set([
	'object',
	'closure',
	'array',
	'string',
	'concatenated string',
	'sliced string'
]);

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

	/** All that can still be reached. */
	async content(): Promise<HeapContent> {
		const pieces: string[] = [];
		const take = ({ chunk }: { chunk: string }) => void pieces.push(chunk);
		this.session.on('HeapProfiler.addHeapSnapshotChunk', take);
		await this.session.send('HeapProfiler.collectGarbage');
		await this.session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
		this.session.off('HeapProfiler.addHeapSnapshotChunk', take);
		const { nodes, strings, snapshot } = JSON.parse(pieces.join('')) as Snapshot;
		const { node_fields, node_types } = snapshot.meta;
		const [type, size] = [node_fields.indexOf('type'), node_fields.indexOf('self_size')];
		let ownBytes = 0;
		for (let node = 0; node < nodes.length; node += node_fields.length) {
			const kind = node_types[0][nodes[node + type] ?? -1] ?? '';
			if (OWN.has(kind)) ownBytes += nodes[node + size] ?? 0;
		}
		return { strings, ownBytes };
	}
}
