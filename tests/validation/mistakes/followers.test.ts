import { cellKey } from "../../../src/validation/cellKey";
import type { Finding } from "../../../src/validation/finding";
import { formatA1, parseRange } from "../../../src/workbook/address";
import type { Cell, WorkbookSnapshot } from "../../../src/workbook/snapshot";
import { check } from "../../support/check";
import { seedWorkbook } from "../../support/seedWorkbook";

/** The seed with one typed figure changed and formulas above it, each with its result: the old one and the difference. */
function live(
  sheet: string,
  [typed, figure]: readonly [string, number],
  formulas: Readonly<Record<string, string>>,
): WorkbookSnapshot {
  const workbook = seedWorkbook();
  const own = workbook.sheets.find(({ name }) => name === sheet);
  const rows = new Map([...(own?.rows ?? [])].map(([row, cells]) => [row, new Map(cells)]));
  const placeOf = (cell: string) => {
    const range = parseRange(cell);
    return { sheet, row: range?.firstRow ?? 0, column: range?.firstColumn ?? 0 };
  };
  const cellOf = (cell: string) => rows.get(placeOf(cell).row)?.get(placeOf(cell).column) as Cell;
  const write = (cell: string, content: Cell) =>
    rows.get(placeOf(cell).row)?.set(placeOf(cell).column, content);
  const difference = figure - Number(cellOf(typed).value);
  write(typed, { ...cellOf(typed), value: figure });
  for (const [cell, formula] of Object.entries(formulas))
    write(cell, { ...cellOf(cell), value: Number(cellOf(cell).value) + difference, formula });
  return {
    ...workbook,
    sheets: workbook.sheets.map((one) => (one.name === sheet ? { ...one, rows } : one)),
  };
}

function errors(workbook: WorkbookSnapshot): Finding[] {
  return check(workbook).findings.filter(({ severity }) => severity === "error");
}

const suspects = (findings: readonly Finding[]) =>
  findings.map((finding) =>
    finding.suspects.map(
      ({ sheet, row, column, suggested }) => `${sheet} ${formatA1(row, column)} ${suggested}`,
    ),
  );

const T06 = {
  C7: "=D7+E7",
  D7: "=D8+D13+D18+D23+D26",
  C18: "=D18+E18",
  D18: "=D19",
  C19: "=D19+E19",
  D19: "=SUM(D20:D22)",
  C21: "=D21+E21",
};

const T08 = {
  C6: "=C7",
  E6: "=E7",
  C7: "=SUM(C8:C10)",
  E7: "=SUM(E8:E10)",
  C9: "=D9",
  D9: "=SUM(E9:G9)",
  D7: "=SUM(D8:D10)",
  D6: "=D7",
};

describe("a figure typed wrong under formulas", () => {
  it("is one finding that names the typed cell and its value, not the formulas that follow it", () => {
    const found = errors(live("表6", ["D21", 83.49], T06));
    expect(suspects(found)).toEqual([["表6 D21 38.49"]]);
    expect(found[0]?.relations?.length).toBe(10);
  });

  it("says of the formulas above it that they need no change, and what happened to the digits", () => {
    const [finding] = errors(live("表6", ["D21", 83.49], T06));
    expect(finding?.suspects[0]?.why.map(({ key }) => key)).toEqual([
      "suspect.mends",
      "suspect.follows",
      "hint.exchanged",
    ]);
  });

  it("is found where other tables alone speak against it", () => {
    expect(suspects(errors(live("表8", ["E9", 90.23], T08)))).toEqual([["表8 E9 81.23"]]);
  });

  it("is found where the formulas look codes up as inserted tables do", () => {
    const byCode = {
      ...T06,
      D19: "=SUMPRODUCT((LEN(INDEX($A19:$A$27,2):$A$27)=7)*(LEFT(INDEX($A19:$A$27,2):$A$27,5)=$A19),INDEX(D19:D$27,2):D$27)",
      D7: "=SUMPRODUCT((LEN(INDEX($A7:$A$27,2):$A$27)=3)*1,INDEX(D7:D$27,2):D$27)",
    };
    expect(suspects(errors(live("表6", ["D21", 83.49], byCode)))).toEqual([["表6 D21 38.49"]]);
  });

  it("does not make anything of formulas where everything holds", () => {
    expect(errors(live("表6", ["D21", 38.49], T06))).toEqual([]);
  });

  it("leaves cells to be doubted one by one where their formulas are no sums", () => {
    const unread = Object.fromEntries(
      Object.entries(T06).map(([cell, formula]) => [cell, `=MAX(0,${formula.slice(1)})`]),
    );
    const named = errors(live("表6", ["D21", 83.49], unread)).flatMap((finding) =>
      finding.suspects.map(cellKey),
    );
    expect(named.length).toBeGreaterThan(1);
  });
});
