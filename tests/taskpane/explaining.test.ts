import { beginExplaining } from "../../taskpane/explaining";
import type { ExplainingActions } from "../../taskpane/explaining";
import type { CellExplanation } from "../../src/validation/explainCell";

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

function setUp(change: Partial<ExplainingActions> = {}) {
  const log: string[] = [];
  const listeners: { select?: () => void; change?: (change: { isRemote: boolean; cells: number }) => void } =
    {};
  let row = 1;
  const explaining = beginExplaining(
    {
      activeCell: async () => ({ sheet: "表6", row, column: 0 }),
      readExplanations: async () => {
        log.push("read");
        return (address) => ({ address, table: null, row: "", column: "", equations: [] });
      },
      followSelection: async (listener) => {
        listeners.select = listener;
        return async () => void log.push("stopped");
      },
      followChanges: async (listener) => {
        listeners.change = listener;
        return async () => void log.push("stopped");
      },
      ...change,
    },
    ({ address }: CellExplanation) => void log.push(`row ${address.row}`),
    (error) => void log.push(String(error)),
  );
  const select = (to: number) => {
    row = to;
    listeners.select?.();
  };
  return { log, explaining, select, listeners };
}

const settle = () => jest.advanceTimersByTimeAsync(200);

test("the cell the user is in is explained at once, and of a run through cells only the last", async () => {
  const { log, select } = setUp();
  await settle();
  select(2);
  select(3);
  select(4);
  await settle();
  expect(log).toEqual(["read", "row 1", "row 4"]);
});

test("the workbook is read again only after a change", async () => {
  const { log, select, listeners } = setUp();
  await settle();
  select(2);
  await settle();
  listeners.change?.({ isRemote: false, cells: 1 });
  await settle();
  expect(log).toEqual(["read", "row 1", "row 2", "read", "row 2"]);
});

test("a host that tells nothing of selections is asked by the user, and read anew each time", async () => {
  const { log, explaining } = setUp({ followSelection: () => Promise.reject(new Error("no events")) });
  expect(await explaining.follows).toBe(false);
  explaining.refresh();
  await settle();
  expect(log.filter((one) => one === "read").length).toBeGreaterThanOrEqual(2);
  expect(log.at(-1)).toBe("row 1");
});

test("stopped, it takes its handlers away and says no more", async () => {
  const { log, explaining, select } = setUp();
  await settle();
  select(5);
  explaining.stop();
  await settle();
  expect(log).toEqual(["read", "row 1", "stopped", "stopped"]);
});
