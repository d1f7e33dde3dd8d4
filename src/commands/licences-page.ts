// docs/licences.md: what a tablet gets, and under which licence.
import { shippedPackages, type ShippedPackage } from './shipped-packages';

/** What is drawn, written or sounded, and not a package. Change it together with the files. */
const OURS: readonly (readonly [what: string, where: string, licence: string])[] = [
	[
		'Landscape, places, the room, choices, stamps, class emblems, patterns of portraits',
		'`landscape.svg`, `places.svg`, `room.svg`, `choices.svg`, `words.svg`, `stamps.svg`, `class-emblems.ts`, `patterns.svg`',
		'drawn for this project, MIT'
	],
	['Faces of the older set', '`faces-older.svg`', 'drawn for this project, MIT'],
	[
		'Feelings as weather, feelings in the body, stones of own words, needs, calm activities and how a feeling changed, things for the sand tray, patterns to colour',
		'`weather.svg`, `body-clues.svg`, `own-words.svg`, `needs.svg`, `activities.svg`, `calm-change.svg`, `things.svg`, `colouring.svg`',
		'drawn for this project, MIT'
	],
	[
		'Faces of the younger set',
		'`faces.svg`',
		'begun from Fluent Emoji (flat), MIT, Copyright (c) Microsoft Corporation; redrawn and recoloured'
	],
	[
		'Animals, and the older of the special pictures',
		'`animals.svg`, `secret-pictures.svg`',
		'Fluent Emoji (flat), MIT, Copyright (c) Microsoft Corporation, colours softened; the rest drawn for this project, MIT'
	],
	[
		'The animation and the sounds of the calm space',
		'`static/calm/`',
		'written by `npm run generate`, MIT'
	],
	[
		'Letters of Europe',
		'`src/lib/ui/fonts/`',
		'cut out of Andika by `npm run generate`, under another name; OFL-1.1, Copyright (c) 2004-2022 SIL International'
	],
	['Icons of the app', '`static/icons/`', 'drawn for this project, MIT'],
	[
		'Words, in English and Welsh',
		'`src/lib/content`, `src/lib/i18n`',
		'written for this project, MIT'
	]
];

const table = (head: readonly string[], rows: readonly (readonly string[])[]) => {
	const line = (cells: readonly string[]) => `| ${cells.map(escaped).join(' | ')} |`;
	return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
};
const escaped = (cell: string) => cell.replaceAll('|', '\\|').replace(/[<>]/g, '');

const rowOf = ({ name, version, licence, holder }: ShippedPackage) => [
	name,
	version,
	licence,
	holder
];
const isFont = ({ name }: ShippedPackage) => name.startsWith('@fontsource');

/** The page as Markdown, the packages as they are installed below `root`. */
export function licencesPage(root: string): string {
	const packages = shippedPackages(root);
	const head = ['package', 'version', 'licence', 'its own words'];
	return `# Licences of what a tablet gets

Written by \`npm run generate\` from what is installed; a test fails when it is out of date. The project's own licence is MIT (\`LICENSE\`). What only the server or a developer uses is not here: see \`package.json\`.

## Packages

Everything that the kiosk's page or its worker imports, with what those packages import in turn.

${table(head, packages.filter((one) => !isFont(one)).map(rowOf))}

## Fonts

Bundled, and served from the app itself.

${table(head, packages.filter(isFont).map(rowOf))}

## Drawings, sounds, words

${table(['what', 'where', 'licence'], OURS)}

There are no photographs, and nothing comes from another address while the app runs. Portraits of adults are the school's own.
`;
}
