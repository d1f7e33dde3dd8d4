import { describe, expect, it } from 'vitest';
import { Contacts, PALM_MM, type Contact } from './contacts';

const PX_PER_MM = 4;
const finger = (change: Partial<Contact> = {}): Contact => ({
	pointerId: 7,
	isPrimary: true,
	width: 40,
	height: 44,
	...change
});

describe('a touch', () => {
	it('is meant where it is one finger, flat or not, or a mouse', () => {
		const contacts = new Contacts();
		contacts.begins(finger({ width: 25 * PX_PER_MM }), PX_PER_MM);
		expect(contacts.isMeant(7)).toBe(true);
		contacts.begins(finger({ pointerId: 1, width: 1, height: 1 }), PX_PER_MM);
		expect(contacts.isMeant(1)).toBe(true);
	});

	it('is not meant where it is a second finger; the first one still is', () => {
		const contacts = new Contacts();
		contacts.begins(finger(), PX_PER_MM);
		contacts.begins(finger({ pointerId: 8, isPrimary: false }), PX_PER_MM);
		expect(contacts.isMeant(8)).toBe(false);
		expect(contacts.isMeant(7)).toBe(true);
	});

	it('is not meant where it is a palm, or becomes one', () => {
		const contacts = new Contacts();
		const palm = finger({ height: PALM_MM * PX_PER_MM + 1 });
		contacts.begins(palm, PX_PER_MM);
		expect(contacts.isMeant(7)).toBe(false);
		contacts.begins(finger(), PX_PER_MM);
		expect(contacts.isMeant(7), 'a new touch').toBe(true);
		contacts.touches(palm, PX_PER_MM);
		expect(contacts.isMeant(7)).toBe(false);
	});

	it('is the last one where the browser does not say which', () => {
		const contacts = new Contacts();
		contacts.begins(finger({ isPrimary: false }), PX_PER_MM);
		expect(contacts.isMeant(undefined)).toBe(false);
		expect(contacts.isMeant(-1)).toBe(false);
	});
});
