import { WorkbookFileError } from "../fileError";
import { openPackage, readPart } from "../package/openPackage";
import { scanXml } from "../xml/scanXml";

/** The part with the text of a Word document. Source: ECMA-376 part 1, 11.3.10. */
const DOCUMENT = "word/document.xml";

/**
 * The text of a .docx file as it is read: a line a paragraph, rows of tables as lines with tabs between their cells, a row of one
 * cell as its paragraphs (a frame around text is a table of one cell). What is
 * deleted with changes tracked, hidden codes of fields, and the second copy of drawings for older programs are left out;
 * headers, footers and notes are other parts and are not read. Numbers that Word puts before paragraphs by itself are not in
 * the file and not in the text.
 *
 * Throws WorkbookFileError: as for workbooks when the file cannot be opened, file.notWorkbook when it holds no document.
 */
export function readDocument(bytes: Uint8Array): string {
  const file = openPackage(bytes);
  if (!file.findEntry(DOCUMENT))
    throw new WorkbookFileError("file.notWorkbook", "a zip without a Word document");
  const writer = new LineWriter();
  scanXml(readPart(file, DOCUMENT).text, DOCUMENT, {
    open: ({ name, attributes }) => writer.open(localName(name), attributes),
    text: (text) => writer.text(text),
    close: ({ name }) => writer.close(localName(name)),
  });
  return writer.lines();
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

  open(name: string, _attributes: Readonly<Record<string, string>>): void {
    if (SKIPPED.has(name)) this.skipped++;
    if (name === "t") this.isText = true;
    if (this.skipped > 0) return;
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

  lines(): string {
    if (this.line !== "") this.endLine();
    return `${this.done.join("\n")}\n`;
  }

  private endParagraph(): void {
    if (this.line !== "") this.paragraphs.push(this.line);
    this.line = "";
  }

  private endRow(): void {
    const [only = [], ...others] = this.cells;
    if (others.length > 0) this.done.push(this.cells.map((paragraphs) => paragraphs.join("")).join("\t"));
    else this.done.push(...only);
  }

  private endLine(): void {
    this.done.push(this.line);
    this.line = "";
  }
}

const SKIPPED: ReadonlySet<string> = new Set(["Fallback", "del", "moveFrom", "instrText", "delText"]);
