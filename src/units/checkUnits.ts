import type { RecognisedRow } from "../recognition/recognised";
import { findOffsets } from "../tables/offsets";
import { readAdjustments } from "./adjustments";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import { blockCauses, blockHint, unitBlocks } from "./blocks";
import type { Block } from "./blocks";
import { causeFinding } from "./causeFinding";
import { compareEntries } from "./difference";
import type { Compared } from "./difference";
import { entriesOf } from "./entries";
import type { Entries } from "./entries";
import { mergeCauses } from "./mergeCauses";
import { offsetFindings } from "./offsetFindings";
import { takeOffsets } from "./offsets";
import { ownTotalCauses } from "./ownTotals";
import { rowCauses } from "./rows";
import { OpenDifferences } from "./state";
import type { Cause } from "./state";
import { subjectEntries } from "./subjects";
import { isUnitRow, unitFinder, unitRowOf } from "./unitBook";
import type { UnitBook } from "./unitBook";
import type { UnitFinding } from "./unitFinding";
import { wholeUnitCauses } from "./wholeUnits";

/** A department beside its units. */
export interface UnitsCheck {
  readonly counts: {
    /** Figures compared; agree + rounding + differ. */
    readonly compared: number;
    readonly agree: number;
    readonly rounding: number;
    readonly differ: number;
    /** Figures one cell of which is no amount. */
    readonly unread: number;
  };
  readonly findings: readonly UnitFinding[];
}

/**
 * 单位汇总: compares each figure of a department with the sum of its units, less what they pay each other, and tells which unit
 * lacks or doubles what by the smallest explanation. Pure. Units of another set of tables are compared in what the sets have in
 * common (comparison.ts).
 * @param workbook the department's, for its sheet 调整表
 */
export function checkUnits(
  department: UnitBook,
  given: readonly UnitBook[],
  workbook: WorkbookSnapshot,
): UnitsCheck {
  const { books, twice } = withoutRepeats(given);
  const isOneSet = books.every(({ packId }) => packId === department.packId);
  const entries = isOneSet ? (book: UnitBook) => entriesOf(book.tables) : subjectEntries;
  const missing = isOneSet ? missingUnits(department, books) : [];
  const all = [...books, ...missing.map(({ book }) => book)];
  const units = [...books.map(entries), ...missing.map((one) => one.entries)];
  const { compared, unread } = compareEntries(entries(department), units);
  const open = new OpenDifferences(compared);
  const differing = open.open().length;
  const blocks = isOneSet ? unitBlocks(department.tables, units, unitFinder(all)) : [];
  const causes = causesOf(open, blocks, { units: books.length, missing: missing.length });
  const pairs = isOneSet ? findOffsets(department.packId) : [];
  const outcomes = takeOffsets(pairs, open);
  const adjustments = readAdjustments(workbook, pairs);
  const rows = rowCauses(open, { told: causes, lacksFiles: missing.length > 0 });
  for (const { figures } of rows) for (const { compared: one } of figures) open.close(one.key);
  const totals = ownTotalCauses(open, books.length);
  const merged = withoutFollowing(mergeCauses(causes, [...rows, ...totals]), causes, compared);
  const findings = [
    ...twice.map(({ book, like }) => twiceFinding(book, like)),
    ...withMissing(merged, books.length).map((cause) => causeFinding(cause, all)),
    ...offsetFindings(outcomes, adjustments, all),
  ];
  return { counts: countsOf([...compared.values()], differing, unread), findings };
}

function countsOf(compared: readonly Compared[], differ: number, unread: number): UnitsCheck["counts"] {
  const agree = compared.filter(({ difference }) => difference.isZero()).length;
  return { compared: compared.length, agree, rounding: compared.length - agree - differ, differ, unread };
}

/** What is told with its unit: whole units first, then rows of the department's own blocks. */
function causesOf(
  open: OpenDifferences,
  blocks: readonly Block[],
  { units, missing }: { readonly units: number; readonly missing: number },
): Cause[] {
  const whole = wholeUnitCauses(open, units, (unit, times) => blockHint(blocks, unit, times));
  const noFile = Array.from({ length: missing }, (_, index): Cause => ({
    kind: "lacksUnit",
    unit: units + index,
    candidates: [],
    what: "",
    other: "",
    figures: [],
  }));
  const isTold = (unit: number, part: string) =>
    whole.some(
      (cause) => cause.unit === unit && (cause.what === "" || cause.figures[0]?.compared.about.part === part),
    );
  const rest = blocks.map(({ unit, compared }) => ({
    unit,
    compared: new Map([...compared].filter(([, { about }]) => !isTold(unit, about.part))),
  }));
  const byRow = blockCauses(rest);
  // What the blocks show is explained by them, in the sums over all units as well.
  for (const { figures } of byRow)
    for (const { compared } of figures) {
      const sum = open.compared.get(compared.key);
      if (sum && open.isOpen(sum.key)) open.explain(sum, compared.difference);
    }
  return [...whole, ...noFile, ...byRow];
}

interface MissingUnit {
  readonly book: UnitBook;
  readonly entries: Entries;
}

/** Units that the department lists with amounts and that no file is of; they count with the department's own rows. */
function missingUnits(department: UnitBook, books: readonly UnitBook[]): MissingUnit[] {
  const find = unitFinder(books);
  const found = new Map<string, RecognisedRow[]>();
  for (const table of department.tables)
    for (const row of table.rows) {
      if (!isUnitRow(row) || row.side.parents === "code" || find(row) !== undefined || !hasAmount(row))
        continue;
      const name = row.name.trim();
      found.set(name, [...(found.get(name) ?? []), row]);
    }
  return [...found].map(([name, rows]) => {
    const own = new Set(rows);
    return {
      book: {
        file: "",
        packId: department.packId,
        setName: department.setName,
        tables: [],
        name,
        codes: [...new Set(rows.map(({ code }) => code))],
      },
      entries: entriesOf(department.tables, (row) => {
        const head = unitRowOf(row);
        return head !== undefined && own.has(head);
      }),
    };
  });
}

function hasAmount({ figures }: RecognisedRow): boolean {
  return [...figures.values()].some((figure) => figure.kind === "amount" && !figure.value.isZero());
}

/** What the department has more than its units belongs to those without a file. */
function withMissing(causes: readonly Cause[], units: number): Cause[] {
  const host = causes.findIndex(({ unit }) => unit !== undefined && unit >= units);
  if (host < 0) return [...causes];
  const isMore = ({ unit, figures }: Cause) =>
    unit === undefined && figures.every(({ actual, expected }) => actual.greaterThan(expected));
  const more = causes.filter(isMore);
  return causes
    .filter((cause) => !more.includes(cause))
    .map((cause, index) =>
      index === causes.slice(0, host).filter((one) => !more.includes(one)).length
        ? { ...cause, figures: [...cause.figures, ...more.flatMap(({ figures }) => figures)] }
        : cause,
    );
}

/** Lines of statements whose difference another table has as well follow from it, and say nothing of their own. */
function withoutFollowing(
  causes: readonly Cause[],
  told: readonly Cause[],
  compared: ReadonlyMap<string, Compared>,
): Cause[] {
  const trees = new Set(
    [...compared.values()].flatMap(({ about }) => (about.parent === undefined ? [] : [about.part])),
  );
  const amounts = new Set(
    [...compared.values()].flatMap(({ about, difference }) =>
      trees.has(about.part) && !difference.isZero() ? [difference.abs().toFixed()] : [],
    ),
  );
  return causes.filter(
    (cause) =>
      told.includes(cause) ||
      cause.figures.some(
        ({ compared: one }) => trees.has(one.about.part) || !amounts.has(one.difference.abs().toFixed()),
      ),
  );
}

/** Each unit once: a file that is of the same unit as one before says nothing new. */
function withoutRepeats(given: readonly UnitBook[]) {
  const books: UnitBook[] = [];
  const twice: { readonly book: UnitBook; readonly like: UnitBook }[] = [];
  for (const book of given) {
    const like = books.find((one) => isSameUnit(one, book));
    if (like) twice.push({ book, like });
    else books.push(book);
  }
  return { books, twice };
}

function isSameUnit(one: UnitBook, other: UnitBook): boolean {
  const longest = ({ codes }: UnitBook) => [...codes].sort((a, b) => b.length - a.length)[0] ?? "";
  return one.name === other.name && longest(one) === longest(other);
}

function twiceFinding(book: UnitBook, like: UnitBook): UnitFinding {
  return {
    severity: "error",
    rule: "units.twiceFile",
    unit: { file: book.file, name: book.name, code: book.codes.at(-1) ?? "" },
    candidates: [],
    message: { key: "units.twiceFile", args: { unit: book.name, file: book.file, other: like.file } },
    expected: null,
    actual: null,
    difference: null,
    cells: [],
    unitCells: [],
  };
}
