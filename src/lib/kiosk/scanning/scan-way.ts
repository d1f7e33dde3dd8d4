// How a child chooses without a finger, as the grown-ups have set it for the tablet or for the child.

export interface ScanWay {
	/** With one, the marks move by themselves; with two, one of them moves them. */
	switches: 1 | 2;
	/** How long a mark stays when it moves by itself. */
	paceMs: number;
	/** A touch anywhere on the screen is the switch. */
	anywhere: boolean;
}

export interface Scan {
	way: ScanWay;
	/** Not before a switch is pressed: children who scan share this tablet with others. */
	onDemand: boolean;
}
