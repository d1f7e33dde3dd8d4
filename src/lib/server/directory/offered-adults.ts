// Whom children may ask, as the tablets show it. Pure.
import type { StaffRole } from '$lib/domain/school';

export interface KnownAdult {
	staffId: string;
	role: StaffRole;
	/** Agreed to be named by children. */
	mayBeAsked: boolean;
}

export interface OfferedAdults {
	/** Everybody whom some child of this tablet is offered, leads too. */
	offeredIds: ReadonlySet<string>;
	/** By class: its adults who are offered. */
	classAdultIds: ReadonlyMap<string, string[]>;
	/** In order, never empty while the school has a lead. */
	trustedIdsOf(named: readonly string[], classIds: readonly string[]): string[];
}

/**
 * Offered are the adults who agreed to be asked, and the leads. In a class where no adult has agreed
 * yet its adults are offered all the same: a new school must not show a child nobody. A child who has
 * named nobody (or only people who have left) gets the class's adults, and, where none of those has
 * agreed or there are none, the leads too.
 *
 * `staff` and the lists of `classAdults` are in the order to be shown. Standing exclusions play no part:
 * an adult missing on the tablet would tell of one.
 */
export function offeredAdults(
	staff: readonly KnownAdult[],
	classAdults: ReadonlyMap<string, readonly string[]>
): OfferedAdults {
	const known = new Map(staff.map((adult) => [adult.staffId, adult]));
	const place = new Map(staff.map((adult, index) => [adult.staffId, index]));
	const leadIds = staff.filter(({ role }) => role === 'lead').map(({ staffId }) => staffId);
	const agreed = (id: string) => known.get(id)?.mayBeAsked === true;

	const classAdultIds = new Map<string, string[]>();
	for (const [classId, ids] of classAdults) {
		const present = ids
			.filter((id) => known.has(id))
			.sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0));
		const willing = present.filter(agreed);
		classAdultIds.set(classId, willing.length > 0 ? willing : present);
	}
	const offeredIds = new Set([
		...staff.filter(({ mayBeAsked }) => mayBeAsked).map(({ staffId }) => staffId),
		...leadIds,
		...[...classAdultIds.values()].flat()
	]);
	return {
		offeredIds,
		classAdultIds,
		trustedIdsOf(named, classIds) {
			const stillHere = named.filter((id) => offeredIds.has(id));
			if (stillHere.length > 0) return [...new Set(stillHere)];
			const ofClasses = classIds.flatMap((id) => classAdultIds.get(id) ?? []);
			return [...new Set(ofClasses.some(agreed) ? ofClasses : [...ofClasses, ...leadIds])];
		}
	};
}
