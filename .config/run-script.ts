// Runs one of the commands in src/commands through Vite, so that `$lib` and `.svelte` resolve there
// as they do in the app. Usage: node .config/run-script.ts FILE [ARGUMENTS…]
import { resolve } from 'node:path';
import { runnerImport } from 'vite';

const [file, ...rest] = process.argv.slice(2);
if (!file) throw new Error('Which command? node .config/run-script.ts FILE');
process.argv = [process.argv[0] ?? 'node', resolve(file), ...rest];

const root = resolve(import.meta.dirname, '..');
// Vite calls its own work development from here on; what a command builds or starts is nothing of the kind.
const { NODE_ENV } = process.env;
const { module } = await runnerImport<{ main?: (args: string[]) => Promise<number | void> }>(
	resolve(root, file),
	{
		root,
		configFile: false,
		logLevel: 'error',
		resolve: { alias: { $lib: resolve(root, 'src/lib') } },
		server: { perEnvironmentStartEndDuringDev: false }
	}
);
if (NODE_ENV === undefined) delete process.env['NODE_ENV'];
else process.env['NODE_ENV'] = NODE_ENV;
if (module.main) {
	const code = await module.main(rest);
	if (typeof code === 'number') process.exitCode = code;
}
