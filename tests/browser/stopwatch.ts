import type { Page } from "playwright-core";
import { paneFrame } from "./paneAudit";

/** Milliseconds that a step may take where `slowness` counts work that takes USUAL milliseconds, as on an idle computer of an office. */
const MOST_TIME = 2000;
const USUAL = 100;

/** How many times slower than such a computer this one is at present: other tests may run beside. */
function slowness(): number {
  const begun = performance.now();
  let sum = 0;
  for (let round = 0; round < 60; round++) {
    const list = Array.from({ length: 20_000 }, (_, index) => (index * 7919) % 20_011);
    sum += list.sort((a, b) => a - b)[round] ?? 0;
  }
  return sum < 0 ? NaN : Math.max(1, (performance.now() - begun) / USUAL);
}

/** Takes the time of what a user does in the workbench, each to the end of the add-in's work. */
export interface Stopwatch {
  timed<T>(name: string, work: () => Promise<T>): Promise<T>;
  /** What took longer than a user waits gladly. */
  tooLong(): readonly string[];
  /** The slowest of each, in words. */
  told(): string;
}

/** A stopwatch of its own for a page with the pane on it. */
export function stopwatch(page: Page): Stopwatch {
  const times: { readonly name: string; readonly milliseconds: number; readonly most: number }[] = [];
  const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(2)} s`;
  return {
    timed: async (name, work) => {
      const slow = slowness();
      const begun = performance.now();
      const value = await work();
      await paneFrame(page).waitForFunction(() => !("working" in document.documentElement.dataset));
      const milliseconds = Math.round(performance.now() - begun);
      times.push({ name, milliseconds, most: MOST_TIME * Math.max(slow, slowness()) });
      return value;
    },
    tooLong: () =>
      times
        .filter(({ milliseconds, most }) => milliseconds > most)
        .map(({ name, milliseconds }) => `${name} ${seconds(milliseconds)}`),
    told: () => {
      const slowest = new Map<string, number>();
      for (const { name, milliseconds } of times)
        slowest.set(name, Math.max(slowest.get(name) ?? 0, milliseconds));
      return [...slowest].map(([name, milliseconds]) => `${name} ${seconds(milliseconds)}`).join(", ");
    },
  };
}
