// better-auth over the same database: passwords, sessions and the limit on tries per address. Its own
// HTTP routes are not mounted; our pages call it. Never call it inside a Kysely transaction: on SQLite
// the transaction holds the only connection, and both would wait for ever.
import { betterAuth } from 'better-auth';
import { v7 as newId } from 'uuid';
import { staffByAccount } from '../database/people';
import { schoolById } from '../database/school';
import type { RunningServer } from '../running';
import { sessionEnd, LONGEST_SESSION_MS } from './session-end';

/** Never reached from outside: the paths that our own requests to better-auth are made with. */
export const AUTH_PATH = '/staff/auth';
/** Set by us on those requests, from what the web server says the client's address is. */
export const CLIENT_ADDRESS_HEADER = 'cwtch-client-address';
export const SHORTEST_PASSWORD = 12;
export const LONGEST_PASSWORD = 128;

/** A whole school comes from one address in the morning; guessing one account is slowed elsewhere. */
const SIGN_INS_PER_ADDRESS = { window: 60, max: 60 };

function makeAuth(running: RunningServer) {
	const { db, engine, config, keys, log } = running;
	return betterAuth({
		appName: 'Cwtch Kiosk',
		baseURL: config.origin,
		basePath: AUTH_PATH,
		secret: keys.sessionSecret,
		database: { db, type: engine },
		telemetry: { enabled: false },
		// Its messages may hold e-mail addresses; the kind is enough.
		logger: {
			level: 'error',
			log: (level) => log.error({ level }, 'better-auth reported an error')
		},
		emailAndPassword: {
			enabled: true,
			// Accounts are made by set-up and by invitations alone.
			disableSignUp: true,
			minPasswordLength: SHORTEST_PASSWORD,
			maxPasswordLength: LONGEST_PASSWORD
		},
		user: { modelName: 'auth_user' },
		account: { modelName: 'auth_account' },
		verification: { modelName: 'auth_verification' },
		session: {
			modelName: 'auth_session',
			expiresIn: LONGEST_SESSION_MS / 1000,
			disableSessionRefresh: true
		},
		rateLimit: {
			enabled: true,
			storage: 'database',
			modelName: 'auth_rate_limit',
			customRules: { '/sign-in/email': SIGN_INS_PER_ADDRESS }
		},
		databaseHooks: {
			session: {
				create: {
					before: async (session) => ({
						data: { ...session, expiresAt: new Date(await endOfSession(running, session.userId)) }
					})
				}
			}
		},
		advanced: {
			cookiePrefix: 'cwtch',
			useSecureCookies: config.origin.startsWith('https:'),
			defaultCookieAttributes: { path: '/staff', httpOnly: true, sameSite: 'lax' },
			ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS_HEADER] },
			database: { generateId: () => newId() }
		}
	});
}

async function endOfSession(running: RunningServer, accountId: string): Promise<number> {
	const staff = await staffByAccount(running.db, accountId);
	const school = staff && (await schoolById(running.db, staff.schoolId));
	const timetable = running.config.schoolAlwaysOpen ? null : (school?.timetable ?? null);
	return sessionEnd(Date.now(), timetable);
}

export type Auth = ReturnType<typeof makeAuth>;

const made = new WeakMap<RunningServer['db'], Auth>();

/** The better-auth of this server; one for each database. */
export function authOf(running: RunningServer): Auth {
	const known = made.get(running.db) ?? makeAuth(running);
	made.set(running.db, known);
	return known;
}
