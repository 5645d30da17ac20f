import { normaliseRowName } from "../recognition/text";
import type { RecognisedRow, RecognisedTable } from "../recognition/recognised";
import type { NamedItem } from "./features";
import type { Term } from "./lexicon";

/** A shorter name, as 司法 or 广播, is one only with its level: 司法(款). */
const MIN_NAME = 3;

/**
 * The words that tables add to the lexicon: names of functional and economic rows, of projects, and of the department,
 * which say nothing of a figure. A name for more than one row says all of them.
 * @param departments names of the department as the workbook or the text print it
 */
export function tableWords(
  tables: readonly RecognisedTable[],
  departments: readonly string[],
): [string, Term][] {
  const items = new Map<string, NamedItem[]>();
  const note = (name: string, item: NamedItem) => {
    const known = items.get(name) ?? [];
    if (!known.some(({ system, row }) => system === item.system && row === item.row)) known.push(item);
    items.set(name, known);
  };
  for (const row of tables.flatMap(({ rows }) => rows)) {
    const item = itemOf(row);
    if (!item) continue;
    for (const name of namesOf(row, item)) if (name.length >= MIN_NAME) note(name, item);
  }
  return [
    ...[...items].map(([name, found]): [string, Term] => [
      name,
      {
        role: "subject",
        features: { items: found.toSorted((one, other) => RANK[one.system] - RANK[other.system]) },
      },
    ]),
    ...departments.map((name): [string, Term] => [name, { role: "noise" }]),
  ];
}

const RANK = { functional: 0, economic: 1, project: 2 } as const;

function itemOf({ rule, code, key }: RecognisedRow): NamedItem | undefined {
  if (rule.kind === "项目") return { system: "project", row: key };
  if (/^2\d{2}(\d{2}){0,2}$/.test(code) && code !== "") return { system: "functional", row: code };
  return /^3\d{2}(\d{2})?$/.test(code) ? { system: "economic", row: code } : undefined;
}

/** 一般公共服务支出 is also written 一般公共服务(类)支出; [30101]基本工资 is 基本工资. */
function namesOf({ key }: RecognisedRow, { system }: NamedItem): string[] {
  const name = normaliseRowName(key.replace(/^\[\d+\]/, ""));
  const stem = name.replace(/支出$/, "");
  const levels = ["类", "款", "项"].flatMap((level) => [
    `${name}(${level})`,
    `${stem}(${level})`,
    `${stem}(${level})支出`,
  ]);
  return system === "functional" ? [name, ...levels] : [name];
}
