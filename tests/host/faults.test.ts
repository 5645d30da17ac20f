import type { Command } from "../support/faults/command";
import { COMMANDS, TABLE_COMMANDS } from "../support/faults/commands";
import { cleanRun, faultsOf } from "../support/faults/faults";
import type { CleanRun } from "../support/faults/faults";
import { DISTURBANCES, FAILURES } from "../support/faults/ways";
import type { Way } from "../support/faults/ways";
import { withoutWaiting } from "../support/withoutWaiting";

withoutWaiting();

const counted = { faults: 0 };

function testFaults(command: Command, ways: Readonly<Record<string, Way>>): void {
  let clean: CleanRun;
  beforeAll(async () => {
    clean = await cleanRun(command);
  });

  test.each(Object.entries(ways))("a fault at each of its round trips (%s)", async (_way, how) => {
    const { faults, torn, withoutResult } = await faultsOf(clean, how);
    counted.faults += faults;
    expect([torn, withoutResult]).toEqual([[], 0]);
  });
}

describe.each(Object.entries(TABLE_COMMANDS))("%s", (_name, command) => testFaults(command, FAILURES));

// Those of all commands are in `npm run bench:reliability`, whose short form runs before every merge too.
describe.each(["校验", "接受", "采用建议", "增行"])("%s, disturbed", (name) =>
  testFaults(COMMANDS[name] as Command, DISTURBANCES),
);

test("so many faults were injected that none was missed", () => {
  expect(counted.faults).toBeGreaterThan(600);
});
