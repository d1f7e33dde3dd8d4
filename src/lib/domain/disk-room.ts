// When the leads are told that the server's disk fills up. What comes from a child is stored as long as there
// is any room: the alarm comes early, so that somebody makes room in time.

/**
 * A child's recording takes up to 0.7 MB as it comes, and as much again beside its request: this is room for
 * some 1,400 of them, which no school makes in a week.
 */
export const LEAST_ROOM_BYTES = 2 * 1024 ** 3;

/** @param freeBytes that the server may still fill */
export const isNearlyFull = (freeBytes: number): boolean => freeBytes < LEAST_ROOM_BYTES;
