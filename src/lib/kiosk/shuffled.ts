/** A copy in random order: for pictures on a screen that others can see, never for secrets. */
export function shuffled<Item>(items: readonly Item[]): Item[] {
	return items
		.map((item) => ({ item, place: Math.random() }))
		.sort((a, b) => a.place - b.place)
		.map(({ item }) => item);
}
