// What the tablet seals to are X25519 keys. age-encryption can do more (post-quantum hybrids, P-256 tags and
// passphrases), and brings large libraries for it, which no bundler can tell to be unused. Reasons in
// docs/decisions/0010-only-x25519-on-the-tablet.md.
import type { Plugin } from 'vite';

/** Module that age-encryption imports → the names that it takes from there. */
const UNUSED: Record<string, string[]> = {
	'@noble/post-quantum/hybrid.js': ['MLKEM768P256', 'MLKEM768X25519'],
	'@noble/curves/nist.js': ['p256'],
	'@noble/hashes/scrypt.js': ['scrypt']
};
const PREFIX = '\0only-x25519:';

/** Takes the place of a module: the same names, and whoever uses one is told why it is not there. */
const emptyPlace = (names: string[]): string => `
const absent = (name) => {
	const say = () => {
		throw new Error(name + ' is left out of the tablet: only X25519 recipients can be sealed to.');
	};
	return new Proxy(say, { get: say });
};
${names.map((name) => `export const ${name} = /* @__PURE__ */ absent('${name}');`).join('\n')}`;

/** For the browser's build only: the server, the commands and the tests have the whole library. */
export function onlyX25519(): Plugin {
	return {
		name: 'only-x25519',
		apply: 'build',
		enforce: 'pre',
		applyToEnvironment: (environment) => environment.name === 'client',
		resolveId(source, importer) {
			const fromAge = importer?.includes('/node_modules/age-encryption/') ?? false;
			return fromAge && Object.hasOwn(UNUSED, source) ? PREFIX + source : null;
		},
		load(id) {
			if (!id.startsWith(PREFIX)) return null;
			return emptyPlace(UNUSED[id.slice(PREFIX.length)] ?? []);
		},
		generateBundle(_options, bundle) {
			// A version of age-encryption that reaches these libraries another way must not go unseen.
			for (const file of Object.values(bundle)) {
				if (file.type !== 'chunk') continue;
				const heavy = file.moduleIds.find((id) =>
					/\/node_modules\/@noble\/(post-quantum\/|curves\/nist\.js|hashes\/scrypt\.js)/.test(id)
				);
				if (heavy) this.error(`${heavy} is back in the browser's build.`);
			}
		}
	};
}
