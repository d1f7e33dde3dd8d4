// What touches the screen. A second finger and a palm are not what a child means to say.

/** A flat thumb leaves about 25 mm; the ball of a hand leaves more. */
export const PALM_MM = 32;

export interface Contact {
	pointerId: number;
	/** The first of the fingers that are down. */
	isPrimary: boolean;
	/** Of the touched patch, in CSS pixels; 1 where the screen does not know. */
	width: number;
	height: number;
}

export class Contacts {
	#unmeant = new Set<number>();
	#last = -1;

	/** Down, or moved: a palm lands with its edge first. */
	touches(contact: Contact, pxPerMm: number): void {
		const { pointerId, isPrimary, width, height } = contact;
		this.#last = pointerId;
		if (!isPrimary || Math.max(width, height) > PALM_MM * pxPerMm) this.#unmeant.add(pointerId);
	}

	/** A new touch may have the number of an old one. */
	begins(contact: Contact, pxPerMm: number): void {
		this.#unmeant.delete(contact.pointerId);
		this.touches(contact, pxPerMm);
	}

	/** @param pointerId of the click; not every browser says it */
	isMeant(pointerId: number | undefined): boolean {
		const known = pointerId !== undefined && pointerId >= 0 ? pointerId : this.#last;
		return !this.#unmeant.has(known);
	}
}
