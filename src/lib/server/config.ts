// The environment, read once and in this file alone.
import { resolve } from 'node:path';
import * as v from 'valibot';

const wholeNumber = (fallback: number) =>
	v.optional(
		v.pipe(
			v.string(),
			v.transform(Number),
			v.integer('must be a whole number'),
			v.minValue(0, 'must not be negative')
		),
		String(fallback)
	);

const Environment = v.object({
	DATA_DIR: v.optional(v.pipe(v.string(), v.nonEmpty('must name a folder')), 'data'),
	/** PostgreSQL; without it everything is in one SQLite file under DATA_DIR. */
	DATABASE_URL: v.optional(
		v.pipe(v.string(), v.regex(/^postgres(ql)?:\/\//, 'must begin with postgres://'))
	),
	KEYS_FILE: v.optional(v.string()),
	/** Where browsers reach the app; better-auth and the links we print need it. */
	ORIGIN: v.optional(
		v.pipe(v.string(), v.url('must be an address like https://cwtch.school.example'))
	),
	PORT: wholeNumber(3000),
	HOST: v.optional(v.string(), '0.0.0.0'),
	LOG_LEVEL: v.optional(v.picklist(['debug', 'info', 'warn', 'error', 'silent']), 'info'),
	/** Only for the demo and for tests: the school is always open, so that nothing waits for Monday. */
	SCHOOL_ALWAYS_OPEN: v.optional(v.picklist(['0', '1']), '0')
});

export interface Config {
	dataDir: string;
	databaseUrl: string | null;
	keysFile: string;
	origin: string;
	port: number;
	logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
	schoolAlwaysOpen: boolean;
}

/** Throws one sentence per wrong variable: what it is, what is wrong with it. */
export function readConfig(environment: Record<string, string | undefined>): Config {
	const parsed = v.safeParse(Environment, environment);
	if (!parsed.success) {
		const wrong = parsed.issues.map(
			(issue) => `${v.getDotPath(issue) ?? 'environment'} ${issue.message}`
		);
		throw new Error(`The settings in the environment cannot be used: ${wrong.join('; ')}.`);
	}
	const env = parsed.output;
	const dataDir = resolve(env.DATA_DIR);
	return {
		dataDir,
		databaseUrl: env.DATABASE_URL ?? null,
		keysFile: resolve(env.KEYS_FILE ?? `${dataDir}/keys.json`),
		origin: env.ORIGIN ?? `http://localhost:${env.PORT}`,
		port: env.PORT,
		logLevel: env.LOG_LEVEL,
		schoolAlwaysOpen: env.SCHOOL_ALWAYS_OPEN === '1'
	};
}
