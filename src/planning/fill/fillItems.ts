import type { CodeKind } from "../../codes/codeLists";
import { normaliseName } from "../../codes/codeName";
import { parentCode } from "../../codes/place";
import type { NameIndex } from "../../codes/nameIndex";
import type { MessageRef } from "../../messages/messageRef";
import { saysNothing } from "../../recognition/text";
import type { CellAddress } from "../../workbook/address";
import type { Line } from "./bodyLines";
import { pairText, readPair } from "./codeCell";
import { cellOf, isClassification } from "./fillContext";
import type { FillContext, FillTable } from "./fillContext";
import type { FillDraft } from "./fillDraft";

/** Systems that are filled by the pairs of two columns (fillEconomic.ts). */
const ECONOMIC: ReadonlySet<CodeKind> = new Set(["economicDepartment", "economicGovernment"]);

/** A code with its name in one cell, and what is known of it. */
interface Item {
  readonly line: Line;
  readonly number: number;
  readonly text: string;
  readonly name: string;
  code: string;
  why: MessageRef | undefined;
}

/**
 * Fills cells that hold a code with its name (品目, 目录): the missing part from the other, from the column with the code
 * alone, from the levels beside it, or from another row of the workbook; and the reverse, the code alone from the pair.
 */
export function fillItems(context: FillContext, owner: FillTable, draft: FillDraft): void {
  for (const kind of kindsOf(owner)) {
    const index = context.index(kind, owner.year);
    const known = knownItems(context, kind);
    const numbers = columnsOf(owner, kind, "codeAndName");
    const [bare] = columnsOf(owner, kind, "code");
    for (const line of owner.lines) {
      if (line.fixedKind === "合计" || line.fixedKind === "总计") continue;
      fillLine({ context, owner, line, kind, index, known, draft }, numbers, bare);
    }
  }
}

interface LineTask {
  readonly context: FillContext;
  readonly owner: FillTable;
  readonly line: Line;
  readonly kind: CodeKind;
  readonly index: NameIndex;
  readonly known: KnownItems;
  readonly draft: FillDraft;
}

function fillLine(task: LineTask, numbers: readonly number[], bare: number | undefined): void {
  const { context, line, index, known } = task;
  const bareCode = bare === undefined ? "" : readPair(line.texts.get(bare) ?? "").code;
  const items = numbers.flatMap((number): Item[] => {
    const text = line.texts.get(number) ?? "";
    if (text !== "" && saysNothing(text)) return [];
    const { code, name } = readPair(text);
    return [{ line, number, text, name, code, why: undefined }];
  });
  const possible = new Map(
    items.map((item) => [item, item.code !== "" ? [item.code] : index.named(item.name)]),
  );
  for (const item of items) {
    if (item.code !== "") continue;
    const cell = cellOf(line, item.number);
    const answer = cell && context.answerAt(cell);
    const others = items.filter((other) => other !== item && (possible.get(other) ?? []).length > 0);
    const codes = (possible.get(item) ?? []).filter((code) =>
      others.every((other) => (possible.get(other) ?? []).some((one) => isOnePath(one, code))),
    );
    const [only, ...more] = codes;
    const elsewhere = known.codes.get(normaliseName(item.name));
    if (answer !== undefined && item.name !== "") {
      item.code = answer;
      item.why = { key: "fill.answered", args: {} };
    } else if (bareCode !== "" && numbers.length === 1) {
      item.code = bareCode;
      item.why = { key: "fill.besideCode", args: { code: bareCode } };
    } else if (only !== undefined && more.length === 0 && elsewhere?.has(only) !== false) {
      item.code = only;
      item.why = { key: "fill.onlyName", args: { name: shown(item.name), code: only } };
    } else if (item.name !== "" && codes.length === 0 && elsewhere?.size === 1) {
      item.code = [...elsewhere][0] ?? "";
      item.why = { key: "fill.sameElsewhere", args: { name: shown(item.name), code: item.code } };
    }
  }
  const [first] = items;
  const cell = cellOf(line, bare);
  const isBareBlank = bareCode === "" && items.length === 1 && saysNothing(line.texts.get(bare ?? -1) ?? "");
  for (const item of items) finish(task, item, possible.get(item) ?? [], cell && isBareBlank ? [cell] : []);
  if (cell && bareCode === "" && first && items.length === 1 && first.code !== "") {
    const written = line.texts.get(bare ?? -1) ?? "";
    if (saysNothing(written))
      task.draft.fill(line, {
        cell,
        from: written,
        to: first.code,
        why: [{ key: "fill.besideCode", args: { code: first.code } }],
      });
  }
}

function finish(
  { context, owner, line, kind, index, known, draft }: LineTask,
  item: Item,
  possible: readonly string[],
  follows: readonly CellAddress[],
): void {
  const cell = cellOf(line, item.number);
  if (!cell || (item.code === "" && item.name === "")) return;
  if (item.code === "") {
    const codes = possible.length > 0 ? possible : index.near(item.name);
    const key = possible.length > 0 ? "ask.sameName" : codes.length > 0 ? "ask.nearName" : "ask.unknownName";
    const candidates = codes.map((code) => ({ code, name: index.nameOf(code) ?? "" }));
    const subject = shown(item.name);
    const why = { key, args: { name: subject, count: String(codes.length) } };
    draft.ask(line, { cell, subject, wanted: "code", system: kind, candidates, why }, follows);
    return;
  }
  if (item.name !== "") {
    const why = item.why ?? { key: "fill.besideCode", args: { code: item.code } };
    if (item.why)
      draft.fill(line, { cell, from: item.text, to: pairText(owner, item.number, item), why: [why] });
    return;
  }
  const elsewhere = known.names.get(item.code);
  const answer = context.answerAt(cell);
  const name =
    answer ?? index.nameOf(item.code) ?? (elsewhere?.size === 1 ? [...elsewhere.values()][0] : undefined);
  if (name === undefined) {
    const candidates = [...(elsewhere?.values() ?? [])].map((one) => ({ code: item.code, name: one }));
    const why = { key: "ask.unknownCode", args: { code: item.code } };
    draft.ask(line, { cell, subject: item.code, wanted: "name", system: kind, candidates, why });
    return;
  }
  const why: MessageRef =
    answer !== undefined
      ? { key: "fill.answered", args: {} }
      : index.nameOf(item.code) !== undefined
        ? { key: "fill.officialName", args: { code: item.code, year: String(owner.year ?? "") } }
        : { key: "fill.sameElsewhere", args: { name: shown(name), code: item.code } };
  const to = pairText(owner, item.number, { code: item.code, name });
  draft.fill(line, { cell, from: item.text, to, why: item.why ? [item.why, why] : [why] });
}

interface KnownItems {
  /** Name as compared → the codes it stands with. */
  readonly codes: ReadonlyMap<string, ReadonlySet<string>>;
  /** Code → its names, by how they are compared. */
  readonly names: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/** What the workbook's cells say of a classification with both code and name. */
function knownItems({ tables }: FillContext, kind: CodeKind): KnownItems {
  const codes = new Map<string, Set<string>>();
  const names = new Map<string, Map<string, string>>();
  for (const owner of tables) {
    for (const number of columnsOf(owner, kind, "codeAndName")) {
      for (const { texts } of owner.lines) {
        const { code, name } = readPair(texts.get(number) ?? "");
        if (code === "" || name === "") continue;
        const key = normaliseName(name);
        codes.set(key, (codes.get(key) ?? new Set()).add(code));
        names.set(code, (names.get(code) ?? new Map<string, string>()).set(key, name));
      }
    }
  }
  return { codes, names };
}

function kindsOf(owner: FillTable): CodeKind[] {
  const kinds = [...owner.table.columns.values()].flatMap(({ definition }) =>
    definition.kind === "codeAndName" ? (definition.systems ?? []).filter(isClassification) : [],
  );
  return [...new Set(kinds)].filter((kind) => !ECONOMIC.has(kind));
}

function columnsOf({ table }: FillTable, kind: CodeKind, columnKind: "code" | "codeAndName"): number[] {
  return [...table.columns].flatMap(([number, { definition }]) =>
    definition.kind === columnKind && definition.systems?.includes(kind) ? [number] : [],
  );
}

/** One of the codes stands above the other, or they are the same. */
function isOnePath(a: string, b: string): boolean {
  return isAtOrAbove(a, b) || isAtOrAbove(b, a);
}

function isAtOrAbove(above: string, code: string): boolean {
  for (let one: string | undefined = code; one !== undefined; one = parentCode(one))
    if (one === above) return true;
  return false;
}

function shown(name: string): string {
  return name.replace(/\s+/g, "");
}
