// What is not needed for the first tap. Each is loaded once, at idle or when it is opened.
import type { Component } from 'svelte';

export type LoadScreen = () => Promise<{ default: Component }>;

export const loadInnerScreens: LoadScreen = () => import('./InnerScreens.svelte');
export const loadNotReady: LoadScreen = () => import('./NotReadyScreen.svelte');
export const loadEar: LoadScreen = () => import('../read-aloud/Ear.svelte');
export const loadForMe: LoadScreen = () => import('../for-me/ForMe.svelte');
export const loadWhoSure: LoadScreen = () => import('../for-me/WhoSureScreen.svelte');
export const loadCalm: LoadScreen = () => import('../calm/CalmScreen.svelte');
/** Only on the tablet of a Cwtch. */
export const loadCompany: LoadScreen = () => import('../cwtch/Company.svelte');
export const loadScanning = () => import('../scanning/Scanning.svelte');
export const loadWords: LoadScreen = () => import('../child-words/WordsScreens.svelte');
export const loadGrownUpCorner: LoadScreen = () =>
	import('../grown-up-corner/GrownUpCorner.svelte');

/** What the doors of every screen open: there before a child goes through. What cannot be had comes then. */
export const loadBehindDoors = async (): Promise<void> => {
	await Promise.allSettled([loadForMe(), loadCalm()]);
};
