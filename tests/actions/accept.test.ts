import { acceptFinding, unacceptFinding } from "../../src/actions/accept";
import { validate, validateAndMark } from "../../src/actions/validate";
import type { Finding } from "../../src/validation/finding";
import { isOpen } from "../../src/validation/finding";
import { MemoryPort } from "../support/memoryPort";
import { sheetOf, smallT06, workbookOf } from "../support/sheet";

const wrong = () => new MemoryPort(workbookOf(sheetOf("表6", smallT06({ "10,5": 1146.39 }))));

const errors = (findings: readonly Finding[]) => findings.filter(({ severity }) => severity === "error");

async function acceptAll(port: MemoryPort): Promise<void> {
  for (const finding of errors((await validate(port)).findings))
    await acceptFinding(port, finding, "已与财政局核实", "2026-03-01");
}

describe("a finding that a person has accepted", () => {
  it("is told apart, with the reason and the day, and counts as no error", async () => {
    const port = wrong();
    await acceptAll(port);
    const { findings } = await validate(port);
    expect(errors(findings).length).toBeGreaterThan(0);
    expect(findings.filter((one) => isOpen(one, "error"))).toEqual([]);
    expect(errors(findings)[0]?.accepted).toEqual({ reason: "已与财政局核实", date: "2026-03-01" });
  });

  it("gets no mark", async () => {
    const port = wrong();
    await acceptAll(port);
    await validateAndMark(port);
    expect(port.marks.size).toBe(0);
  });

  it("is told again once one of its cells changes", async () => {
    const port = wrong();
    await acceptAll(port);
    const place = { sheet: "表6", row: 10, column: 5 };
    await port.apply([{ kind: "writeCell", ...place, content: { value: 1146.4 } }]);
    const { findings } = await validate(port);
    expect(findings.some((one) => isOpen(one, "error"))).toBe(true);
  });

  it("may be one of the whole workbook, which names no sheet", async () => {
    const port = wrong();
    const [one] = errors((await validate(port)).findings);
    if (!one) throw new Error("nothing was found");
    await acceptFinding(port, { ...one, sheet: "", cell: null, cells: [] }, "已核实", "2026-03-01");
    expect(Object.keys(port.settings)).toHaveLength(1);
  });

  it("is not kept when its sheet has got another name meanwhile, and it is said why", async () => {
    const port = wrong();
    const [one] = errors((await validate(port)).findings);
    if (!one) throw new Error("nothing was found");
    const renamed = new MemoryPort(workbookOf(sheetOf("表6旧", smallT06({ "10,5": 1146.39 }))));
    await expect(acceptFinding(renamed, one, "已核实", "2026-03-01")).rejects.toMatchObject({
      key: "mend.outdated",
      args: { sheet: "表6" },
    });
    expect(renamed.settings).toEqual({});
  });

  it("is told again once the acceptance is taken back, and nothing is left in the workbook", async () => {
    const port = wrong();
    await acceptAll(port);
    for (const finding of errors((await validate(port)).findings)) await unacceptFinding(port, finding);
    expect((await validate(port)).findings.some((one) => isOpen(one, "error"))).toBe(true);
    expect(port.settings).toEqual({});
  });

  it("accepted once more keeps only the last reason", async () => {
    const port = wrong();
    await acceptAll(port);
    const [finding] = errors((await validate(port)).findings);
    if (finding) await acceptFinding(port, finding, "另有批复", "2026-03-02");
    const accepted = errors((await validate(port)).findings).map((one) => one.accepted?.reason);
    expect(accepted[0]).toBe("另有批复");
    expect(JSON.parse(port.settings["accepted"] ?? "[]")).toHaveLength(accepted.length);
  });

  it("a setting that cannot be read counts as nothing accepted", async () => {
    const port = wrong();
    port.settings = { accepted: "{broken" };
    expect((await validate(port)).findings.some((one) => isOpen(one, "error"))).toBe(true);
  });
});
