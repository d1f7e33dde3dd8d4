// Where the child's side begins: the page that the server has rendered is taken over as it stands, so that
// a finger that is down on it meets the same button.
import { hydrate } from 'svelte';
import { languageFrom } from '$lib/i18n/language';
import KioskApp from './KioskApp.svelte';

const target = document.getElementById('kiosk');
if (!target) throw new Error('The page has no place for the kiosk.');
hydrate(KioskApp, { target, props: { language: languageFrom(target.dataset['language']) } });
