// What the tests of other engines need of a browser: to open an address, to run a script in the page, and to
// put a finger on it.

/** CSS pixels of what is seen of the page. */
export interface Point {
	x: number;
	y: number;
}

export interface EnginePage {
	readonly about: { name: string; version: string };
	goto(url: string): Promise<void>;
	/** Runs in the page: `script` uses nothing from outside but its one argument; both ways JSON. */
	evaluate<Result, Argument>(
		script: (argument: Argument) => Result | Promise<Result>,
		argument: Argument
	): Promise<Result>;
	/** A finger goes down at the first of these, over the others, and up; one is a tap. */
	touch(points: readonly Point[]): Promise<void>;
	/** Key by key, to whatever has the focus. */
	type(text: string): Promise<void>;
	/** Ends the browser and removes what it kept. */
	close(): Promise<void>;
}

/** What the page sends back: a value, or why there is none. */
export interface Outcome {
	value?: unknown;
	failed?: string;
}

/** The script as the body of a function that resolves with an `Outcome` as JSON. */
export const scriptText = (script: unknown, argument: unknown): string =>
	`Promise.resolve().then(() => (${String(script)})(${JSON.stringify(argument ?? null)}))
		.then((value) => JSON.stringify({ value }), (error) => JSON.stringify({ failed: String(error) }))`;

/** Throws when the script did. */
export function valueIn(json: string): unknown {
	const { value, failed } = JSON.parse(json) as Outcome;
	if (failed !== undefined) throw new Error(`In the page: ${failed}`);
	return value;
}

const FINGER_DOWN_MS = 80;

const moveTo = ({ x, y }: Point) => ({
	type: 'pointerMove',
	x: Math.round(x),
	y: Math.round(y)
});

/** What a finger does, as WebDriver and WebDriver BiDi both say it. */
export const fingerActions = (
	pointerType: 'mouse' | 'touch',
	[first, ...others]: readonly Point[]
) => [
	{
		type: 'pointer',
		id: 'finger',
		parameters: { pointerType },
		actions: [
			...(first ? [moveTo(first)] : []),
			{ type: 'pointerDown', button: 0 },
			{ type: 'pause', duration: FINGER_DOWN_MS },
			...others.map(moveTo),
			{ type: 'pointerUp', button: 0 }
		]
	}
];

export const keyActions = (text: string) => [
	{
		type: 'key',
		id: 'keys',
		actions: [...text].flatMap((value) => [
			{ type: 'keyDown', value },
			{ type: 'keyUp', value }
		])
	}
];
