import svelte from 'eslint-plugin-svelte';
import ts from 'typescript-eslint';
import svelteConfig from '../svelte.config.js';

// domain ← content ← crossing ← kiosk | staff | server ← routes, service-worker.
// i18n and ui may be imported by anyone and import only themselves.
const rooms = {
	domain: ['domain'],
	content: ['domain', 'content'],
	crossing: ['domain', 'content', 'crossing'],
	kiosk: ['domain', 'content', 'crossing', 'kiosk', 'i18n', 'ui'],
	staff: ['domain', 'content', 'crossing', 'staff', 'i18n', 'ui'],
	server: ['domain', 'content', 'crossing', 'server', 'i18n', 'ui'],
	i18n: ['i18n'],
	ui: ['ui']
};
const all = Object.keys(rooms);

const importRule = all.flatMap((room) => {
	const forbidden = all.filter((other) => !rooms[room].includes(other)).join('|');
	const otherRooms = [
		{
			regex: `^\\$lib/(${forbidden})(/|$)`,
			message: `${room} may import only ${rooms[room].join(', ')} (see docs/architecture.md).`
		},
		{ regex: `^(\\.\\./)+(${forbidden})/`, message: 'Import another room through $lib.' }
	];
	const users = {
		regex: '/(routes|commands|service-worker|tests)/',
		message: 'A room never imports its users.'
	};
	const rule = (patterns) => ({ 'no-restricted-imports': ['error', { patterns }] });
	return [
		{ files: [`src/lib/${room}/**/*.{ts,svelte}`], rules: rule([...otherRooms, users]) },
		// Tests use what stands in tests/support.
		{ files: [`src/lib/${room}/**/*.test.ts`], rules: rule(otherRooms) }
	];
});

export default ts.config(
	{
		ignores: [
			'.svelte-kit/',
			'build/',
			'node_modules/',
			'static/',
			'data*/',
			'screens/',
			'.figures/',
			'test-results/'
		]
	},
	...ts.configs.strict,
	...svelte.configs.recommended,
	{
		rules: {
			'@typescript-eslint/no-explicit-any': 'error',
			'@typescript-eslint/no-non-null-assertion': 'error',
			'@typescript-eslint/no-unused-vars': [
				'error',
				{ argsIgnorePattern: '^_', varsIgnorePattern: '^_' }
			],
			'@typescript-eslint/no-invalid-void-type': 'off',
			'no-console': ['error', { allow: ['error'] }],
			eqeqeq: 'error',
			'svelte/no-navigation-without-resolve': 'off'
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } }
	},
	{
		files: ['src/lib/domain/**/*.ts'],
		ignores: ['**/*.test.ts'],
		rules: {
			'no-restricted-properties': [
				'error',
				{ object: 'Date', property: 'now', message: 'Time comes in as an argument.' },
				{ object: 'Math', property: 'random', message: 'Chance comes in as an argument.' }
			]
		}
	},
	{ files: ['src/commands/**', 'tests/**', '.config/**'], rules: { 'no-console': 'off' } },
	...importRule
);
