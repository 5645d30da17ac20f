/** Starts a clock; what it gives says how many milliseconds have passed on it. */
export function startClock(): () => number {
  const begun = performance.now();
  const usage = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(usage);
    return timeTaken(performance.now() - begun, (user + system) / 1000);
  };
}

/**
 * The time that work takes on a machine of its own, by two clocks in milliseconds: on a busy machine others take from the
 * clock on the wall, on an idle one V8's helpers (compiler, collector), for which nobody waits, add to the processor's.
 */
export function timeTaken(wall: number, processor: number): number {
  return Math.min(wall, processor);
}

/** The value that a share of all lies below; 0.5 gives the median. 0 of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}
