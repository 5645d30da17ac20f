/** A value of a JSON text with the line it begins in, so that whoever edits a file by hand is told where to look. */
export interface JsonNode {
  /** Counted from 1. */
  readonly line: number;
  readonly value: string | number | boolean | null | readonly JsonNode[] | ReadonlyMap<string, JsonNode>;
}

/** A text that is no JSON. */
export class JsonTextError extends Error {
  constructor(
    readonly line: number,
    /** What stands where something else was to be expected; "" at the end of the text. */
    readonly found: string,
  ) {
    super(`line ${line}: unexpected "${found}"`);
    this.name = "JsonTextError";
  }
}

/** Reads a JSON text (RFC 8259). Throws JsonTextError with the line where it ceases to be one. */
export function parseJsonNode(text: string): JsonNode {
  const reader = new Reader(text.replace(/^\uFEFF/, ""));
  const node = reader.value();
  reader.end();
  return node;
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const STRING = /"(?:[^"\\\n\r\t]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const WORD = /true|false|null/y;

class Reader {
  private at = 0;
  private line = 1;

  constructor(private readonly text: string) {}

  value(): JsonNode {
    this.skip();
    const { line } = this;
    const next = this.text[this.at];
    if (next === "{") return { line, value: this.members() };
    if (next === "[") return { line, value: this.items() };
    if (next === '"') return { line, value: this.string() };
    const word = this.take(WORD);
    if (word !== undefined) return { line, value: JSON.parse(word) as boolean | null };
    const number = this.take(NUMBER);
    if (number !== undefined) return { line, value: Number(number) };
    throw this.error();
  }

  /** Throws where anything follows. */
  end(): void {
    this.skip();
    if (this.at < this.text.length) throw this.error();
  }

  private members(): ReadonlyMap<string, JsonNode> {
    const members = new Map<string, JsonNode>();
    this.sequence("{", "}", () => {
      this.skip();
      const name = this.string();
      this.expect(":");
      members.set(name, this.value());
    });
    return members;
  }

  private items(): readonly JsonNode[] {
    const items: JsonNode[] = [];
    this.sequence("[", "]", () => items.push(this.value()));
    return items;
  }

  private sequence(open: string, close: string, element: () => void): void {
    this.expect(open);
    this.skip();
    if (this.text[this.at] === close) return this.expect(close);
    for (;;) {
      element();
      this.skip();
      if (this.text[this.at] === close) return this.expect(close);
      this.expect(",");
    }
  }

  private string(): string {
    const found = this.take(STRING);
    if (found === undefined) throw this.error();
    return JSON.parse(found) as string;
  }

  private take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (found !== undefined) this.at += found.length;
    return found;
  }

  private expect(character: string): void {
    this.skip();
    if (this.text[this.at] !== character) throw this.error();
    this.at++;
  }

  private skip(): void {
    for (; /\s/.test(this.text[this.at] ?? ""); this.at++) if (this.text[this.at] === "\n") this.line++;
  }

  private error(): JsonTextError {
    return new JsonTextError(this.line, this.text.slice(this.at, this.at + SHOWN).split("\n")[0] ?? "");
  }
}

/** Characters of the text that an error shows. */
const SHOWN = 12;
