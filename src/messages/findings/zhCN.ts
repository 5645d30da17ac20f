/** Wording in Chinese of what is found about the make of a workbook rather than its figures. */
export const FINDINGS_ZH_CN = {
  "formula.overwritten":
    "{table} {cells}：这里本应是公式，被直接填的数盖住了。眼下数是对的，别处一改就不会跟着变，请恢复公式",
  "formula.overwritten.many":
    "{table} {cells} 等 {count} 格：这里本应是公式，被直接填的数盖住了。眼下数是对的，别处一改就不会跟着变，请恢复公式",
  "mend.restoreFormula": "{sheet} {cell} 恢复公式 {formula}",
  "mend.restoreFormulas": "{sheet} 的 {count} 格恢复公式",
  "mend.exchangeHeadings": "{sheet} {first} 和 {second} 的表头对调",
  "mend.convertUnit": "{sheet} 填入的 {count} 个数由{from}换算为{to}",
  "mend.unitWords": "{sheet} {cell} 的单位改写为“{unit}”，数不动",
} as const;
