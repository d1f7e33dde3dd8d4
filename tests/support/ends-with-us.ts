// What tests and figures start must not outlive them, not even when they are killed themselves.
import { existsSync } from 'node:fs';

/** Of util-linux, which every Debian has. Elsewhere a killed figure may leave its browser behind. */
const SETPRIV = '/usr/bin/setpriv';

/**
 * The same command, as one that Linux ends when the process that starts it is gone. The pid is the
 * program's own.
 */
export function endsWithUs(command: readonly string[]): [string, ...string[]] {
	const [program, ...rest] = command;
	if (program === undefined) throw new Error('Which program?');
	return existsSync(SETPRIV)
		? [SETPRIV, '--pdeathsig', 'KILL', program, ...rest]
		: [program, ...rest];
}
