// The heading of a new screen takes the focus, so that it is read out and Tab starts from the top.
export function takesFocus(heading: HTMLElement): void {
	heading.focus({ preventScroll: true });
}
