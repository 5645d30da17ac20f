/** Wording in Chinese of the steps that 撤销 in the pane takes back, and of what may stand in its way. */
export const JOURNAL_ZH_CN = {
  "journal.fill": "填充编码 {count} 处",
  "journal.mend": "采用建议：改了 {count} 个单元格",
  "journal.balance": "舍位平衡：改了 {count} 个数",
  "journal.locks": "记下不动的数",
  "journal.code": "写入编码 {code}",
  "journal.rows": "增加 {added} 行，删除 {removed} 行",
  "journal.rowsAdded": "增加 {added} 行",
  "journal.rowsRemoved": "删除 {removed} 行",
  "journal.sort": "调整行次：移动 {moved} 行，其余顺延",
  "journal.formulas": "改写公式 {count} 处",
  "journal.insert": "插入 {sheets} 张表",
  "journal.insertFilled": "补齐已有的表：填入公式 {count} 处",
  "journal.dictionary": "插入科目字典“{sheet}”",
  "journal.report": "写校验报告“{sheet}”",
  "journal.accept": "接受一条结果",
  "journal.unaccept": "取消接受一条结果",
  "journal.years": "写对比表“{sheet}”",
  "journal.reasons": "记下增减原因 {count} 条",
  "journal.correct": "更正识别",
  "journal.keepList": "把科目清单存进工作簿",
  "journal.keepSet": "把表样存进工作簿",
  "journal.forgetSet": "从工作簿里删去表样",
  "journal.forgetList": "从工作簿中去掉科目清单",
  "journal.undoing": "没有做完的撤销",
  "journal.halfDone":
    "Excel 中途停下，没有做完，也没能恢复原样。原来的内容都记着：请等 Excel 空闲后点窗格里的“撤销”",
  "journal.moved":
    "这一步之后，工作表“{sheets}”增删过行、改过名或已删除，不能撤销，没有改动。请先在 Excel 里撤销后来的改动，再点“撤销”",
  "journal.lastSheet":
    "这一步之后，原有的工作表都已删除或隐藏；工作簿至少要留一张看得见的工作表，所以不能撤销，没有改动。请先新建一张空白工作表，再点“撤销”",
  "journal.unclear":
    "上次没有做完，工作表“{sheets}”后来又改过，看不出做到了哪里，没有改动。请核对这张工作表，或用 Excel 的撤销",
} as const satisfies Record<string, string>;
