import { normaliseText } from "../../recognition/text";
import type { Cell, SheetSnapshot, WorkbookSnapshot } from "../../workbook/snapshot";
import type { OwnRule, OwnRules } from "./ownRule";
import { NO_RULES } from "./ownRule";

/** A sheet with one of these names holds rules, in any workbook. */
const RULE_SHEETS: readonly string[] = ["自定义勾稽", "自定义勾稽关系", "勾稽规则"];

/** Headings of the columns, in any order. Only that of the relation itself is needed. */
const HEADINGS = {
  text: ["关系", "勾稽关系", "公式", "规则"],
  id: ["编号", "序号"],
  title: ["说明", "备注", "依据"],
  severity: ["程度", "级别"],
} as const;

type Column = keyof typeof HEADINGS;

/** Heading rows are looked for this far down: a title and a remark may stand above. */
const MOST_ROWS_ABOVE = 10;

/**
 * Reads the rules of a workbook's own rule sheet (自定义勾稽), one a row under headings 编号, 关系, 说明, 程度. Rows without
 * a relation are passed over. No such sheet: no rules.
 */
export function readRulesSheet({ sheets }: WorkbookSnapshot): OwnRules {
  const sheet = sheets.find(({ name }) => isRuleSheet(name));
  if (!sheet) return NO_RULES;
  const heading = findHeading(sheet);
  if (!heading)
    return {
      rules: [],
      problems: [
        {
          message: { key: "rules.noHeading", args: { sheet: sheet.name } },
          cell: { sheet: sheet.name, row: 0, column: 0 },
        },
      ],
    };
  const rules: OwnRule[] = [];
  for (const [row, cells] of sheet.rows) {
    if (row <= heading.row) continue;
    const textOf = (column: Column) => cellText(cells.get(heading.columns.get(column) ?? -1));
    const text = textOf("text");
    if (text === "") continue;
    rules.push({
      id: textOf("id") || `自${rules.length + 1}`,
      text,
      title: textOf("title"),
      severity: textOf("severity") === "提醒" ? "warning" : "error",
      cell: { sheet: sheet.name, row, column: heading.columns.get("text") ?? 0 },
    });
  }
  return { rules, problems: [] };
}

/** True for a sheet that holds an office's own rules rather than a table. */
export function isRuleSheet(name: string): boolean {
  return RULE_SHEETS.includes(name.trim());
}

function findHeading(
  sheet: SheetSnapshot,
): { readonly row: number; readonly columns: ReadonlyMap<Column, number> } | undefined {
  for (const [row, cells] of [...sheet.rows].slice(0, MOST_ROWS_ABOVE)) {
    const columns = new Map<Column, number>();
    for (const [column, cell] of cells) {
      const label = normaliseText(cellText(cell));
      for (const key of Object.keys(HEADINGS) as Column[]) {
        const known: readonly string[] = HEADINGS[key];
        if (known.includes(label) && !columns.has(key)) columns.set(key, column);
      }
    }
    if (columns.has("text")) return { row, columns };
  }
  return undefined;
}

/** A relation that begins with "=" by mistake would be a formula; its value is what counts. */
function cellText(cell: Cell | undefined): string {
  return cell && typeof cell.value !== "object" ? String(cell.value).trim() : "";
}
