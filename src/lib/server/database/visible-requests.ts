// Who may see which talk request, as one fragment of a query: the same rule as `maySee` in
// domain/visibility.ts (a test compares the two over every case). Every read of staff goes through it.
import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import type { StaffRole } from '$lib/domain/school';
import type { Relation } from './talk-requests';
import type { Tables } from './schema';

export interface RequestViewer {
	schoolId: string;
	staffId: string;
	role: StaffRole;
}

/**
 * For the `where` of a query over `talk_request`. An excluded adult's rows are simply not there: not in
 * a list, a count or a detail, and the query is the same one.
 */
export function visibleTo(viewer: RequestViewer) {
	return (eb: ExpressionBuilder<Tables, 'talk_request'>): Expression<SqlBool> => {
		const is = (relation: Relation) =>
			eb.exists(
				eb
					.selectFrom('talk_holder')
					.select('talk_holder.staff_id')
					.whereRef('talk_holder.school_id', '=', 'talk_request.school_id')
					.whereRef('talk_holder.request_id', '=', 'talk_request.request_id')
					.where('talk_holder.staff_id', '=', viewer.staffId)
					.where('talk_holder.relation', '=', relation)
			);
		const isExcludedByLeads = eb.exists(
			eb
				.selectFrom('standing_exclusion')
				.select('standing_exclusion.staff_id')
				.whereRef('standing_exclusion.school_id', '=', 'talk_request.school_id')
				.whereRef('standing_exclusion.pupil_id', '=', 'talk_request.pupil_id')
				.where('standing_exclusion.staff_id', '=', viewer.staffId)
		);
		const notTakenBack = eb.or([eb('talk_request.state', '!=', 'taken-back'), is('seen')]);
		const isTheirs = viewer.role === 'adult' ? eb.or([is('holder'), is('chosen')]) : is('holder');
		return eb.and([
			eb('talk_request.school_id', '=', viewer.schoolId),
			eb.not(is('excluded')),
			eb.not(isExcludedByLeads),
			...(viewer.role === 'lead' ? [] : [notTakenBack, isTheirs])
		]);
	};
}
