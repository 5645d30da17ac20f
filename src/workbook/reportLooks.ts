import { MARK_STYLES } from "./edit";
import type { ReportCellStyle } from "./edit";

/** How cells of a report look, in Excel (src/excel) and in files (src/xlsx) alike. */
export interface ReportLook {
  readonly isBold?: boolean;
  readonly color?: string;
  readonly fill?: string;
  readonly isUnderlined?: boolean;
  /** In points; that of the workbook's text when left out. */
  readonly size?: number;
  /** Breaks inside its own cell; else the text may run over the cells beside it. */
  readonly isWrapped: boolean;
  /** Lines around it: a cell of a table, not a sentence above one. */
  readonly hasBorders: boolean;
}

const CELL = { isWrapped: true, hasBorders: true };
const SENTENCE = { isWrapped: false, hasBorders: false };
const GREY = "#7F7F7F";

/** Heading fill, grey and link blue are those of Excel's own cell styles. */
export const REPORT_LOOKS: Readonly<Record<ReportCellStyle, ReportLook>> = {
  title: { ...SENTENCE, isBold: true, size: 16 },
  sentence: SENTENCE,
  muted: { ...SENTENCE, color: GREY },
  heading: { ...CELL, isBold: true, fill: "#D9E1F2" },
  text: CELL,
  quiet: { ...CELL, color: GREY },
  error: { ...CELL, ...markLook("error") },
  warning: { ...CELL, ...markLook("warning") },
  link: { ...CELL, color: "#0563C1", isUnderlined: true },
};

/** Colour of the lines around cells. */
export const REPORT_LINE = "#BFBFBF";

/** What stands below each printed page: its number and how many there are. Excel's codes, the same in every language. */
export const REPORT_FOOTER = "&P / &N";

function markLook(severity: keyof typeof MARK_STYLES): Pick<ReportLook, "isBold" | "color" | "fill"> {
  const { font, fill, bold } = MARK_STYLES[severity];
  return { color: font, fill, isBold: bold };
}
