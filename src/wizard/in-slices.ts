/** How long the page may be kept from what a person does meanwhile, in milliseconds. */
const time = 50;

/**
 * Long work in slices: items are made until the time is up, handed over, and the page has its turn before the next.
 * @param items made one by one, as a generator makes them
 * @param now milliseconds from any start, only ever growing
 */
export async function* inSlices<T>(
  items: Iterable<T>,
  now: () => number = () => performance.now(),
): AsyncGenerator<readonly T[]> {
  let slice: T[] = [];
  let end = now() + time;
  for (const item of items) {
    slice.push(item);
    if (now() < end) continue;
    yield slice;
    await new Promise((resolve) => setTimeout(resolve, 0));
    slice = [];
    end = now() + time;
  }
  if (slice.length > 0) yield slice;
}
