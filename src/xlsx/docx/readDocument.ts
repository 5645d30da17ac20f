import { WorkbookFileError } from "../fileError";
import { openPackage, readPart } from "../package/openPackage";
import type { OfficePackage } from "../package/openPackage";
import { scanXml } from "../xml/scanXml";

/** The part with the text of a Word document. Source: ECMA-376 part 1, 11.3.10. */
const DOCUMENT = "word/document.xml";

/** Parts with notes, by what refers to one of them in the text. Source: ECMA-376 part 1, 11.3.4, 11.3.7 and 17.11. */
const NOTES: Readonly<Record<string, string>> = {
  footnoteReference: "word/footnotes.xml",
  endnoteReference: "word/endnotes.xml",
};

/**
 * The text of a .docx file as it is read: a line a paragraph, rows of tables as lines with tabs between their cells, a row of one
 * cell as its paragraphs (a frame around text is a table of one cell). Footnotes and endnotes are lines below the paragraph or
 * row that refers to them, of which they speak. What is deleted with changes tracked, hidden codes of fields, and the second
 * copy of drawings for older programs are left out; headers and footers are other parts and are not read. Numbers that Word
 * puts before paragraphs by itself are not in the file and not in the text.
 *
 * Throws WorkbookFileError: as for workbooks when the file cannot be opened, file.notWorkbook when it holds no document.
 */
export function readDocument(bytes: Uint8Array): string {
  const file = openPackage(bytes);
  if (!file.findEntry(DOCUMENT))
    throw new WorkbookFileError("file.notWorkbook", "a zip without a Word document");
  const notes = new Map(Object.entries(NOTES).map(([reference, part]) => [reference, notesIn(file, part)]));
  const writer = new LineWriter((reference, id) => notes.get(reference)?.get(id) ?? []);
  scanLines(file, DOCUMENT, writer);
  return `${writer.lines().join("\n")}\n`;
}

/** What is written in a part, as it comes. */
function scanLines(file: OfficePackage, part: string, writer: LineWriter): void {
  scanXml(readPart(file, part).text, part, {
    open: ({ name, attributes }) => writer.open(localName(name), attributes),
    text: (text) => writer.text(text),
    close: ({ name }) => writer.close(localName(name)),
  });
}

/** The lines of each note of a part by its id; none where there is no such part. */
function notesIn(file: OfficePackage, part: string): ReadonlyMap<string, readonly string[]> {
  const notes = new Map<string, readonly string[]>();
  if (!file.findEntry(part)) return notes;
  let [id, writer] = ["", new LineWriter()];
  scanXml(readPart(file, part).text, part, {
    open: ({ name, attributes }) => {
      if (NOTE.has(localName(name))) [id, writer] = [idOf(attributes), new LineWriter()];
      else writer.open(localName(name), attributes);
    },
    text: (text) => writer.text(text),
    close: ({ name }) => {
      if (!NOTE.has(localName(name))) return writer.close(localName(name));
      notes.set(
        id,
        writer.lines().filter((line) => line.trim() !== ""),
      );
    },
  });
  return notes;
}

const NOTE: ReadonlySet<string> = new Set(["footnote", "endnote"]);

function idOf(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes).find(([name]) => localName(name) === "id")?.[1] ?? "";
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

/** Gathers the text of runs into lines; inside tables a row is one line. */
class LineWriter {
  private readonly done: string[] = [];
  private line = "";
  private isText = false;
  /** Depth of elements that are not read: mc:Fallback, deleted runs. */
  private skipped = 0;
  private tables = 0;
  /** Of the row: the paragraphs of each cell. */
  private cells: string[][] = [];
  private paragraphs: string[] = [];
  /** Notes that the line or row at hand refers to. */
  private below: string[] = [];

  /** @param note the lines of the note that an element with an id refers to */
  constructor(private readonly note: (reference: string, id: string) => readonly string[] = () => []) {}

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (SKIPPED.has(name)) this.skipped++;
    if (name === "t") this.isText = true;
    if (this.skipped > 0) return;
    if (name in NOTES) this.below.push(...this.note(name, idOf(attributes)));
    if (name === "tab") this.line += "\t";
    if (name === "br" || name === "cr") this.line += this.tables > 0 ? " " : "\n";
    if (name === "noBreakHyphen") this.line += "-";
    if (name === "tbl") this.tables++;
    if (name === "tr" && this.tables === 1) this.cells = [];
  }

  text(text: string): void {
    if (this.isText && this.skipped === 0) this.line += text;
  }

  close(name: string): void {
    if (SKIPPED.has(name)) this.skipped--;
    if (name === "t") this.isText = false;
    if (name === "p" && this.tables === 0) this.endLine();
    if (name === "p" && this.tables > 0) this.endParagraph();
    if (name === "tc" && this.tables === 1) {
      this.endParagraph();
      this.cells.push(this.paragraphs);
      this.paragraphs = [];
    }
    if (name === "tr" && this.tables === 1) this.endRow();
    if (name === "tbl") this.tables--;
  }

  lines(): readonly string[] {
    if (this.line !== "") this.endLine();
    return this.done;
  }

  private endParagraph(): void {
    if (this.line !== "") this.paragraphs.push(this.line);
    this.line = "";
  }

  private endRow(): void {
    const [only = [], ...others] = this.cells;
    if (others.length > 0) this.done.push(this.cells.map((paragraphs) => paragraphs.join("")).join("\t"));
    else this.done.push(...only);
    this.putNotes();
  }

  private endLine(): void {
    this.done.push(this.line);
    this.line = "";
    this.putNotes();
  }

  private putNotes(): void {
    this.done.push(...this.below);
    this.below = [];
  }
}

const SKIPPED: ReadonlySet<string> = new Set(["Fallback", "del", "moveFrom", "instrText", "delText"]);
