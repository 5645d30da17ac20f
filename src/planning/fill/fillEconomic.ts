import type { Correspondence, EconomicPair, UnitKind } from "../../codes/correspondence";
import { parentCode } from "../../codes/place";
import type { MessageRef } from "../../messages/messageRef";
import { pairText } from "./codeCell";
import type { EconomicRow, Half } from "./economicRows";
import { economicColumns, economicRows } from "./economicRows";
import { addUp } from "./treeSums";
import type { FillContext } from "./fillContext";
import type { Filling } from "./fillDraft";

/** The rows under one class row: one kind of unit's spending, since a table lists a class once for each kind. */
interface Section {
  readonly rows: readonly EconomicRow[];
  kind: UnitKind | undefined;
}

/**
 * Fills both economic codes of a row from their names, and one from the other: by the table of correspondence, once it is
 * known whether the section is that of an administrative body or of a public institution. That is told by a code of the
 * section that only one of them can have, by pairs that are complete, or because the same class stands elsewhere in the
 * table for the other. Where it is not, only the first row of the section is asked for.
 * @param unitKind what the user has said of the whole workbook's unit
 */
export function fillEconomic(filling: Filling, unitKind: UnitKind | undefined): void {
  const { context, owner } = filling;
  const columns = economicColumns(context, owner);
  if (!columns) return;
  const rows = economicRows(context, owner, columns);
  const pairs = context.lists.correspondence();
  for (const row of rows) decideByName(row, pairs);
  const sections = splitSections(rows);
  tellKinds(sections, unitKind, pairs);
  for (const section of sections) {
    reopenTwins(section);
    fillSection(filling, section);
  }
}

/**
 * Of equal names the one that goes with the other half, as far as that decides. Names that never stand together decide
 * nothing: 奖励金 with a character left out is 奖金.
 */
function decideByName(row: EconomicRow, { isLegal }: Correspondence): void {
  const { department, government } = row;
  if (department.possible.length > 0 && government.possible.length > 0) {
    const left = department.possible.filter((d) => government.possible.some((g) => isLegal(d, g)));
    const right = government.possible.filter((g) => department.possible.some((d) => isLegal(d, g)));
    if (left.length === 0) return;
    department.possible = left;
    government.possible = right;
  }
  for (const half of [department, government]) {
    const [only, ...others] = half.possible;
    if (half.code !== "" || only === undefined || others.length > 0) continue;
    half.code = only;
    half.why = { key: "fill.onlyName", args: { name: shown(half.name), code: only } };
  }
}

/** The same pair twice in a section: one of the names is another's with a slip (邮电费 as 电费), and nothing says which. */
function reopenTwins({ rows }: Section): void {
  const keyOf = ({ department, government }: EconomicRow) => `${department.code} ${government.code}`;
  const keys = rows.map(keyOf);
  rows.forEach(({ department, government }, index) => {
    const isTwin = keys.some((key, other) => other !== index && key === keys[index]);
    if (!isTwin || department.written !== "" || department.code === "" || government.code === "") return;
    department.code = "";
    department.why = undefined;
    department.isTwin = true;
  });
}

function splitSections(rows: readonly EconomicRow[]): Section[] {
  const sections: { rows: EconomicRow[]; kind: UnitKind | undefined }[] = [];
  for (const row of rows) {
    const isClass = (row.department.code || row.government.code).length === 3;
    const last = sections[sections.length - 1];
    if (isClass || !last) sections.push({ rows: [row], kind: undefined });
    else last.rows.push(row);
  }
  return sections;
}

function tellKinds(
  sections: readonly Section[],
  unitKind: UnitKind | undefined,
  pairs: Correspondence,
): void {
  for (const section of sections) {
    const kinds = new Set(isWhole(section) ? section.rows.flatMap((row) => kindOf(row, pairs)) : []);
    const [only, ...others] = kinds;
    if (only && others.length === 0) section.kind = only;
  }
  for (const section of sections) {
    const twins = sections.filter(
      (one) => one !== section && classOf(one) !== "" && classOf(one) === classOf(section),
    );
    const [twin, ...more] = twins;
    if (!isWhole(section)) continue;
    if (section.kind === undefined && twin?.kind && more.length === 0)
      section.kind = twin.kind === "机关" ? "事业单位" : "机关";
    else if (section.kind === undefined && twins.length === 0) section.kind = unitKind;
  }
}

/** Rows say something of each other only when they stand under their own class and add up to it. */
function isWhole({ rows }: Section): boolean {
  const [head, ...rest] = rows;
  if (!head || rest.length === 0) return false;
  const isUnder = (own: (row: EconomicRow) => string) =>
    rest.every((row) => own(row) === "" || own(head) === "" || parentCode(own(row)) === own(head));
  const sum = addUp(
    head.line,
    rest.map(({ line }) => line),
  );
  return (
    isUnder(({ department }) => department.code) &&
    isUnder(({ government }) => government.code) &&
    sum !== false
  );
}

/** What a row says of the kind of its section: the kinds of its complete pair, or of a code that one kind alone has. */
function kindOf({ department, government }: EconomicRow, { withCode }: Correspondence): UnitKind[] {
  const pairs = withCode(department.code || government.code).filter(
    (pair) =>
      (department.code === "" || pair.department === department.code) &&
      (government.code === "" || pair.government === government.code),
  );
  const kinds = new Set(pairs.map(({ appliesTo }) => appliesTo));
  const [only, ...others] = kinds;
  return only && only !== "全部" && others.length === 0 ? [only] : [];
}

function classOf({ rows: [first] }: Section): string {
  const code = first?.department.code ?? "";
  return code.length === 3 ? code : "";
}

function fillSection(filling: Filling, section: Section): void {
  const { context, owner, draft } = filling;
  const open: { row: EconomicRow; half: Half; candidates: readonly string[] }[] = [];
  for (const row of section.rows) {
    for (const [half, other] of [
      [row.department, row.government],
      [row.government, row.department],
    ] as const) {
      if (half.code === "" && !half.isTwin && other.code !== "") decideByOther(context, half, other, section);
      if (half.code === "" && half.possible.length > 1) decideByClass(half, section);
      if (half.code !== "") continue;
      const allowed =
        other.code === "" ? [] : allowedBy(context, other, section.kind).map((pair) => codeOf(half, pair));
      open.push({ row, half, candidates: half.possible.length > 0 ? half.possible : [...new Set(allowed)] });
    }
  }
  for (const row of section.rows)
    for (const half of [row.department, row.government]) write(filling, row, half);
  // The kind of the section decides all cells that are blank; one answer tells it.
  const byKind = open.filter(
    ({ half }) => half.name === "" && section.kind === undefined && half.system === "economicGovernment",
  );
  const [first, ...follows] = byKind;
  for (const one of open) {
    const index = context.index(one.half.system, owner.year);
    if (byKind.includes(one) && one !== first) continue;
    const isNear = one.half.name !== "" && one.half.possible.length === 0;
    const near = isNear ? index.near(one.half.name) : [];
    const codes = near.length > 0 ? near : one.candidates;
    const other = one.half === one.row.department ? one.row.government : one.row.department;
    const subject = shown(one.half.name) || other.code;
    draft.ask(
      one.row.line,
      {
        cell: one.half.cell,
        subject,
        wanted: "code",
        system: one.half.system,
        candidates: codes.map((code) => ({ code, name: index.nameOf(code) ?? "" })),
        why: {
          key: one.half.isTwin ? "ask.nameTwice" : reasonOf(one.half, one === first, near),
          args: { name: subject, count: String(codes.length) },
        },
      },
      one === first ? follows.map(({ half }) => half.cell) : [],
    );
  }
}

/** Why a half is asked for. */
function reasonOf({ name, possible }: Half, tellsKind: boolean, near: readonly string[]): string {
  if (tellsKind) return "ask.unitKind";
  if (name === "") return "ask.pair";
  if (possible.length > 0) return "ask.sameName";
  return near.length > 0 ? "ask.nearName" : "ask.unknownName";
}

function allowedBy({ lists }: FillContext, other: Half, kind: UnitKind | undefined): readonly EconomicPair[] {
  const pairs = lists.correspondence().withCode(other.code);
  const own = pairs.filter(
    ({ appliesTo }) => kind === undefined || appliesTo === "全部" || appliesTo === kind,
  );
  return own.length > 0 ? own : pairs;
}

function decideByOther(context: FillContext, half: Half, other: Half, { kind }: Section): void {
  const allowed = new Set(allowedBy(context, other, kind).map((pair) => codeOf(half, pair)));
  const codes = half.name === "" ? [...allowed] : half.possible.filter((code) => allowed.has(code));
  const [only, ...others] = codes;
  if (only === undefined || others.length > 0) return;
  half.code = only;
  half.why = { key: "fill.pair", args: { other: other.code, code: only, kind: kind ?? "" } };
}

/** Of equal names the one under the class that heads the section, as long as every row is under it. */
function decideByClass(half: Half, { rows }: Section): void {
  const own = (row: EconomicRow) =>
    (half.system === "economicDepartment" ? row.department : row.government).code;
  const [first, ...rest] = rows;
  const head = first ? own(first) : "";
  const isInOrder = rest.every((row) => own(row) === "" || parentCode(own(row)) === head);
  const codes = half.possible.filter((code) => parentCode(code) === head);
  const [only, ...others] = codes;
  if (head.length !== 3 || !isInOrder || rows.length < 3 || only === undefined || others.length > 0) return;
  half.code = only;
  half.why = {
    key: "fill.underParent",
    args: { name: shown(half.name), code: only, parent: head, parentName: "" },
  };
}

function codeOf({ system }: Half, pair: EconomicPair): string {
  return system === "economicDepartment" ? pair.department : pair.government;
}

function write({ context, owner, draft }: Filling, { line }: EconomicRow, half: Half): void {
  if (half.code === "") return;
  const isAlone = owner.table.columns.get(half.number)?.definition.kind === "code";
  const official = context.index(half.system, owner.year).nameOf(half.code);
  const name = half.name || (official ?? "");
  if (isAlone) {
    if (half.why) draft.fill(line, { cell: half.cell, from: half.text, to: half.code, why: [half.why] });
    return;
  }
  const why: MessageRef[] = half.why ? [half.why] : [];
  if (half.name === "" && official !== undefined)
    why.push({ key: "fill.officialName", args: { code: half.code, year: String(owner.year ?? "") } });
  if (why.length === 0 || name === "") return;
  const to = pairText(owner, half.number, { code: half.code, name });
  draft.fill(line, { cell: half.cell, from: half.text, to, why });
}

function shown(name: string): string {
  return name.replace(/\s+/g, "");
}
