import { Decimal } from "../../amounts/decimal";
import type { AmountUnit } from "../../amounts/unit";
import type { RecognisedTable } from "../../recognition/recognised";
import type { Relation } from "../../relations/relation";
import type { Act, Finding, Suspect } from "../../validation/finding";
import { cellKey } from "../../validation/cellKey";
import type { OverwrittenFormula } from "../../validation/overwritten";
import { isTotalOf } from "../../validation/hints/hintContext";
import { isBorneOut, namedSuspects } from "../../validation/finding";
import { formatA1 } from "../../workbook/address";
import type { MessageRef } from "../../messages/messageRef";
import type { WriteCell } from "../../workbook/edit";
import type { WorkbookSnapshot } from "../../workbook/snapshot";
import { cellAtAddress } from "../../workbook/snapshot";
import { codeMends } from "./codeMends";
import type { Mend } from "./mend";
import { hasFormulas, mendOf } from "./mendedCell";
import type { Wanted } from "./mendedCell";
import { printedDecimals } from "../../validation/printedDecimals";
import { amountText } from "../suspectText";
import { sumFormulaOf } from "../../validation/totalFormula";
import { goneRowsMend, rowActMend } from "./rowActMends";
import { missingRowsMend } from "./rowMends";
import type { RowGrounds } from "./rowMends";
import { codesAsText, textsAsNumbers } from "./typeMends";
import { exchangeHeadings, restoreFormulas, unitMends } from "./workbookMends";

/** What mends go by beside the finding: of a check, and of its workbook. */
export interface MendGrounds extends Partial<RowGrounds> {
  /** Numbers typed where formulas belong. */
  readonly overwritten?: readonly OverwrittenFormula[];
  readonly tables?: readonly RecognisedTable[];
}

/** One main mend and at most two others: more to choose from help nobody. */
const MOST_MENDS = 3;

/**
 * The ways to mend a finding, the likeliest first and at most three; empty where only a person can tell. Nothing is done
 * here: a mend is shown with what each cell holds and would hold, and carried out when the user says so.
 * @param relations every relation that fails: a suspect may be the total of another than the finding's own
 */
export function mendsFor(
  finding: Finding,
  relations: readonly Relation[],
  workbook: WorkbookSnapshot,
  grounds: MendGrounds = {},
): readonly Mend[] {
  const seen = new Set<string>();
  const found = waysFor(finding, relations, workbook, grounds).filter(({ edits }) => {
    const done = JSON.stringify(edits);
    return !seen.has(done) && seen.add(done);
  });
  return found.slice(0, MOST_MENDS);
}

function waysFor(
  finding: Finding,
  relations: readonly Relation[],
  workbook: WorkbookSnapshot,
  { overwritten = [], tables = [], set, missing = [] }: MendGrounds,
): readonly Mend[] {
  /** The formula where one was; else a formula for a total or the amount itself, as the sheet has formulas or not. */
  const mendsOf = (suspect: Suspect): readonly Mend[] => {
    const restored = restoreFormulas([suspect], overwritten, workbook);
    if (restored) return [restored];
    const value = present(valueMend(finding, suspect, workbook));
    const sums = relations
      .filter((relation) => isTotalOf(suspect, relation))
      .flatMap((relation) => present(sumMend(relation, workbook)));
    return hasFormulas(suspect.sheet, workbook) ? [...sums, ...value] : [...value, ...sums];
  };
  switch (finding.rule) {
    case "cell.text-number":
      return present(textsAsNumbers(finding, workbook));
    case "cell.number-code":
      return present(codesAsText(finding, workbook));
    case "code.name":
    case "code.outdated":
    case "code.mismatch":
      return codeMends(finding, workbook);
    case "block.shifted":
      return present(blockMend(finding, workbook));
    case "block.unit":
      return unitMendsOf(finding, tables, workbook);
    case "formula.overwritten":
      return present(restoreFormulas(finding.cells, overwritten, workbook));
    case "heading.swapped":
      return present(exchangeHeadings(finding, workbook));
    case "figure.copied":
      return present(copiesMend(finding, workbook));
    case "rows.missing":
    case "act.rowDeleted":
      return present(
        (set && missingRowsMend(finding, { set, missing }, workbook)) ??
          (finding.act && !hasListsBeside(finding.act, tables)
            ? goneRowsMend(finding.act, workbook)
            : undefined),
      );
    default:
      // A cell that relations blame is mended as such, whatever act it is called.
      return finding.act && !finding.verdict
        ? actMends(finding, finding.act, { workbook, mendsOf, tables })
        : suspectMends(finding, { workbook, mendsOf });
  }
}

/** Suspects that must be changed together are mended as one; of others each is a way of its own where something speaks for it. */
function suspectMends(finding: Finding, { workbook, mendsOf }: SuspectGrounds): readonly Mend[] {
  const named = namedSuspects(finding);
  if (finding.verdict?.kind === "one")
    return named.length === 1 ? named.flatMap(mendsOf) : present(suspectsMend(named, workbook));
  return named.filter(isBorneOut).flatMap((suspect) => mendsOf(suspect).slice(0, 1));
}

function unitMendsOf(
  { sheet, table: id, message: { args } }: Finding,
  tables: readonly RecognisedTable[],
  workbook: WorkbookSnapshot,
): readonly Mend[] {
  const table = tables.find((one) => one.definition.id === id && one.sheet === sheet);
  const other = UNITS.find((unit) => unit === args["other"]);
  return table && other ? unitMends(table, other, workbook) : [];
}

const UNITS: readonly AmountUnit[] = ["元", "万元", "亿元"];

/** What mends go by: where one cell is all, it is mended as any wrong cell is. */
interface SuspectGrounds {
  readonly workbook: WorkbookSnapshot;
  readonly mendsOf: (suspect: Suspect) => readonly Mend[];
}

interface ActGrounds extends SuspectGrounds {
  readonly tables: readonly RecognisedTable[];
}

/** An act is mended as one; where others explain as much, each of them is another way. */
function actMends(finding: Finding, act: Act, { workbook, mendsOf, tables }: ActGrounds): readonly Mend[] {
  const { kind, others, edits } = act;
  // Which of two drafts is the right one only a person can tell.
  if (kind === "tableOld") return [];
  if (kind === "textFigure") return present(textsAsNumbers(finding, workbook));
  const codes = (edits ?? []).flatMap((edit) => (edit.kind === "writeCell" ? [edit] : []));
  if (edits)
    return codes.length < edits.length
      ? present(hasListsBeside(act, tables) ? undefined : rowActMend(act, workbook))
      : present(mendOf(codeLabel(codes), codes.map(wantedBy), workbook));
  return [finding.suspects, ...others.map((other) => other.suspects)].flatMap((suspects) =>
    suspects.length === 1 ? suspects.flatMap(mendsOf) : present(suspectsMend(suspects, workbook)),
  );
}

/** Whether a row of the sheet may hold a row of another list as well, which would go with it. */
function hasListsBeside({ edits = [] }: Act, tables: readonly RecognisedTable[]): boolean {
  const sheets = new Set(edits.map(({ sheet }) => sheet));
  return tables.some(({ sheet, definition }) => sheets.has(sheet) && definition.sides.length > 1);
}

function codeLabel([first, ...others]: readonly WriteCell[]): MessageRef {
  const cell = first ? formatA1(first.row, first.column) : "";
  return { key: "mend.cells", args: { sheet: first?.sheet ?? "", cell, count: String(others.length + 1) } };
}

function wantedBy({ sheet, row, column, content }: WriteCell): Wanted {
  return { address: { sheet, row, column }, content };
}

/** What belongs in each cell of an act; formulas among them follow by themselves. */
function suspectsMend(suspects: readonly Suspect[], workbook: WorkbookSnapshot): Mend | undefined {
  const wanted = suspects.flatMap(({ sheet, row, column, suggested }): Wanted[] => {
    const address = { sheet, row, column };
    if (suggested === null || cellAtAddress(workbook, address)?.formula !== undefined) return [];
    return [{ address, content: { value: new Decimal(suggested).toNumber() } }];
  });
  const [first] = wanted;
  if (!first) return undefined;
  const cell = formatA1(first.address.row, first.address.column);
  const args = { sheet: first.address.sheet, cell, count: String(wanted.length) };
  return mendOf({ key: "mend.cells", args }, wanted, workbook);
}

function present(mend: Mend | undefined): Mend[] {
  return mend ? [mend] : [];
}

function sumMend(relation: Relation, workbook: WorkbookSnapshot): Mend | undefined {
  const formula = sumFormulaOf(relation);
  const address = relation.terms.find(({ side }) => side === "left")?.figure.address;
  if (formula === undefined || !address) return undefined;
  const cell = formatA1(address.row, address.column);
  const had = cellAtAddress(workbook, address)?.formula;
  const label = {
    key: had === undefined ? "mend.sumFormula" : "mend.sumFormulaInstead",
    args: { sheet: address.sheet, cell, formula },
  };
  return mendOf(label, [{ address, content: { formula } }], workbook);
}

/**
 * A block back in its place; what belongs to a cell is told by its suspect, a cell without one becomes blank. A cell that
 * holds already what belongs there, as its neighbour has the same figure, is none of those to be changed.
 */
function blockMend(
  { sheet, cells, suspects, message }: Finding,
  workbook: WorkbookSnapshot,
): Mend | undefined {
  if (cells.some((cell) => cellAtAddress(workbook, cell)?.formula !== undefined)) return undefined;
  const known = new Map(suspects.map((suspect) => [cellKey(suspect), suspect.suggested]));
  const wanted = cells.flatMap(({ sheet: own, row, column }) => {
    const address = { sheet: own, row, column };
    const amount = known.get(cellKey(address)) ?? null;
    const value = amount === null ? undefined : new Decimal(amount).toNumber();
    if (cellAtAddress(workbook, address)?.value === value) return [];
    return [{ address, content: value === undefined ? null : { value } }];
  });
  // Named by the way it went, block.down: its mend by the same word.
  return mendOf(
    { key: `mend.${message.key}`, args: { sheet, count: String(wanted.length) } },
    wanted,
    workbook,
  );
}

/** The right figure in every typed copy of the wrong one; a formula that refers to one of them follows by itself. */
function copiesMend(finding: Finding, workbook: WorkbookSnapshot): Mend | undefined {
  const { suspects } = finding;
  const typed = suspects.filter((one) => cellAtAddress(workbook, one)?.formula === undefined);
  const wanted = typed.flatMap(({ sheet, row, column, suggested }) =>
    suggested === null
      ? []
      : [{ address: { sheet, row, column }, content: { value: new Decimal(suggested).toNumber() } }],
  );
  const [first] = typed;
  if (!first?.suggested) return undefined;
  const args = {
    count: String(wanted.length),
    value: amountText(first.suggested, printedDecimals(finding, first)),
  };
  return mendOf({ key: "mend.copied", args }, wanted, workbook);
}

/** The one value that mends all. A formula is never replaced by a number: it would be wrong again at the next change. */
function valueMend(finding: Finding, suspect: Suspect, workbook: WorkbookSnapshot): Mend | undefined {
  const { sheet, row, column, suggested } = suspect;
  if (suggested === null || cellAtAddress(workbook, suspect)?.formula !== undefined) return undefined;
  const value = new Decimal(suggested);
  const label = {
    key: "mend.value",
    args: {
      sheet,
      cell: formatA1(row, column),
      value: amountText(suggested, printedDecimals(finding, suspect)),
    },
  };
  return mendOf(label, [{ address: { sheet, row, column }, content: { value: value.toNumber() } }], workbook);
}
