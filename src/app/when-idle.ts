/** How long work that can wait may be put off while the page is busy, in milliseconds. */
const longest = 1_000;

/** Does something once the page has nothing better to do, so that it never stands in the way of a keystroke. */
export function whenIdle(work: () => void): void {
  // Safari has no idle callbacks.
  if ('requestIdleCallback' in globalThis) requestIdleCallback(work, { timeout: longest });
  else setTimeout(work, 0);
}
