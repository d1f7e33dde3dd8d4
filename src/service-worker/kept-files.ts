// Which files of static/ the kiosk keeps. Apart from the worker, so that the figure `weight` counts the same.

/** Whether the calm space needs this file of static/. */
export const isCalmFile = (path: string): boolean => path.startsWith('/calm/');

/**
 * Whether the shell holds this file of static/; `path` begins with a slash. The icons are for the system that
 * installs the app, which fetches them itself: the page shows none.
 */
export const isKeptFile = (path: string): boolean => path.startsWith('/kiosk.');
