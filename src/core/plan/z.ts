import * as z from 'zod/mini';

/**
 * The one door to zod, in its small form: half the bytes, checks as functions. A strict Content-Security-Policy forbids compiling code from strings, which zod would try to do
 * for speed; switching it off must happen before the first schema is built, so nobody imports zod from elsewhere.
 */
z.config({ jitless: true });

export { z };
