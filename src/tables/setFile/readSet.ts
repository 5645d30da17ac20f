import { columnPaths } from "../definition";
import type {
  CodeSystem,
  ColumnKind,
  HeaderNode,
  Pack,
  ParentRule,
  RelationDefinition,
  RowRule,
  SideDefinition,
  TableDefinition,
} from "../definition";
import { NotationError, parseRelation } from "../notation";
import { Fields } from "./fields";
import { JsonTextError, parseJsonNode } from "./jsonNode";
import type { JsonNode } from "./jsonNode";
import type { SetProblem } from "./problems";
import { defaultInsertion } from "./defaultInsertion";

/** Version of the form of such files. */
export const SET_VERSION = 1;

const KINDS: readonly ColumnKind[] = ["code", "name", "codeAndName", "amount", "text"];
const SYSTEMS: readonly CodeSystem[] = [
  "functional",
  "economicDepartment",
  "economicGovernment",
  "income",
  "procurement",
  "purchasedService",
  "unit",
];
const PARENTS: readonly ParentRule[] = ["position", "code"];

/**
 * Reads a set of tables from the text of a file: the same content as the definitions in src/tables, row codes as patterns in
 * text (docs/packs.md). Gives the set, or everything that is wrong with the file, each with its line. Never throws.
 */
export function readSet(
  text: string,
): { readonly pack: Pack } | { readonly problems: readonly SetProblem[] } {
  let node: JsonNode;
  try {
    node = parseJsonNode(text);
  } catch (error) {
    if (!(error instanceof JsonTextError)) throw error;
    const { line, found } = error;
    return { problems: [{ line, problem: "notJson", args: { at: "", found, wanted: "" } }] };
  }
  const problems: SetProblem[] = [];
  const set = new Fields(node, "", problems);
  const version = set.number("version");
  if (version > SET_VERSION)
    set.say("choice", { found: String(version), wanted: String(SET_VERSION) }, "version");
  // For whoever reads the file: where it comes from, and what of it nobody has seen printed.
  for (const remark of ["source", "guessed"]) if (set.has(remark)) set.text(remark);
  const tables = set.list("tables").map(readTable);
  tellTwice(set, tables);
  const across = readRelations(set, "across");
  const pack: Pack = {
    id: set.text("id"),
    name: set.text("name"),
    tables,
    across,
    insertion: defaultInsertion(tables),
  };
  set.end();
  return problems.length > 0 ? { problems } : { pack };
}

function tellTwice(set: Fields, tables: readonly TableDefinition[]): void {
  const seen = new Set<string>();
  for (const { id } of tables) {
    if (seen.has(id)) set.say("idTwice", { found: id }, "tables");
    seen.add(id);
  }
}

function readTable(fields: Fields): TableDefinition {
  const id = fields.text("id");
  if (id !== "" && !/^[A-Z]\d+$/.test(id)) fields.say("id", { found: id }, "id");
  const header = fields.list("header").map(readHeader);
  const table: TableDefinition = {
    id,
    label: fields.text("label"),
    title: fields.text("title"),
    ...(fields.has("titleVariants") ? { titleVariants: fields.texts("titleVariants") } : {}),
    header,
    sides: fields
      .list("sides")
      .map((side) => readSide(side, new Set(columnPaths(header).map(({ column }) => column.number)))),
    relations: readRelations(fields, "relations"),
  };
  tellNamesApart(fields, header);
  fields.end();
  return table;
}

/** A column of codes may be named by a column of the table alone. */
function tellNamesApart(fields: Fields, header: readonly HeaderNode[]): void {
  const columns = columnPaths(header).map(({ column }) => column);
  const numbers = new Set(columns.map(({ number }) => number));
  for (const { namedBy } of columns)
    if (namedBy !== undefined && !numbers.has(namedBy))
      fields.say("column", { found: String(namedBy) }, "header");
}

function readHeader(fields: Fields): HeaderNode {
  const label = fields.text("label");
  const synonyms = fields.has("synonyms") ? { synonyms: fields.texts("synonyms") } : {};
  if (fields.has("children")) {
    const group = { label, ...synonyms, children: fields.list("children").map(readHeader) };
    fields.end();
    return group;
  }
  const systems = fields.has("systems") ? fields.texts("systems") : undefined;
  for (const system of systems ?? [])
    if (!SYSTEMS.some((known) => known === system))
      fields.say("choice", { found: system, wanted: SYSTEMS.join(" | ") }, "systems");
  const column = {
    number: fields.number("number"),
    label,
    ...synonyms,
    kind: fields.choice("kind", KINDS),
    ...(fields.flag("isOptional") ? { isOptional: true } : {}),
    ...(systems ? { systems: systems as CodeSystem[] } : {}),
    ...(fields.has("namedBy") ? { namedBy: fields.number("namedBy") } : {}),
  };
  fields.end();
  return column;
}

function readSide(fields: Fields, columns: ReadonlySet<number>): SideDefinition {
  const known = (number: number, field: string) => {
    if (!columns.has(number)) fields.say("column", { found: String(number) }, field);
    return number;
  };
  const nameColumn = fields.number("nameColumn");
  const side: SideDefinition = {
    nameColumn: nameColumn === 0 ? 0 : known(nameColumn, "nameColumn"),
    ...(fields.has("codeColumn") ? { codeColumn: known(fields.number("codeColumn"), "codeColumn") } : {}),
    ...(fields.has("headColumns")
      ? { headColumns: fields.numbers("headColumns").map((number) => known(number, "headColumns")) }
      : {}),
    amountColumns: fields.numbers("amountColumns").map((number) => known(number, "amountColumns")),
    parents: fields.choice("parents", PARENTS),
    rows: fields.list("rows").map(readRow),
    ...(fields.has("continues")
      ? { continues: fields.numbers("continues").map((number) => known(number, "continues")) }
      : {}),
  };
  fields.end();
  return side;
}

function readRow(fields: Fields): RowRule {
  const rule: RowRule = {
    kind: fields.text("kind"),
    level: fields.number("level"),
    ...(fields.has("names") ? { names: fields.texts("names") } : {}),
    ...(fields.has("code") ? { code: readPattern(fields) } : {}),
    ...(fields.has("digits") ? { digits: fields.numbers("digits") } : {}),
    ...(fields.has("codeColumns") ? { codeColumns: fields.numbers("codeColumns") } : {}),
    ...(fields.has("filled") ? { filled: fields.numbers("filled") } : {}),
    ...(fields.has("standsFor") ? { standsFor: fields.text("standsFor") } : {}),
    ...(fields.flag("isOnce") ? { isOnce: true } : {}),
    ...(fields.flag("required") ? { required: true } : {}),
  };
  fields.end();
  return rule;
}

function readPattern(fields: Fields): RegExp {
  const text = fields.text("code");
  try {
    return new RegExp(text);
  } catch {
    fields.say("pattern", { found: text }, "code");
    return /^$/;
  }
}

function readRelations(fields: Fields, field: string): RelationDefinition[] {
  return fields.list(field).map((own) => {
    const sentence = (name: "text" | "when" | "otherwise") => {
      const text = own.text(name);
      tellNotation(own, name, text);
      return text;
    };
    const relation: RelationDefinition = {
      id: own.text("id"),
      text: sentence("text"),
      ...(own.has("when") ? { when: sentence("when") } : {}),
      ...(own.has("otherwise") ? { otherwise: sentence("otherwise") } : {}),
      ...(own.has("severity") ? { severity: own.choice("severity", ["warning"]) } : {}),
    };
    own.end();
    return relation;
  });
}

function tellNotation(fields: Fields, field: string, text: string): void {
  try {
    if (text !== "") parseRelation(text);
  } catch (error) {
    if (!(error instanceof NotationError)) throw error;
    fields.say("relation", { found: error.part, wanted: error.problem }, field);
  }
}
