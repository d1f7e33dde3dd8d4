// How the pages and the worker of one tablet hear of each other's deliveries.

export const OUTBOX_CHANNEL = 'cwtch-outbox';
export const OUTBOX_SYNC = 'outbox';

export type OutboxNews = { kind: 'kept' | 'sending' | 'waiting' | 'delivered'; ids: string[] };
