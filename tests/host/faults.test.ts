import { COMMANDS, faultsOf, WAYS } from "../support/faults";

const counted = { faults: 0 };

describe.each(Object.entries(COMMANDS))("%s", (_name, command) => {
  test.each(Object.entries(WAYS))("a fault at each of its round trips (%s)", async (_way, how) => {
    const { faults, torn, withoutResult } = await faultsOf(command, how);
    counted.faults += faults;
    expect([torn, withoutResult]).toEqual([[], 0]);
  });
});

test("so many faults were injected that none was missed", () => {
  expect(counted.faults).toBeGreaterThan(400);
});
