import type { CellAddress } from "../workbook/address";
import { cellFinder } from "./cellSums";
import type { TextTables } from "./cellSums";
import { constraintsOf } from "./constraints";
import type { Constraint } from "./constraint";
import type { TextFigure } from "./figure";
import { findingOf, relationFinding } from "./findings";
import { LEXICON } from "./lexicon";
import { contradictionsOf, isBroken } from "./localise";
import { paragraphsOf } from "./paragraphs";
import { rateTails } from "./rateTails";
import { readText } from "./readText";
import { tableWords } from "./tableWords";
import type { FigureCounts, TextFinding } from "./textFinding";
import { indexWords } from "./tokens";
import { settle } from "./variables";
import type { Settled } from "./variables";
import { openReasons, wordingFindings } from "./wordingChecks";

/** What a text is compared with. */
export interface TextSides {
  readonly tables: TextTables;
  readonly lastYear?: TextTables;
  /** Names of the department as the workbook prints them (部门名称：…). */
  readonly departments: readonly string[];
}

export interface TextCheck {
  /** Reasons that are still to be written (……), as 生成说明 leaves them. */
  readonly openReasons: number;
  readonly counts: FigureCounts;
  readonly findings: readonly TextFinding[];
  /** Each figure with how it fared, for marking them in the text. */
  readonly figures: readonly CheckedFigure[];
}

/** A figure with how it fared, and the cell of this year's tables that it is compared with, or is said of. */
export interface CheckedFigure extends TextFigure {
  readonly status: FigureStatus;
  readonly cell: CellAddress | undefined;
}

/** alone: read, and nothing says what it should be. */
export type FigureStatus = "agree" | "rounding" | "differ" | "alone" | "unread";

/** 说明核对: reads a text and compares it with the tables, with last year's when given, and with itself. Pure. */
export function compareText(text: string, { tables, lastYear, departments }: TextSides): TextCheck {
  const paragraphs = paragraphsOf(text);
  const names = [...departments, ...departmentsOf(text)];
  const words = indexWords([...LEXICON, ...tableWords(tables.tables, names)]);
  const reading = readText(paragraphs, words, yearOf(text, tables));
  const settled = settle(reading, cellFinder(tables), lastYear && cellFinder(lastYear));
  const constraints = constraintsOf(settled, reading);
  const contradictions = contradictionsOf(constraints, settled, tables.isDisputed);
  const figures = settled.map((one) => ({
    ...one.figure,
    status: statusOf(one, constraints, contradictions),
    cell: one.cell?.cells[0],
  }));
  const count = (status: FigureStatus) => figures.filter((one) => one.status === status).length;
  const told = contradictions.map((one) => findingOf(one, settled, text));
  const tails = [...constraints.filter(isTail), ...rateTails(constraints, settled)];
  const findings = [
    ...told,
    ...tails.map((one) => relationFinding(one, "rounding", settled, text)),
    ...wordingFindings({ text, paragraphs, reading }).filter((one) => !isToldAsUnit(one, told)),
  ];
  return {
    counts: {
      read: figures.length - count("unread"),
      agree: count("agree"),
      rounding: count("rounding"),
      differ: count("differ"),
      unread: count("unread"),
    },
    openReasons: openReasons(paragraphs),
    findings: findings.sort((one, other) => one.from - other.from),
    figures,
  };
}

function isTail({ kind, outcome }: Constraint): boolean {
  return outcome === "rounding" && (kind === "table" || kind === "sum");
}

/** A sentence in 元 and 万元 is told once where one of its figures is known to have the wrong one. */
function isToldAsUnit({ rule, quote }: TextFinding, told: readonly TextFinding[]): boolean {
  const isUnit = ({ suspects: [first] }: TextFinding) =>
    first?.why.some(({ key }) => key === "text.why.unit");
  return rule === "text.unit.mixed" && told.some((one) => one.quote === quote && isUnit(one));
}

function statusOf(
  { figure, meaning }: Settled,
  constraints: readonly Constraint[],
  contradictions: ReturnType<typeof contradictionsOf>,
): FigureStatus {
  if (!meaning) return "unread";
  const isSuspected = contradictions.some(
    ({ suspects: [first] }) => first && "figure" in first.place && first.place.figure === figure.index,
  );
  if (isSuspected) return "differ";
  const own = constraints.filter(({ figures, isWeak }) => !isWeak && figures.includes(figure.index));
  const outcomes = new Set(own.map(({ outcome }) => outcome));
  if (outcomes.has("exact")) return "agree";
  if (outcomes.has("rounding")) return "rounding";
  // What is told against another figure says nothing against this one.
  const isToldElsewhere = contradictions.some(
    ({ broken, suspects: [first] }) =>
      first && "figure" in first.place && broken.some(({ figures }) => figures.includes(figure.index)),
  );
  return own.some(isBroken) && !isToldElsewhere ? "differ" : "alone";
}

/** The year of the tables, else the first year the text names. */
function yearOf(text: string, { tables }: TextTables): number | undefined {
  const inTables = tables.map(({ year }) => year).find((year) => year !== undefined);
  const named = /(20\d{2})\s*年/.exec(text)?.[1];
  return inTables ?? (named === undefined ? undefined : Number(named));
}

/** Endings of the names of offices. */
const OFFICE =
  /^[\u4e00-\u9fff\d()（）]{3,30}(局|委员会|委|办公室|办|厅|中心|院|会|处|署|部|馆|所|学校|大学|学院|医院|支队|大队|总队|街道)$/;
const TITLE_LINES = 12;

/** The department's name as the title of the text prints it: on a line of its own, or before 部门预算. */
function departmentsOf(text: string): string[] {
  return text
    .split(/[\r\n]+/)
    .slice(0, TITLE_LINES)
    .flatMap((line) => {
      const plain = line
        .replace(/\s/g, "")
        .replace(/^(20\d{2})年度?/, "")
        .replace(/(20\d{2})年度?.*$/, "")
        .replace(/(部门|单位)?预算.*$/, "");
      return OFFICE.test(plain) ? [plain] : [];
    });
}
