import type { AmountUnit } from "../../../src/amounts/unit";
import type { Pack, TableDefinition } from "../../../src/tables/definition";
import type { SheetSnapshot, WorkbookSnapshot } from "../../../src/workbook/snapshot";
import { Chooser, randomFrom } from "../random";
import { bodyRows } from "./body";
import { codeColumnOf, planColumns } from "./columns";
import { contentsOf } from "./content";
import { fillMerges } from "./filledMerges";
import { furtherHabits } from "./further";
import { Habits } from "./habits";
import { headingRows } from "./headings";
import { onPages } from "./pages";
import { text } from "./rows";
import type { KindRow, Row } from "./rows";
import { titleRows } from "./titles";

/** A table laid out, by its parts; sheet rows come later. */
export interface Sketch {
  readonly definition: TableDefinition;
  readonly titleText: string;
  readonly titles: readonly Row[];
  readonly headings: readonly Row[];
  readonly body: readonly KindRow[];
  readonly notes: readonly Row[];
  readonly columns: ReadonlyMap<number, number>;
  readonly unit: AmountUnit;
  readonly habits: Habits;
}

/** What recognition should find of one table. */
export interface Expected {
  readonly definition: TableDefinition;
  /** The sheet it begins on. */
  readonly sheet: string;
  /** Printed column number → sheet column; columns that the layout leaves out, or that have no place of their own, are absent. */
  readonly columns: ReadonlyMap<number, number>;
  /** "sheet!row" → kinds of row, one for each side that says something there. */
  readonly rows: ReadonlyMap<string, readonly string[]>;
  readonly unit: AmountUnit;
}

export interface Variant {
  readonly pack: Pack;
  readonly workbook: WorkbookSnapshot;
  readonly expected: readonly Expected[];
  /** What went into it, for reading failures. */
  readonly habits: readonly string[];
}

const OTHER_NAMES = ["Sheet1", "Sheet2", "表", "公开稿", "收入表", "附件", "2020", "基本支出"];

/** The same content in a layout of its own; the same table and seed give the same variant. */
export function makeVariant(pack: Pack, tableId: string, seed: number): Variant {
  const sketch = sketchOf(pack, tableId, seed);
  const { habits } = sketch;
  const isNamed = habits.has("title in the sheet's name alone", 0.04);
  const name = isNamed ? sketch.definition.title : habits.choose.pick(OTHER_NAMES);
  const pages = onPages(sketch);
  const sheets = pages.map(({ rows }, page) =>
    sheetOfRows(page === 0 ? name : `${name} (${page + 1})`, rows),
  );
  const kinds = pages.flatMap(({ kinds: own }, page) =>
    [...own].map(([row, kind]) => [`${sheets[page]?.name ?? ""}!${row}`, kind] as const),
  );
  const { definition, columns, unit } = sketch;
  return {
    pack,
    workbook: { name: "variant.xlsx", sheets },
    expected: [{ definition, sheet: name, columns, rows: new Map(kinds), unit }],
    habits: habits.names,
  };
}

/** Lays one table out. */
export function sketchOf(pack: Pack, tableId: string, seed: number): Sketch {
  const content = contentsOf(pack).find(({ definition }) => definition.id === tableId);
  if (!content) throw new Error(`no content for table ${tableId}`);
  const number = Number(tableId.slice(1)) + 100 * tableId.charCodeAt(0);
  const habits = new Habits(new Chooser(randomFrom(seed * 7919 + number)));
  const { definition } = content;
  const isOtherUnit = habits.has("other unit", 0.2);
  const unit = isOtherUnit ? (content.unit === "元" ? "万元" : "元") : content.unit;
  const plan = planColumns(content, habits);
  const { rows: titles, title } = titleRows(definition, plan, unit, habits);
  const headings = headingRows(plan, codeColumnOf(definition), unit, habits);
  const notes: Row[] = [];
  if (habits.has("note", 0.4)) {
    if (habits.choose.chance(0.5)) notes.push(new Map());
    notes.push(
      new Map([
        [
          plan.first,
          text(
            habits.choose.pick([
              "注：本表按收付实现制编制。",
              "备注：表中数据保留两位小数",
              "说明：以上为年初预算",
            ]),
          ),
        ],
      ]),
    );
  }
  if (habits.has("signatures", 0.1))
    notes.push(
      new Map([
        [plan.first, text("填表人：张三")],
        [plan.last, text("审核人：李四")],
      ]),
    );
  const isNameless = plan.codes === "indentation";
  const columns = new Map([...plan.places].filter(([at]) => !isNameless || at !== codeColumnOf(definition)));
  const body = bodyRows(content, plan, unit, habits);
  const sketch = furtherHabits({
    definition,
    titleText: title,
    titles,
    headings,
    body,
    notes,
    columns,
    unit,
    habits,
  });
  return fillMerges(sketch, plan, seed * 6151 + number);
}

/** A sheet of rows, blank ones left out. */
export function sheetOfRows(name: string, rows: ReadonlyMap<number, Row>): SheetSnapshot {
  const filled = [...rows]
    .filter(([, cells]) => cells.size > 0)
    .sort(([a], [b]) => a - b)
    .map(([row, cells]) => [row, new Map([...cells].sort(([a], [b]) => a - b))] as const);
  return { name, rows: new Map(filled), marks: [], isProtected: false, isHidden: false };
}
