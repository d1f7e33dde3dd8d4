// better-auth's own tables: its ids, its times, its names.
export interface AuthTables {
	auth_user: { id: string; name: string; email: string };
}
