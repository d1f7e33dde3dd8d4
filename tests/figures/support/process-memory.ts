import { readFileSync } from 'node:fs';

const KIB_OF_MIB = 1024;

/** What Linux says under `name` for a process, in MiB; throws elsewhere. */
function fromStatus(pid: number, name: 'VmRSS' | 'VmHWM'): number {
	const line = new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(
		readFileSync(`/proc/${pid}/status`, 'utf8')
	);
	if (!line?.[1]) throw new Error(`Linux does not say ${name} of process ${pid}.`);
	return Number(line[1]) / KIB_OF_MIB;
}

/** Resident now. */
export const residentMebibytes = (pid: number): number => fromStatus(pid, 'VmRSS');

/** The most that was resident since its start. */
export const mostResidentMebibytes = (pid: number): number => fromStatus(pid, 'VmHWM');
