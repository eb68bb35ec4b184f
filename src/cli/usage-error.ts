/** A command was called in a way it can't be; the message says what is wrong. */
export class UsageError extends Error {}
