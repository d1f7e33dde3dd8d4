// What is wrong with where things stand, as a person meets it: out of reach, over each other, cut off.
import type { Page } from '@playwright/test';

/** One line per finding; nothing where all is well. Scrolls the page, and back. */
export async function layoutFindings(screen: string, page: Page): Promise<string[]> {
	const found = await page.evaluate(async () => {
		// As in `nextFrame`: now and then there is none to come.
		const frame = () =>
			new Promise((drawn) => {
				setTimeout(drawn, 1_000);
				requestAnimationFrame(() => setTimeout(drawn));
			});
		const problems: string[] = [];
		const { scrollingElement: scroller } = document;
		if (!scroller) return ['no page'];
		const named = (element: Element) =>
			(element.getAttribute('aria-label') ?? element.textContent).trim().replace(/\s+/g, ' ');
		await frame();
		await frame();
		if (scroller.scrollWidth > scroller.clientWidth) {
			problems.push(`scrolls sideways by ${scroller.scrollWidth - scroller.clientWidth}px`);
		}
		// The shapes of a pattern are touched where they are drawn; their buttons are for keys and switches.
		const buttons = [
			...document.querySelectorAll<HTMLElement>('[data-screen] button:not([data-shape])')
		].filter((button) => button.checkVisibility());
		const isInReach = (button: HTMLElement) => {
			const { left, top, width, height } = button.getBoundingClientRect();
			const middle = document.elementFromPoint(left + width / 2, top + height / 2);
			return button.contains(middle) || middle?.contains(button) === true;
		};
		/** At the edges of every screen, whatever is between them. */
		const always = buttons.filter((button) => button.closest('footer > *:not(nav)'));
		for (const top of [0, scroller.scrollHeight]) {
			scroller.scrollTo({ top, behavior: 'instant' });
			await frame();
			for (const button of always) {
				if (!isInReach(button)) problems.push(`"${named(button)}" is out of reach at ${top}`);
			}
		}
		for (const button of buttons) {
			// What is asked of it below is worked out anew at once, without a frame.
			button.scrollIntoView({ block: 'nearest', behavior: 'instant' });
			if (!isInReach(button)) problems.push(`"${named(button)}" stays under something`);
			if (button.scrollWidth > button.clientWidth + 1) {
				problems.push(
					`"${named(button)}" is cut off by ${button.scrollWidth - button.clientWidth}px`
				);
			}
			const { width, height } = button.getBoundingClientRect();
			if (Math.min(width, height) < 56) problems.push(`"${named(button)}" is small`);
		}
		const moving = buttons.filter((button) => !always.includes(button));
		for (const [index, one] of moving.entries()) {
			const a = one.getBoundingClientRect();
			for (const other of moving.slice(index + 1)) {
				const b = other.getBoundingClientRect();
				const isOver =
					a.left < b.right - 1 &&
					b.left < a.right - 1 &&
					a.top < b.bottom - 1 &&
					b.top < a.bottom - 1;
				if (isOver) problems.push(`"${named(one)}" and "${named(other)}" overlap`);
			}
		}
		scroller.scrollTo({ top: 0, behavior: 'instant' });
		return problems;
	});
	const { width = 0, height = 0 } = page.viewportSize() ?? {};
	return found.map((problem) => `${screen} at ${width}x${height}: ${problem}`);
}
