import { expect, it } from 'vitest';
import { emptySchool, setUp, tryToSignIn } from '../../../../tests/support/first-school';
import { onBothDatabases } from '../../../../tests/support/on-both-databases';
import { staffMember } from '../database/people';
import { makeSetUpLink, setUpLinkOpens } from './set-up-link';
import { setUpSchoolByLink } from './set-up-school';

onBothDatabases('setting a school up', (database) => {
	it('sets a school up by a link that opens once, and signs its lead in', async () => {
		const server = await emptySchool(database());
		const link = await makeSetUpLink(server);
		const token = link?.split('/setup/')[1] ?? '';
		expect(await setUpLinkOpens(server, token)).toBe(true);
		const input = setUp({ email: 'Rees@School.example' });
		const both = await Promise.all([
			setUpSchoolByLink(server, token, input),
			setUpSchoolByLink(server, token, { ...input, email: 'second@school.example' })
		]);
		expect(both.filter((outcome) => outcome === 'gone')).toHaveLength(1);
		expect(await setUpLinkOpens(server, token)).toBe(false);
		expect(await makeSetUpLink(server)).toBeNull();

		const made = both.find((outcome) => outcome !== 'gone');
		if (!made) throw new Error('one of the two is set up');
		const lead = await staffMember(server.db, made.schoolId, made.leadId);
		expect(lead).toMatchObject({ role: 'lead', initials: 'MR', language: 'cy' });
		const email = both[0] === 'gone' ? 'second@school.example' : 'rees@school.example';
		expect(await tryToSignIn(server, email.toUpperCase())).toMatchObject({ kind: 'signed-in' });
	});

	it('has only the newest set-up link open', async () => {
		const server = await emptySchool(database());
		const first = (await makeSetUpLink(server))?.split('/setup/')[1] ?? '';
		const second = (await makeSetUpLink(server))?.split('/setup/')[1] ?? '';
		expect(await setUpLinkOpens(server, first)).toBe(false);
		expect(await setUpSchoolByLink(server, first, setUp())).toBe('gone');
		expect(await setUpLinkOpens(server, second)).toBe(true);
	});
});
