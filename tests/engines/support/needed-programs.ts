// What each engine needs, and which package of Debian brings it.

export type EngineName = 'webkit' | 'firefox';

export const WEBKIT_DRIVER = '/usr/bin/WebKitWebDriver';
export const VIRTUAL_SCREEN = '/usr/bin/Xvfb';
export const FIREFOX = '/usr/bin/firefox-esr';

export const NEEDED_PROGRAMS: Record<EngineName, Record<string, string>> = {
	webkit: { [WEBKIT_DRIVER]: 'webkit2gtk-driver', [VIRTUAL_SCREEN]: 'xvfb' },
	firefox: { [FIREFOX]: 'firefox-esr' }
};
