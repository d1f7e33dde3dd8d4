// The log: ids, kinds and numbers. Never a name, a feeling or a word of a child.
import pino, { type Logger } from 'pino';

export type { Logger };

export const makeLog = (level: string): Logger =>
	pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
