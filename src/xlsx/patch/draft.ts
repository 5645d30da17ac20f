import { damaged } from "../fileError";
import { openPackage, readPart } from "../package/openPackage";
import type { OfficePackage } from "../package/openPackage";
import { encodeText } from "../xml/encoding";
import type { DecodedText } from "../xml/encoding";
import { inflateChunks } from "../zip/inflateEntry";
import { writeZip } from "../zip/writeZip";

/** Longest match of a pattern that spansOf may miss at the seam of two pieces. */
const SEAM = 80;

/** A workbook file whose parts are being changed as texts. Parts that end up as they were are not written anew. */
export class PackageDraft {
  readonly file: OfficePackage;
  private readonly bytes: Uint8Array;
  /** By name of the zip entry; null for a part that is left out. */
  private readonly changes = new Map<string, DecodedText | null>();

  /** Throws WorkbookFileError as readZip does. */
  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.file = openPackage(bytes);
  }

  /** True when the file has the part, taking changes made so far into account. */
  has(part: string): boolean {
    return (
      this.changes.get(this.nameOf(part)) !== null &&
      (this.file.findEntry(part) !== undefined || this.isNew(part))
    );
  }

  /** The text of a part as it stands now. Throws file.damaged when it is missing or not text. */
  read(part: string): string {
    const change = this.changes.get(this.nameOf(part));
    if (change === null) throw damaged(part, "the part is missing");
    return (change ?? readPart(this.file, part)).text;
  }

  /** Replaces a part's text, keeping its encoding; a part the file does not have is added, in UTF-8, as the last. */
  write(part: string, text: string): void {
    const name = this.nameOf(part);
    const before =
      this.changes.get(name) ?? (this.file.findEntry(part) ? readPart(this.file, part) : undefined);
    if (before?.text === text) return;
    this.changes.set(name, { text, encoding: before?.encoding ?? "utf-8" });
  }

  /** Leaves a part out of the file; nothing happens when there is none. */
  remove(part: string): void {
    if (this.has(part)) this.changes.set(this.nameOf(part), null);
  }

  /**
   * Every match of a pattern of plain Latin characters in a part as it stands in the file, without reading it into
   * one string; a match near the seam of two pieces may come twice. The pattern needs the g flag.
   */
  *matches(part: string, pattern: RegExp): Generator<RegExpMatchArray> {
    const entry = this.file.findEntry(part);
    if (!entry) return;
    let seam = "";
    for (const chunk of inflateChunks(this.file.zip, entry)) {
      // Latin-1 never fails, and dropping the zero bytes makes UTF-16 readable too.
      const piece = seam + new TextDecoder("latin1").decode(chunk).replaceAll("\0", "");
      yield* piece.matchAll(pattern);
      seam = piece.slice(-SEAM);
    }
  }

  /** The file with its changes; the very bytes it was opened with when there are none. */
  toBytes(): Uint8Array {
    if (this.changes.size === 0) return this.bytes;
    const contents = [...this.changes].map(([name, change]) => [name, change && encodeText(change)] as const);
    return writeZip(this.file.zip, new Map(contents));
  }

  private isNew(part: string): boolean {
    return !!this.changes.get(this.nameOf(part));
  }

  private nameOf(part: string): string {
    return this.file.findEntry(part)?.name ?? part;
  }
}
