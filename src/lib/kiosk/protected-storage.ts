// The browser's promise not to clear this tablet's storage when space runs out.

/** Firefox asks whoever sits there with a question of its own; others decide by themselves. */
const asksThePerson = (): boolean => 'mozInnerScreenX' in globalThis;

/**
 * Whether the storage is protected, after asking for it where that disturbs no child; `null` where the
 * browser cannot say.
 *
 * @param isGrownUpThere for sure: at pairing and in their corner
 */
export async function protectStorage(isGrownUpThere: boolean): Promise<boolean | null> {
	const { storage } = navigator;
	if (!storage?.persisted) return null;
	if (await storage.persisted()) return true;
	if (!storage.persist || (asksThePerson() && !isGrownUpThere)) return false;
	return storage.persist();
}
