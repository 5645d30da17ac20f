import { LastCheck } from "../../src/actions/lastCheck";
import { checkSnapshot } from "../../src/actions/validate";
import { cellAt } from "../../src/workbook/snapshot";
import type { WorkbookSnapshot } from "../../src/workbook/snapshot";
import { nationalWorkbook } from "../support/nationalWorkbook";
import { publishedAccounts } from "../support/publishedAccounts";
import { seedWorkbook, withValue } from "../support/seedWorkbook";

const EDITS = 20;

/** Processor time in milliseconds; what is measured and what is beside it are told by one clock. */
function timeOf(job: () => void): number {
  const begun = process.cpuUsage();
  job();
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1000;
}

/** Edits one after another, each of a figure: typed wrong, then put right again, so that every second finds nothing. */
function pictures(start: WorkbookSnapshot, sheet: string): WorkbookSnapshot[] {
  const rows = start.sheets.find(({ name }) => name === sheet)?.rows ?? new Map();
  const figures = [...rows].flatMap(([row, cells]) =>
    [...cells].flatMap(([column, { value }]) =>
      typeof value === "number" && value !== 0 ? [[row, column, value] as const] : [],
    ),
  );
  return Array.from({ length: EDITS }, (_, edit) => {
    const [row, column, value] = figures[(edit * 7) % figures.length] as (typeof figures)[number];
    return edit % 2 === 0 ? withValue(start, sheet, row, column, value + 100) : start;
  });
}

describe("a check after an edit beside one from the beginning, in the same run", () => {
  it.each([
    ["the complete budget", seedWorkbook, "表6"],
    ["the nationwide set", nationalWorkbook, nationalWorkbook().sheets[2]?.name ?? ""],
    ["a published account", publishedAccounts, "支出"],
  ] as const)("%s", (what, make, sheet) => {
    const start = make();
    expect(cellAt(start.sheets[0]!, 0, 0)).toBeDefined();
    const edited = pictures(start, sheet);
    // Both warm up on the whole sequence, then readings are fresh objects, as Excel gives them.
    const last = new LastCheck();
    for (const one of edited) {
      last.check(one);
      checkSnapshot(structuredClone(one));
    }
    let [after, anew, changed] = [0, 0, 0];
    edited.forEach((one, index) => {
      const [reading, other] = [structuredClone(one), structuredClone(one)];
      const own = timeOf(() => last.check(reading));
      after += own;
      if (index % 2 === 1) changed += own;
      anew += timeOf(() => checkSnapshot(other));
    });
    const per = (sum: number, count: number) => (sum / count).toFixed(1);
    process.stdout.write(
      `${what}: after an edit ${per(after, EDITS)} ms (${per(changed, EDITS / 2)} where the mistake goes), from the beginning ${per(anew, EDITS)} ms, ratio ${(after / anew).toFixed(2)}\n`,
    );
    expect(after).toBeLessThan(anew);
  });
});
