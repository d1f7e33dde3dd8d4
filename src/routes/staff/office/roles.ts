// Who may come into the office's pages. None of them shows a request, a feeling or a word of a child.
import type { StaffRole } from '$lib/domain/school';

export const OFFICE_ROLES: readonly StaffRole[] = ['office', 'lead'];
