import type { MessageRef } from "../messages/messageRef";
import type { RecognisedRow, RecognisedTable } from "../recognition/recognised";
import { findComparison } from "../tables/comparison";
import type { Pack } from "../tables/definition";
import { paragraphsOf } from "../text/paragraphs";
import { openReasons } from "../text/wordingChecks";
import { SECTIONS } from "../text/sections";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import { lineAmount } from "../years/amounts";
import { emptyNote, isEmptyTable, saysEmpty } from "./emptyTables";
import type { Point, PointStatus } from "./point";
import { unitPoint } from "./unitPoint";

/** What is published: the tables of a workbook, and the text beside them when there is one. */
export interface Publication {
  readonly workbook: WorkbookSnapshot;
  readonly pack: Pack;
  readonly tables: readonly RecognisedTable[];
  readonly text: string | undefined;
}

/** Tables that are published where the place asks for them. */
const BY_PLACE: ReadonlySet<string> = new Set(["N07", "N10", "F08"]);

/** Points that only a person can tell. */
const MANUAL = ["deadline", "place", "performance", "reasons"] as const;

/**
 * 公开检查: the list of what has to be published, each point with its basis and whether it is met. Pure; reads tables and text and
 * changes nothing.
 */
export function completeness(publication: Publication): Point[] {
  return [
    ...tablePoints(publication),
    ...emptyPoints(publication),
    ...detailPoints(publication),
    ...publicExpensePoints(publication),
    unitPoint(publication),
    ...sectionPoints(publication),
    ...MANUAL.map((id) => manualPoint(id, publication)),
  ];
}

/** What only a person can see to; that a reason is not written yet can be seen. */
function manualPoint(id: string, { text }: Publication): Point {
  const point = { key: `complete.manual.${id}`, args: {} };
  const open = id === "reasons" && text !== undefined ? openReasons(paragraphsOf(text)) : 0;
  if (open === 0) return made("manual", id, "manual", point);
  const problem = { key: "text.openReasons", args: { count: String(open) } };
  return made("manual", id, "unmet", point, { problem });
}

function made(
  rule: string,
  id: string,
  status: PointStatus,
  point: MessageRef,
  more: Partial<Pick<Point, "problem" | "cells">> = {},
): Point {
  return {
    rule: `complete.${rule}`,
    id,
    status,
    point,
    basis: { key: `complete.basis.${rule}`, args: {} },
    problem: more.problem,
    cells: more.cells ?? [],
  };
}

function tablePoints({ pack, tables }: Publication): Point[] {
  return pack.tables.map(({ id, label, title }) => {
    const args = { label, title };
    const isThere = tables.some(({ definition }) => definition.id === id);
    const point = { key: "complete.table", args };
    if (isThere) return made("table", id, "met", point);
    return BY_PLACE.has(id)
      ? made("table", id, "doubt", point, { problem: { key: "complete.table.byPlace", args } })
      : made("table", id, "unmet", point, { problem: { key: "complete.table.missing", args } });
  });
}

/** Empty tables say so, and others do not. */
function emptyPoints({ workbook, tables, text }: Publication): Point[] {
  return tables.flatMap((table): Point[] => {
    const { definition, sheet } = table;
    const args = { label: definition.label, title: definition.title, sheet };
    const note = emptyNote(table, workbook);
    const isEmpty = isEmptyTable(table);
    if (!isEmpty && !note) return [];
    const point = { key: "complete.empty", args };
    const isSaid = note !== undefined || saysEmpty(text ?? "", definition.title);
    const cells = note ? [note] : [{ sheet, row: table.firstBodyRow, column: table.range.firstColumn }];
    if (isEmpty)
      return [
        isSaid
          ? made("empty", definition.id, "met", point)
          : made("empty", definition.id, "unmet", point, {
              problem: { key: "complete.empty.noNote", args },
              cells,
            }),
      ];
    return [
      made("empty", definition.id, "unmet", point, {
        problem: { key: "complete.empty.wrongNote", args },
        cells,
      }),
    ];
  });
}

/** Functional codes down to 项, economic ones down to 款: a row with an amount and nothing below it is not detailed. */
function detailPoints({ tables }: Publication): Point[] {
  return tables.flatMap((table): Point[] => {
    const { definition } = table;
    const levels = LEVELS.filter((kind) =>
      definition.sides.some(({ rows }) => rows.some((rule) => rule.kind === kind)),
    );
    const lowest = levels.at(-1);
    if (lowest === undefined || lowest === "类" || isEmptyTable(table)) return [];
    const open = table.rows.filter(
      (row) => levels.includes(row.rule.kind) && row.rule.kind !== lowest && isBare(row),
    );
    const args = { label: definition.label, title: definition.title, level: lowest };
    const point = { key: "complete.detail", args };
    if (open.length === 0) return [made("detail", definition.id, "met", point)];
    const rows = open.map(({ code, name }) => [code, name].filter((part) => part !== "").join(" "));
    return [
      made("detail", definition.id, "unmet", point, {
        problem: { key: "complete.detail.missing", args: { ...args, rows } },
        cells: open.flatMap((row) => [...row.figures.values()].slice(0, 1).map(({ address }) => address)),
      }),
    ];
  });
}

const LEVELS: readonly string[] = ["类", "款", "项"];

function isBare({ children, figures }: RecognisedRow): boolean {
  return (
    children.length === 0 &&
    [...figures.values()].some((figure) => figure.kind === "amount" && !figure.value.isZero())
  );
}

/** 三公 in its items. */
function publicExpensePoints({ pack, tables }: Publication): Point[] {
  const comparison = findComparison(pack.id);
  if (!comparison) return [];
  return ["三公", "出国", "公务用车", "购车", "车辆运行", "接待"].map((name) => {
    const point = { key: `complete.sangong.${PUBLIC_EXPENSES[name] ?? ""}`, args: {} };
    const amount = lineAmount(comparison, name, tables);
    return amount && amount.cells.length > 0
      ? made("sangong", name, "met", point)
      : made("sangong", name, "unmet", point, { problem: { key: "complete.sangong.missing", args: {} } });
  });
}

const PUBLIC_EXPENSES: Readonly<Record<string, string>> = {
  三公: "all",
  出国: "abroad",
  公务用车: "cars",
  购车: "bought",
  车辆运行: "run",
  接待: "guests",
};

function sectionPoints({ text }: Publication): Point[] {
  const headings = text === undefined ? [] : paragraphsOf(text).filter(({ kind }) => kind === "heading");
  return SECTIONS.filter(({ isRequired }) => isRequired).map(({ id, heading }) => {
    const point = { key: `complete.section.${id}`, args: {} };
    if (text === undefined) return made("section", id, "unknown", point);
    return headings.some((one) => heading.test(one.text))
      ? made("section", id, "met", point)
      : made("section", id, "unmet", point, { problem: { key: `text.section.${id}`, args: {} } });
  });
}
