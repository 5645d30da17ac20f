import type { OfficePackage } from "../package/openPackage";
import { scanPart } from "../package/scanPart";

/**
 * Formats that files name by number only, in their English form. Numbers 27 to 36 and 50 to 58 are dates whose form
 * depends on the language. Source: ECMA-376 part 1, 18.8.30.
 */
const BUILT_IN: Readonly<Record<number, string>> = {
  0: "General",
  1: "0",
  2: "0.00",
  3: "#,##0",
  4: "#,##0.00",
  5: '"¥"#,##0;"¥"\\-#,##0',
  6: '"¥"#,##0;[Red]"¥"\\-#,##0',
  7: '"¥"#,##0.00;"¥"\\-#,##0.00',
  8: '"¥"#,##0.00;[Red]"¥"\\-#,##0.00',
  9: "0%",
  10: "0.00%",
  11: "0.00E+00",
  12: "# ?/?",
  13: "# ??/??",
  14: "yyyy/m/d",
  15: "d-mmm-yy",
  16: "d-mmm",
  17: "mmm-yy",
  18: "h:mm AM/PM",
  19: "h:mm:ss AM/PM",
  20: "h:mm",
  21: "h:mm:ss",
  22: "yyyy/m/d h:mm",
  37: "#,##0;-#,##0",
  38: "#,##0;[Red]-#,##0",
  39: "#,##0.00;-#,##0.00",
  40: "#,##0.00;[Red]-#,##0.00",
  41: '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ',
  42: '_ "¥"* #,##0_ ;_ "¥"* -#,##0_ ;_ "¥"* "-"_ ;_ @_ ',
  43: '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ',
  44: '_ "¥"* #,##0.00_ ;_ "¥"* -#,##0.00_ ;_ "¥"* "-"??_ ;_ @_ ',
  45: "mm:ss",
  46: "[h]:mm:ss",
  47: "mm:ss.0",
  48: "##0.0E+0",
  49: "@",
};

const DATE = "yyyy/m/d";

/** The lists of the styles part that hold numFmt or xf elements. */
const LISTS: ReadonlySet<string> = new Set(["numFmts", "cellStyleXfs", "cellXfs", "dxfs"]);

function builtIn(id: number): string {
  const isDate = (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
  return BUILT_IN[id] ?? (isDate ? DATE : "General");
}

/** The number format of each cell style (s="3" in a sheet). Throws file.damaged when the part is not well-formed. */
export function readNumberFormats(file: OfficePackage, part: string): string[] {
  const own = new Map<number, string>();
  const styles: number[] = [];
  let list = "";
  scanPart(file, part, {
    open({ tag, attributes }) {
      if (LISTS.has(tag)) list = tag;
      // Differential formats (dxfs) hold numFmt elements too, numbered without regard to these.
      else if (tag === "numFmt" && list === "numFmts") {
        own.set(Number(attributes["numFmtId"]), attributes["formatCode"] ?? "General");
      } else if (tag === "xf" && list === "cellXfs") styles.push(Number(attributes["numFmtId"] ?? 0));
    },
  });
  return styles.map((id) => own.get(id) ?? builtIn(id));
}
