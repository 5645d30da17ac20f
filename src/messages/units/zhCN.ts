/** Wording in Chinese of a department beside its units (单位汇总). */
export const UNITS_ZH_CN = {
  "units.lacksUnit": "部门没有汇总 {unit}：少了它的全部数（如{tables}），请补上",
  "units.twiceUnit": "部门把 {unit} 汇总了两次（如{tables}），请去掉一次",
  "units.scaleUnit": "部门汇总 {unit} 时元和万元弄混了（如{tables}），请换算后再加",
  "units.lacksTable": "{what} 没有汇总 {unit}，请补上",
  "units.twiceTable": "{what} 把 {unit} 汇总了两次，请去掉一次",
  "units.scaleTable": "{what} 汇总 {unit} 时元和万元弄混了，请换算后再加",
  "units.lacksRow":
    "部门少了 {unit} 的“{what}”（{tables}）：应为 {expected}，实为 {actual}，少 {difference} 万元，请补上",
  "units.lacksRow.open":
    "部门少了一个单位的“{what}”（{tables}）：应为 {expected}，实为 {actual}，少 {difference} 万元；可能是 {units}，请核对",
  "units.twiceRow":
    "部门把 {unit} 的“{what}”加了两次（{tables}）：应为 {expected}，实为 {actual}，多 {difference} 万元，请去掉一次",
  "units.twiceRow.open":
    "部门把一个单位的“{what}”加了两次（{tables}）：应为 {expected}，实为 {actual}，多 {difference} 万元；可能是 {units}，请核对",
  "units.scaleRow":
    "部门汇总 {unit} 的“{what}”时元和万元弄混了（{tables}）：应为 {expected}，实为 {actual}，请换算后再加",
  "units.scaleRow.open":
    "部门汇总“{what}”时把一个单位的元和万元弄混了（{tables}）：应为 {expected}，实为 {actual}；可能是 {units}，请核对",
  "units.moved":
    "{unit} 的“{what}”汇总到“{other}”去了（{tables}）：应为 {expected}，实为 {actual}，请改到原来的科目",
  "units.moved.open": "一个单位的“{what}”汇总到“{other}”去了（{tables}）：可能是 {units}，请核对",
  "units.movedUnit": "{unit} 的“{what}”列到 {units} 下面去了（{tables}），请移回",
  "units.differs":
    "{unit} 的“{what}”与部门的不一致（{tables}）：应为 {expected}，实为 {actual}，相差 {difference} 万元，请核对",
  "units.differs.open":
    "“{what}”与各单位之和不一致（{tables}）：应为 {expected}，实为 {actual}，相差 {difference} 万元；有这一项的单位：{units}，请核对",
  "units.extra": "部门在 {unit} 下面多了“{what}”（{tables}）：单位的表里没有，{actual} 万元，请核对",
  "units.extra.open": "部门多了“{what}”（{tables}）：各单位的表里都没有，{actual} 万元，请核对",
  "units.own":
    "{unit} 自己的“{what}”与下级之和不符（{tables}），所以部门对不上：应为 {expected}，实为 {actual}，请先核对单位的表",
  "units.own.open":
    "部门的“{what}”与各单位合计之和不符，下级却对得上（{tables}）：应为 {expected}，实为 {actual}，相差 {difference} 万元，请核对部门的合计",
  "units.noFile": "部门列了 {unit}，文件夹里没有这个单位的工作簿，请补上",
  "units.twiceFile": "{unit} 有两份工作簿（{file}、{other}），只用了后者；请只留一份",
  "units.offset":
    "单位之间的收支只抵销了一边：{expenditure}抵销 {out}，{income}抵销 {in}（{units}）；两边应当相等，请核对",
  "units.adjustment": "工作表“{sheet}”写明{name}抵销 {listed}，部门的表里抵销了 {taken}（{units}），请核对",
  "units.notOffset":
    "{units} 的{expenditure} {amount} 与单位的{income}相等，部门汇总时没有抵销；是单位之间的收支就应抵销，请核对",
  "units.heading": "{file}（{set}）与 {count} 个单位",
  "units.unit": "单位 {name}（{file}）",
  "units.counts":
    "比较 {compared} 个数：相符 {agree}，尾差 {rounding}，不符 {differ}[[；不是金额没有比 {unread}]]",
  "units.totals": "差错 {errors}，提醒 {warnings}",
  "units.otherSet": "有单位用的是另一套表，只比两套表都有的项目",
  "units.unreadable": "认不出预算表，请确认给出的是预算的工作簿",
  "units.noFolder":
    "单位文件夹里没有与它同名的文件夹，或者不止一个，没有比较；请把它的单位放进与部门工作簿同名的文件夹",
  "units.unitFile": "单位的工作簿 {file} 用不了：{why}",
  "units.noUnits": "文件夹里没有单位的预算工作簿，请确认路径",
  "units.finalAccounts": "单位用的不是同一套表（{sets}），不能汇总成一份；请先统一表式",
  "units.made": "由 {count} 个单位汇总，共 {tables} 张表，另存为 {file}",
  "units.madeProblem": "汇总后的表还有 {errors} 处差错，多半来自单位的表；请校验这份工作簿",
  "units.taken": "{name}抵销 {amount} 万元（单位之间的收支，两边相等）",
  "units.evened": "各单位的尾差累积起来超过了部门一个数的尾差，{count} 个合计改按各项相加",
  "units.report.title": "单位汇总",
} as const satisfies Record<string, string>;
