/** Wording of recognition: why a sheet is taken for a table, or for none. */
export const RECOGNITION_ZH_CN = {
  "sheet.protected": "工作表“{sheet}”受保护，没有改动标记。请先撤销工作表保护",
  "sheet.empty": "空表",
  "sheet.setAside": "您已说明这张工作表里没有预算表，不核对",
  "sheet.goesOn": "接续前面工作表中的表",
  "sheet.noTitle": "没有找到部门预算表的表名",
  "sheet.otherTitle":
    "{cell} 的表名“{title}”不是本套预算表中的；如果就是其中一张，请在“识别情况与更正”中指定",
  "sheet.titleWithoutHeader": "{cell} 有表名“{title}”，但没有找到它的表头，请检查栏目名",
  "sheet.tooLarge": "已用区域 {range} 过大，没有读取。请删去多余的行列后再校验",
  "reason.structure":
    "没有相符的标准表，按表头、编码和合计推断出 {relations} 条勾稽关系，{places} 处中 {held} 处成立",
  "reason.title": "{cell} 的表名是“{title}”",
  "reason.sheetName": "没有表名，工作表名“{sheet}”是“{title}”",
  "reason.corrected": "按您在工作表“{sheet}”上的更正识别",
  "reason.headerOnly": "没有表名，表头与“{title}”一致",
  "reason.column.heading": "{cell} 的栏目名是“{heading}”",
  "reason.column.meaning": "{cell} 的栏目名“{heading}”是这个意思",
  "reason.column.numbers": "栏目名看不出来，按这一栏各行的勾稽关系都成立，认定是 {column} 列",
  "reason.column.content": "按 {column} 列单元格的内容认定",
  "reason.column.names": "没有编码栏，按科目名称查出编码",
  "reason.column.user": "您指定为 {column} 列",
  "reason.column.missing": "没有找到这一栏",
  "reason.header": "表头认出 {found} 栏（金额栏应有 {amounts} 栏）",
  "reason.fewRows": "有金额的 {all} 行中只认出 {known} 行，可能是别的表",
  "reason.unit": "金额单位：{unit}",
  "reason.unitAssumed": "没有写明单位，按 {unit} 核对",
} as const satisfies Record<string, string>;
