/** Wording in Chinese of tables that are read by their structure, and of an office's own sets (按表头推断的表、自用表样). */
export const STRUCTURE_ZH_CN = {
  "relation.inferred": "（按表头推断，{inferredFrom} 处中 {held} 处成立）",
  "relation.purpose": "（自定义勾稽：{purpose}）",
  "reason.structure":
    "没有相符的标准表，按表头、编码和合计推断出 {relations} 条勾稽关系，{places} 处中 {held} 处成立",
  "structure.product":
    "{table} {cell}（{row}）：{column} {amount} {unit}，应等于单价 {price} × 数量 {quantity} = {product} {unit}",
  "structure.otherSum.over":
    "{table} {cell}（{row}）：连同标准表没有的栏核对，“{column}”{amount}，应等于其各组成数之和 {sum}，多 {difference} {unit}，请核对",
  "structure.otherSum.short":
    "{table} {cell}（{row}）：连同标准表没有的栏核对，“{column}”{amount}，应等于其各组成数之和 {sum}，少 {difference} {unit}，请核对",
  "structure.contradicted":
    "工作表“{sheet}”（{title}）没有标准表，按表头和编码应当成立的 {of} 处只有 {held} 处成立，其余没有核对。请检查是否有整块错位、串列、漏行，或单位不一致",
  "sheets.title": "各工作表的识别情况：",
  "sheets.byName": "{sheet}：{name}（按表名和表头，把握 {percent} %）",
  "sheets.byStructure": "{sheet}：{table}“{title}”（没有标准表，按表的结构识别，把握 {percent} %）",
  "learn.nothing": "没有可以学习的表：各工作表或者已有标准表，或者看不出是表",
  "learn.table": "{table} 工作表“{sheet}”：{title}",
  "learn.columns": "栏目：{columns}",
  "learn.rows": "行：{kinds}",
  "learn.used": "采用 {id}：{text}（{of} 处中 {held} 处成立）",
  "learn.offered": "未采用 {id}：{text}（{of} 处中 {held} 处成立）",
  "learn.between": "表间关系：",
  "learn.written": "已存为 {file}：{tables} 张表、{relations} 条关系。校验时用 --set {file}",
  "learn.noSuchTable": "没有编号为 {table} 的表",
  "learn.noSuchRelation": "没有编号为 {relation} 的关系",
  "learn.more": "加 -o 文件名 可存为本单位的表样",
  "set.standardId": "{file} 的标识 {found} 是标准表的，请换一个",
  "set.notJson": "{file} 第 {line} 行：不是有效的 JSON，“{found}”处有误",
  "set.missing": "{file} 第 {line} 行：[[{at} ]]缺少“{wanted}”",
  "set.type": "{file} 第 {line} 行：{at} 应为 {wanted}",
  "set.unknownField": "{file} 第 {line} 行：{at} 不是已知的项目，请检查是否写错",
  "set.id": "{file} 第 {line} 行：{at} 为“{found}”，应为一个大写字母加数字，如 U01",
  "set.idTwice": "{file} 第 {line} 行：编号 {found} 用了两次",
  "set.choice": "{file} 第 {line} 行：{at} 为“{found}”，应为 {wanted}",
  "set.pattern": "{file} 第 {line} 行：{at}“{found}”不是有效的正则表达式",
  "set.column": "{file} 第 {line} 行：{at} 中的栏次 {found} 不在表头里",
  "set.relation": "{file} 第 {line} 行：{at} 看不懂“{found}”",
} as const;
