/** Timers of the tests of a file run out at once: what is asked again a quarter of a second later need not be waited for. */
export function withoutWaiting(): void {
  const usual = globalThis.setTimeout;
  beforeAll(() => {
    globalThis.setTimeout = ((work: () => void) => usual(work, 0)) as typeof setTimeout;
  });
  afterAll(() => {
    globalThis.setTimeout = usual;
  });
}
