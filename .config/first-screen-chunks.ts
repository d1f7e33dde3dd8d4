// Few files for the kiosk's first screen. A tablet without a network reads each from its disk, and
// seventeen small scripts took it longer than three.
import { resolve } from 'node:path';
import { KIOSK_START } from './kiosk-shell.ts';

/** What the kiosk loads before any tap, and where the staff side begins. */
const KIOSK = [KIOSK_START];
const STAFF = [resolve(import.meta.dirname, '../src/routes/staff/+layout.svelte')];

interface Graph {
	getModuleInfo(id: string): { importedIds: readonly string[] } | null;
}

/** Everything that these modules import, and what that imports in turn; not what is loaded later. */
function staticallyImported(from: readonly string[], graph: Graph): Set<string> {
	const seen = new Set<string>();
	const visit = (id: string) => {
		if (seen.has(id)) return;
		seen.add(id);
		for (const next of graph.getModuleInfo(id)?.importedIds ?? []) visit(next);
	};
	for (const id of from) visit(id);
	return seen;
}

interface Sides {
	kiosk: Set<string>;
	staff: Set<string>;
}

let sides: Sides | null = null;

/** The chunk that a module goes to, or `null` where the bundler decides. */
export function firstScreenChunk(id: string, graph: Graph): string | null {
	sides ??= {
		kiosk: staticallyImported(KIOSK, graph),
		staff: staticallyImported(STAFF, graph)
	};
	if (!sides.kiosk.has(id) || KIOSK.includes(id)) return null;
	if (id.includes('/node_modules/')) return 'framework';
	// A style sheet of its own stays apart: the two sides share app.css.
	if (id.endsWith('.css') && !id.includes('type=style')) return null;
	return sides.staff.has(id) ? 'shared' : 'kiosk';
}
