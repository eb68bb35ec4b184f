import * as z from 'zod';

/**
 * The one door to zod. A strict Content-Security-Policy forbids compiling code from strings, which zod would try to do
 * for speed; switching it off must happen before the first schema is built, so nobody imports zod from elsewhere.
 */
z.config({ jitless: true });

export { z };
