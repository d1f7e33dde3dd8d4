import { expect, test } from 'vitest';
import { personFromOneRosterRole, staffRoleFromJobTitle } from './staff-role';

test.each([
	['Class teacher', 'adult'],
	['Athrawes', 'adult'],
	['Athro', 'adult'],
	['HLTA', 'adult'],
	['Cynorthwyydd dysgu', 'adult'],
	['Deputy Headteacher', 'adult'],
	['Dirprwy Bennaeth', 'adult'],
	['Head of Year 5', 'adult'],
	['Literacy lead', 'adult'],
	['Headteacher', 'head'],
	['Pennaeth', 'head'],
	['Designated Safeguarding Lead', 'lead'],
	['DSP', 'lead'],
	['Deputy DSL', 'lead'],
	['Person Diogelu Dynodedig', 'lead'],
	['Headteacher and DSL', 'lead'],
	['School secretary', 'office'],
	['Swyddfa', 'office'],
	['Rheolwr Busnes', 'office'],
	['lead', 'lead'],
	['Oedolyn', 'adult']
])('%s comes in as %s', (jobTitle, role) => {
	expect(staffRoleFromJobTitle(jobTitle)).toBe(role);
});

test.each(['', 'Parent', 'Safeguarding governor', 'Llywodraethwr', 'Rhiant', 'Contractor'])(
	'“%s” is no work in the school',
	(jobTitle) => {
		expect(staffRoleFromJobTitle(jobTitle)).toBeNull();
	}
);

test('families are outside, whatever the spelling of the role', () => {
	expect(personFromOneRosterRole('Guardian')).toBe('outside');
	expect(personFromOneRosterRole('siteAdministrator')).toBe('office');
	expect(personFromOneRosterRole('ext:lunch')).toBeNull();
});
