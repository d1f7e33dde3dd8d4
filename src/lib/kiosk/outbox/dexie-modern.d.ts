declare module 'dexie/dist/modern/dexie.mjs' {
	export { Dexie as default } from 'dexie';
}
