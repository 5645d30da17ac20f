import type { XmlElement, XmlEnd, XmlHandlers } from "../xml/scanXml";

/** A stretch of a document's text, from `start` up to but not including `end`. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/** One rule of a conditional format. */
export interface FormatRule extends TextSpan {
  /** Its formulas as written, without "=". */
  readonly formulas: readonly string[];
  /** Lower numbers win; NaN when the file gives none. */
  readonly priority: number;
}

/** Rules that share their cells: one conditionalFormatting element. */
export interface FormatBlock extends TextSpan {
  /** The cells as written: ranges in A1 form with spaces between. */
  readonly cells: string;
  readonly rules: readonly FormatRule[];
  /** True for one that stands in the extension list (x14), as Excel writes those that refer to another sheet. */
  readonly isExtension: boolean;
}

type Open<T> = { -readonly [Key in keyof T]: T[Key] };

/**
 * Collects the conditional formats of a worksheet part while it is scanned; hand every event of the scan on to it.
 * Places are those of the scan, 0 where it gives none. Source: ECMA-376 part 1, 18.3.1.18; [MS-XLSX] 2.6.4.
 */
export class ConditionalFormats implements XmlHandlers {
  readonly blocks: FormatBlock[] = [];
  private block: (Open<FormatBlock> & { rules: FormatRule[] }) | undefined;
  private rule: (Open<FormatRule> & { formulas: string[] }) | undefined;
  private words: string | undefined;

  open({ tag, attributes, start }: XmlElement): void {
    if (tag === "conditionalFormatting" || tag === "x14:conditionalFormatting") {
      const isExtension = tag.startsWith("x14:");
      this.block = { start, end: start, cells: attributes["sqref"] ?? "", rules: [], isExtension };
    } else if (this.block && (tag === "cfRule" || tag === "x14:cfRule")) {
      this.rule = { start, end: start, formulas: [], priority: Number(attributes["priority"] ?? NaN) };
    } else if ((this.rule && isFormula(tag)) || (this.block && tag === "xm:sqref")) {
      this.words = "";
    }
  }

  text(text: string): void {
    if (this.words !== undefined) this.words += text;
  }

  close({ tag }: XmlElement, { end }: XmlEnd): void {
    if (!this.block) return;
    if (isFormula(tag)) {
      this.rule?.formulas.push(this.words ?? "");
      this.words = undefined;
    } else if (tag === "xm:sqref") {
      this.block.cells = (this.words ?? "").trim();
      this.words = undefined;
    } else if (this.rule && (tag === "cfRule" || tag === "x14:cfRule")) {
      this.rule.end = end;
      this.block.rules.push(this.rule);
      this.rule = undefined;
    } else if (tag === "conditionalFormatting" || tag === "x14:conditionalFormatting") {
      this.block.end = end;
      this.blocks.push(this.block);
      this.block = undefined;
    }
  }
}

function isFormula(tag: string): boolean {
  return tag === "formula" || tag === "xm:f";
}
