import { expect, it } from 'vitest';
import { surer } from './certainty';

it('keeps what was right, whatever is tried afterwards', () => {
	expect(surer('pictures-right', 'pictures-wrong')).toBe('pictures-right');
	expect(surer('pictures-wrong', 'pictures-right')).toBe('pictures-right');
	expect(surer('opened-by-grown-up', 'badge-wrong')).toBe('opened-by-grown-up');
	expect(surer('pictures-right', 'badge')).toBe('badge');
});

it('takes what was found wrong over what was not asked', () => {
	expect(surer('not-asked', 'badge-wrong')).toBe('badge-wrong');
	expect(surer('pictures-wrong', 'not-asked')).toBe('pictures-wrong');
});
