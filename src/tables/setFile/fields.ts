import type { JsonNode } from "./jsonNode";
import type { SetProblem, SetProblemKind } from "./problems";

/** A node of a file with its place, from which fields are read; what is wrong with them is gathered, not thrown. */
export class Fields {
  private readonly read = new Set<string>();
  private readonly members: ReadonlyMap<string, JsonNode>;

  constructor(
    readonly node: JsonNode,
    readonly at: string,
    private readonly problems: SetProblem[],
  ) {
    const isObject = node.value instanceof Map;
    this.members = isObject ? (node.value as ReadonlyMap<string, JsonNode>) : new Map();
    if (!isObject) this.say("type", { wanted: "object" });
  }

  /** Notes a problem of this place, or of one of its fields. */
  say(problem: SetProblemKind, args: Readonly<Record<string, string>>, field?: string): void {
    const line = (field === undefined ? undefined : this.members.get(field)?.line) ?? this.node.line;
    const at = field === undefined ? this.at : this.at === "" ? field : `${this.at}.${field}`;
    this.problems.push({ line, problem, args: { at, found: "", wanted: "", ...args } });
  }

  has(field: string): boolean {
    return this.members.has(field);
  }

  text(field: string): string {
    return this.value(field, "text", (value) => (typeof value === "string" ? value : undefined)) ?? "";
  }

  number(field: string): number {
    return (
      this.value(field, "number", (value) => (Number.isInteger(value) ? (value as number) : undefined)) ?? -1
    );
  }

  flag(field: string): true | undefined {
    if (!this.has(field)) return undefined;
    return this.value(field, "flag", (value) => (typeof value === "boolean" ? value : undefined)) === true
      ? true
      : undefined;
  }

  /** One of some words. */
  choice<T extends string>(field: string, words: readonly T[]): T {
    const text = this.text(field);
    const found = words.find((word) => word === text);
    if (found === undefined && text !== "")
      this.say("choice", { found: text, wanted: words.join(" | ") }, field);
    return found ?? (words[0] as T);
  }

  texts(field: string): string[] {
    return this.items(field, "text", (value) => (typeof value === "string" ? value : undefined));
  }

  numbers(field: string): number[] {
    return this.items(field, "number", (value) => (Number.isInteger(value) ? (value as number) : undefined));
  }

  /** The objects of a list, each to be read by itself. */
  list(field: string): Fields[] {
    const node = this.take(field);
    if (!node) return [];
    if (!Array.isArray(node.value)) {
      this.say("type", { wanted: "list" }, field);
      return [];
    }
    return (node.value as readonly JsonNode[]).map((item, index) => this.below(item, `${field}[${index}]`));
  }

  /** Notes every field that nobody has asked for. */
  end(): void {
    for (const field of this.members.keys())
      if (!this.read.has(field) && field !== "$schema") this.say("unknownField", { found: field }, field);
  }

  private below(node: JsonNode, name: string): Fields {
    return new Fields(node, this.at === "" ? name : `${this.at}.${name}`, this.problems);
  }

  private take(field: string): JsonNode | undefined {
    this.read.add(field);
    const node = this.members.get(field);
    if (!node) this.say("missing", { wanted: field });
    return node;
  }

  private value<T>(
    field: string,
    wanted: string,
    of: (value: JsonNode["value"]) => T | undefined,
  ): T | undefined {
    const node = this.take(field);
    if (!node) return undefined;
    const value = of(node.value);
    if (value === undefined) this.say("type", { wanted }, field);
    return value;
  }

  private items<T>(field: string, wanted: string, of: (value: JsonNode["value"]) => T | undefined): T[] {
    const node = this.take(field);
    if (!node) return [];
    const items = Array.isArray(node.value)
      ? (node.value as readonly JsonNode[]).map(({ value }) => of(value))
      : [undefined];
    if (items.includes(undefined)) this.say("type", { wanted: `list of ${wanted}` }, field);
    return items.filter((item) => item !== undefined);
  }
}
