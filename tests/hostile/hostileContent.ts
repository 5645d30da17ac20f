import { smallT06 } from "../support/sheet";

/** Names that sheets may have although programs stumble over them. Source: Microsoft support, "Rename a worksheet". */
export const HOSTILE_NAMES: readonly string[] = [
  "它's 表6",
  '“引号”\'"6"',
  "\u202E表六",
  "🀄预算🧮",
  "=1+1",
  "@SUM(A1)",
  "-6",
  "a!b",
  "表 6, 七;八",
  "2027",
  "R1C1",
  "TRUE",
  "__proto__",
  "<b>表&amp;",
  "x".repeat(31),
];

/** Texts that a program may take for something else. */
export const HOSTILE_TEXTS: readonly string[] = [
  '=HYPERLINK("http://example.com","点我")',
  "=1+1",
  "+86-20-12345678",
  "-说明",
  "@SUM(1+1)",
  "'带撇号",
  "''=1+1",
  "＝1+1",
  "<img src=x onerror=alert(1)>",
  "</td></tr><script>alert(1)</script>",
  "&lt;b&gt;",
  "\u202E倒写的",
  "🀄🧮",
  "]]><row r='1'/>",
  "_x0000_ _x0041_",
  "2020年1月15日",
  "1-2",
  "1,033.38",
  "TRUE",
  "#REF!",
  "两行\n文字",
  "长".repeat(32_767),
];

/** 表6 whose totals are circular, volatile or external formulas, from C7 down. @param external one that looks into another file */
export function strangeFormulas(external: string) {
  const formulas = ["=C7", "=NOW()", external, "=RAND()*0+C8", '=INDIRECT("C8")'];
  const t06 = smallT06().map((row, index) => {
    const formula = formulas[index - 6];
    const value = row[2] as number;
    return formula === undefined
      ? row
      : row.map((cell, column) => (column === 2 ? { value, formula, numberFormat: "#,##0.00" } : cell));
  });
  return { formulas, t06 };
}
