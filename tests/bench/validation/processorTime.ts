/** Starts a clock of this process's processor time; what it gives says how many milliseconds have passed on it. */
export function processorTime(): () => number {
  const begun = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(begun);
    return (user + system) / 1000;
  };
}
