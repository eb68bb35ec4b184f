/** The value below which a share of the samples lies, by the nearest rank; `share` between 0 and 1. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (value === undefined) throw new Error('There is nothing to take a quantile of');
  return value;
}

/** The samples as one line: middle, 95th percentile and worst, in milliseconds. */
export function inMilliseconds(samples: readonly number[]): string {
  const [middle, high, worst] = [0.5, 0.95, 1].map((share) => quantile(samples, share).toFixed(0));
  return `median ${middle} ms, 95th percentile ${high} ms, worst ${worst} ms (${samples.length} samples)`;
}
