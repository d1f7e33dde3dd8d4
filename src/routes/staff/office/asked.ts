// What a form of the office asks for.
import type { RequestEvent } from '@sveltejs/kit';
import { formText } from '$lib/server/form-text';
import { server } from '$lib/server/running';
import { requireStaff } from '$lib/server/staff-sessions/require-staff';
import { OFFICE_ROLES } from './roles';

export async function askedAtOffice(event: RequestEvent) {
	const by = requireStaff(event, OFFICE_ROLES);
	const form = await event.request.formData();
	return { by, running: await server(), form, typed: formText(form) };
}

/** The bytes of a file; none where there is no file. */
export async function fileIn(form: FormData, field: string): Promise<Uint8Array<ArrayBuffer>> {
	const file = form.get(field);
	return new Uint8Array(file instanceof File ? await file.arrayBuffer() : []);
}
