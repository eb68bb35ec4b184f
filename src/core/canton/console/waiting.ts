import { seen } from '../sources';

/**
 * How long a script waits for one thing. The console's own limit, a minute, is too short: a rotation was seen to take up
 * to 100 seconds until the synchronizer's stores showed it.
 */
export const waitLimit = { minutes: 5, seenSeconds: 100, source: seen('console', 'ConsoleMacros.scala') } as const;
