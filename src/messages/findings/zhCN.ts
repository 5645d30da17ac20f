/** Wording in Chinese of what is found about the make of a workbook rather than its figures. */
export const FINDINGS_ZH_CN = {
  "formula.overwritten":
    "{table} {cells}：这里本应是公式，被直接填的数盖住了。眼下数是对的，别处一改就不会跟着变，请恢复公式",
  "formula.overwritten.many":
    "{table} {cells} 等 {count} 格：这里本应是公式，被直接填的数盖住了。眼下数是对的，别处一改就不会跟着变，请恢复公式",
  // 一条结果由看来有误的单元格说起；说不准的，请核对哪几处
  "finding.lead.value":
    "{table} {cell}[[ {now}]] 看来应为 {right}[[ {unit}]]：[[{count} 条勾稽因此不符，如]]{told}",
  "finding.lead.between":
    "{table} {cell}[[ {now}]] 看来应在 {low} 至 {high}[[ {unit}]]之间：[[{count} 条勾稽因此不符，如]]{told}",
  "finding.lead.atLeast":
    "{table} {cell}[[ {now}]] 看来应不小于 {low}[[ {unit}]]：[[{count} 条勾稽因此不符，如]]{told}",
  "finding.lead.atMost":
    "{table} {cell}[[ {now}]] 看来应不大于 {high}[[ {unit}]]：[[{count} 条勾稽因此不符，如]]{told}",
  "relation.lacks": "[[{place}：]]{left} {operator} {right}（{cells} 不是金额）",
  "finding.cut": "{told}；牵涉的格太多，没有逐格查是哪一格错",
  "finding.open": "{told}；无法断定错在哪一处，请核对 {places}",
  "mend.restoreFormula": "{sheet} {cell} 恢复公式 {formula}",
  "mend.restoreFormulas": "{sheet} 的 {count} 格恢复公式",
  "mend.exchangeHeadings": "{sheet} {first} 和 {second} 的表头对调",
  "mend.convertUnit": "{sheet} 填入的 {count} 个数由{from}换算为{to}",
  "mend.unitWords": "{sheet} {cell} 的单位改写为“{unit}”，数不动",
  "rounding.shared": "{table}有 {count} 条关系只差尾数，在四舍五入的范围内，不算差错：{cells}",
  // 公开版
  "publish.made": "公开版已存为 {file}：封面、目录和 {tables} 张表，表格共 {pages} 页",
  "publish.nothing": "没有认出可以公开的表",
  "publish.errors": "还有 {count} 处差错没有改，公开前请先改正",
  "publish.hiddenRows": "{table}的第 {lines} 行是隐藏的，公开版没有列出；要公开请先取消隐藏",
  "publish.hiddenColumns": "{table}的 {lines} 列是隐藏的，公开版没有列出；要公开请先取消隐藏",
  "publish.hiddenSheet": "工作表“{sheet}”是隐藏的，没有列入公开版",
  "publish.leftOut": "工作表“{sheet}”不是预算表，没有列入公开版",
  "publish.tooWide": "{table}太宽，A3 横排缩到 7 磅字也排不下一页，会分成左右两页",
} as const;
