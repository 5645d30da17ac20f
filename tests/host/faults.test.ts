import { COMMANDS } from "../support/faults/commands";
import { cleanRun, faultsOf } from "../support/faults/faults";
import type { CleanRun } from "../support/faults/faults";
import { WAYS } from "../support/faults/ways";
import { withoutWaiting } from "../support/withoutWaiting";

const counted = { faults: 0 };

withoutWaiting();

describe.each(Object.entries(COMMANDS))("%s", (_name, command) => {
  let clean: CleanRun;
  beforeAll(async () => {
    clean = await cleanRun(command);
  });

  test.each(Object.entries(WAYS))("a fault at each of its round trips (%s)", async (_way, how) => {
    const { faults, torn, withoutResult } = await faultsOf(clean, how);
    counted.faults += faults;
    expect([torn, withoutResult]).toEqual([[], 0]);
  });
});

test("so many faults were injected that none was missed", () => {
  expect(counted.faults).toBeGreaterThan(1200);
});
