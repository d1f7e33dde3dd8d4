import type { StaffSession } from '$lib/server/staff-sessions/staff-session';

declare global {
	namespace App {
		interface Locals {
			language: 'en' | 'cy';
			/** Whoever is signed in, on paths below /staff; elsewhere `null`. */
			staff: StaffSession | null;
		}
		interface Error {
			message: string;
			/** What the log calls this failure; people can read it out to whoever looks after the server. */
			id?: string;
		}
	}
}

declare module 'svelte/elements' {
	interface HTMLLinkAttributes {
		/** What the page is not shown without. Missing in Svelte's types. */
		blocking?: 'render';
	}
}

export {};
