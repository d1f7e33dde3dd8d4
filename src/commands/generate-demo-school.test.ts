import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DEMO_SCHOOL_FOLDER, demoSchoolFiles } from './generate-demo-school';

test('the committed demo school is what the command writes', async () => {
	for (const [name, text] of demoSchoolFiles()) {
		expect(await readFile(join(DEMO_SCHOOL_FOLDER, name), 'utf8'), name).toBe(text);
	}
});
