import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Actions } from "../../taskpane/actions";
import { laterActions } from "../../taskpane/laterActions";
import { associateLater, FUNCTION_IDS } from "../../taskpane/laterFunctions";

type Port = Parameters<typeof laterActions>[0];

const PORT = { activeCell: async () => ({ sheet: "表6", row: 1, column: 2 }) } as unknown as Port;

describe("actions that come later", () => {
  test("are loaded by the first that needs them, once, and asking Excel loads nothing", async () => {
    let loads = 0;
    const { actions } = laterActions(PORT, async () => {
      loads += 1;
      return { clear: async () => 3 } as unknown as Actions;
    });
    expect(await actions.activeCell()).toEqual({ sheet: "表6", row: 1, column: 2 });
    expect(actions.journal).toBeUndefined();
    expect(loads).toBe(0);
    const task = {} as Parameters<Actions["clear"]>[0];
    expect([await actions.clear(task), await actions.clear(task)]).toEqual([3, 3]);
    expect(loads).toBe(1);
  });

  test("that are answered at once are never loaded: a promise would be taken for yes", () => {
    const bind = () => Promise.reject(new Error("loaded"));
    const asked = [true, false].map((losesUndo) =>
      laterActions({ ...PORT, losesUndo: () => losesUndo }, bind).actions.losesUndo?.(),
    );
    expect(asked).toEqual([true, false]);
  });

  test("that could not be loaded reject what asked for them, and are tried again", async () => {
    let loads = 0;
    const { actions } = laterActions(PORT, async () => {
      loads += 1;
      if (loads === 1) throw new Error("no network");
      return { clear: async () => 0 } as unknown as Actions;
    });
    const task = {} as Parameters<Actions["clear"]>[0];
    await expect(actions.clear(task)).rejects.toThrow("no network");
    expect(await actions.clear(task)).toBe(0);
  });
});

test("functions of cells that come later are those of the metadata, and give what they give", async () => {
  const metadata = JSON.parse(readFileSync(join(__dirname, "../../assets/functions.json"), "utf8")) as {
    functions: { id: string }[];
  };
  expect([...FUNCTION_IDS].sort()).toEqual(metadata.functions.map(({ id }) => id).sort());
  const works = new Map<string, (...args: unknown[]) => unknown>();
  associateLater(
    {
      associate: (id, work) => void works.set(id, work as (...args: unknown[]) => unknown),
      error: (code) => new Error(code),
    },
    "zh-CN",
    async () => [],
  );
  expect(await works.get("PARENT")?.("2010301")).toBe("20103");
  await expect(works.get("NAME")?.("9999999", null, null)).rejects.toThrow("notAvailable");
});
