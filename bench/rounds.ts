/** The quantile for a share of 0..1; 0.5 is the median. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
}

/** Does some work. @returns how many items were done */
type Work = () => number | Promise<number>;

/**
 * Runs two sides in turns, so that load on the machine affects both. Both must work in this process.
 *
 * @returns medians over the rounds: items per second of CPU time of each side, and the ratio of ours to theirs
 */
export async function race(
  rounds: number,
  ours: Work,
  theirs: Work,
): Promise<{ ours: number; theirs: number; ratio: number }> {
  for (let warmUp = 0; warmUp < 3; warmUp++) {
    await ours();
    await theirs();
  }
  const speeds: { ours: number; theirs: number }[] = [];
  for (let round = 0; round < rounds; round++)
    speeds.push({ ours: await perSecond(ours), theirs: await perSecond(theirs) });
  const median = (values: number[]) => percentile(values, 0.5);
  return {
    ours: median(speeds.map((speed) => speed.ours)),
    theirs: median(speeds.map((speed) => speed.theirs)),
    ratio: median(speeds.map((speed) => speed.ours / speed.theirs)),
  };
}

/** Per second of CPU time, GC included, so that other processes do not count. */
async function perSecond(work: Work): Promise<number> {
  const before = process.cpuUsage();
  const done = await work();
  const { user, system } = process.cpuUsage(before);
  return (done / (user + system)) * 1_000_000;
}

/** The duration of the work in milliseconds. */
export async function msOf(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}
