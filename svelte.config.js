import adapter from '@sveltejs/adapter-node';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

/** @type {import('@sveltejs/kit').Config} */
export default {
	preprocess: vitePreprocess(),
	kit: {
		adapter: adapter(),
		// The styles of a first screen come with its page: one file less to wait for, each.
		inlineStyleThreshold: 30_000,
		// The kiosk registers the worker itself, under /kiosk and /staff only.
		serviceWorker: { register: false },
		files: { serviceWorker: 'src/service-worker/index.ts' },
		csp: {
			mode: 'hash',
			directives: {
				'default-src': ['self'],
				'img-src': ['self', 'data:', 'blob:'],
				'media-src': ['self', 'blob:'],
				'font-src': ['self'],
				'connect-src': ['self'],
				'style-src': ['self'],
				// Attributes only: sizes that a component computes, and kit's own announcer. Style elements
				// and other people's style sheets stay out, and an attribute has no selectors to spy with.
				'style-src-attr': ['unsafe-inline'],
				'script-src': ['self'],
				'worker-src': ['self'],
				'manifest-src': ['self'],
				'object-src': ['none'],
				'base-uri': ['none'],
				'form-action': ['self'],
				'frame-ancestors': ['none']
			}
		}
	}
};
