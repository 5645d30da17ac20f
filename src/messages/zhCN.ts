import { ACTS_ZH_CN } from "./acts/zhCN";
import { CODES_ZH_CN } from "./classification/zhCN";
import { HOST_ZH_CN } from "./host/zhCN";
import { FINDINGS_ZH_CN } from "./findings/zhCN";
import { JOURNAL_ZH_CN } from "./journal/zhCN";
import { LISTS_ZH_CN } from "./fromList/zhCN";
import { RECOGNITION_ZH_CN } from "./sheets/zhCN";
import { ROWS_ZH_CN } from "./rows/zhCN";
import { STRUCTURE_ZH_CN } from "./structure/zhCN";
import { MENDS_ZH_CN } from "./mends/zhCN";

/**
 * Wording in Chinese: where, what, what to do, in the accountants' own words. `{name}` is an argument; a part in
 * [[ ]] falls away when its argument is empty.
 */
export const ZH_CN = {
  ...CODES_ZH_CN,
  ...HOST_ZH_CN,
  ...FINDINGS_ZH_CN,
  ...JOURNAL_ZH_CN,
  ...LISTS_ZH_CN,
  ...RECOGNITION_ZH_CN,
  ...ROWS_ZH_CN,
  ...ACTS_ZH_CN,
  ...MENDS_ZH_CN,
  ...STRUCTURE_ZH_CN,
  // 勾稽关系不符
  "relation.equal.sum.over":
    "{table} {cell}[[（{place}）]]：{left}，应等于 {right} = {sum}，多 {difference} {unit}",
  "relation.equal.sum.short":
    "{table} {cell}[[（{place}）]]：{left}，应等于 {right} = {sum}，少 {difference} {unit}",
  "relation.equal.one.over": "{table} {cell}[[（{place}）]]：{left}，应等于 {right}，多 {difference} {unit}",
  "relation.equal.one.short": "{table} {cell}[[（{place}）]]：{left}，应等于 {right}，少 {difference} {unit}",
  "relation.atMost.sum.over":
    "{table} {cell}[[（{place}）]]：{left}，不应大于 {right} = {sum}，超出 {difference} {unit}",
  "relation.atMost.one.over":
    "{table} {cell}[[（{place}）]]：{left}，不应大于 {right}，超出 {difference} {unit}",
  "relation.atLeast.sum.short":
    "{table} {cell}[[（{place}）]]：{left}，不应小于 {right} = {sum}，少 {difference} {unit}",
  "relation.atLeast.one.short":
    "{table} {cell}[[（{place}）]]：{left}，不应小于 {right}，少 {difference} {unit}",
  "relation.equal.sum.over.zero":
    "{table} {cell}[[（{place}）]]：{left}，{right} = {sum}，多 {difference} {unit}；填列为 0 的数不应有尾差，请核对",
  "relation.equal.sum.short.zero":
    "{table} {cell}[[（{place}）]]：{left}，{right} = {sum}，少 {difference} {unit}；填列为 0 的数不应有尾差，请核对",
  "relation.equal.one.over.zero":
    "{table} {cell}[[（{place}）]]：{left}，{right}，多 {difference} {unit}；填列为 0 的数不应有尾差，请核对",
  "relation.equal.one.short.zero":
    "{table} {cell}[[（{place}）]]：{left}，{right}，少 {difference} {unit}；填列为 0 的数不应有尾差，请核对",
  "relation.atMost.sum.over.zero":
    "{table} {cell}[[（{place}）]]：{left}，大于 {right} = {sum}，超出 {difference} {unit}；填列为 0 的数不应有尾差，请核对",
  "relation.atMost.one.over.zero":
    "{table} {cell}[[（{place}）]]：{left}，大于 {right}，超出 {difference} {unit}；填列为 0 的数不应有尾差，请核对",
  "relation.atLeast.sum.short.zero":
    "{table} {cell}[[（{place}）]]：{left}，小于 {right} = {sum}，少 {difference} {unit}；填列为 0 的数不应有尾差，请核对",
  "relation.atLeast.one.short.zero":
    "{table} {cell}[[（{place}）]]：{left}，小于 {right}，少 {difference} {unit}；填列为 0 的数不应有尾差，请核对",
  "relation.equal.one.over.same":
    "{table} {cell}[[（{place}）]]：{left}，{right}，同一笔金额两处相差 {difference} {unit}，四舍五入不会这样，请核对",
  "relation.equal.one.short.same":
    "{table} {cell}[[（{place}）]]：{left}，{right}，同一笔金额两处相差 {difference} {unit}，四舍五入不会这样，请核对",
  "relation.equal.sum.over.same":
    "{table} {cell}[[（{place}）]]：{left}，{right} = {sum}，同一笔金额两处相差 {difference} {unit}，四舍五入不会这样，请核对",
  "relation.equal.sum.short.same":
    "{table} {cell}[[（{place}）]]：{left}，{right} = {sum}，同一笔金额两处相差 {difference} {unit}，四舍五入不会这样，请核对",
  "relation.equal.sum.over.edge":
    "{table} {cell}[[（{place}）]]：{left}，{right} = {sum}，多 {difference} {unit}；四舍五入到不了这么多，可能是为凑合计手工改过，请核对",
  "relation.equal.sum.short.edge":
    "{table} {cell}[[（{place}）]]：{left}，{right} = {sum}，少 {difference} {unit}；四舍五入到不了这么多，可能是为凑合计手工改过，请核对",
  "relation.equal.one.over.edge":
    "{table} {cell}[[（{place}）]]：{left}，{right}，多 {difference} {unit}；四舍五入到不了这么多，可能是为凑合计手工改过，请核对",
  "relation.equal.one.short.edge":
    "{table} {cell}[[（{place}）]]：{left}，{right}，少 {difference} {unit}；四舍五入到不了这么多，可能是为凑合计手工改过，请核对",
  "relation.atMost.sum.over.edge":
    "{table} {cell}[[（{place}）]]：{left}，大于 {right} = {sum}，超出 {difference} {unit}；四舍五入到不了这么多，可能是为凑合计手工改过，请核对",
  "relation.atMost.one.over.edge":
    "{table} {cell}[[（{place}）]]：{left}，大于 {right}，超出 {difference} {unit}；四舍五入到不了这么多，可能是为凑合计手工改过，请核对",
  "relation.atLeast.sum.short.edge":
    "{table} {cell}[[（{place}）]]：{left}，小于 {right} = {sum}，少 {difference} {unit}；四舍五入到不了这么多，可能是为凑合计手工改过，请核对",
  "relation.atLeast.one.short.edge":
    "{table} {cell}[[（{place}）]]：{left}，小于 {right}，少 {difference} {unit}；四舍五入到不了这么多，可能是为凑合计手工改过，请核对",
  "relation.holds": "{table} {cell}[[（{place}）]]：{left} {operator} {right}（单看相符）",
  "block.down": "{table} {range} 的数据疑为整块往下错了一行：各往上移一行，{count} 条不符的勾稽即全部相符",
  "block.up": "{table} {range} 的数据疑为整块往上错了一行：各往下移一行，{count} 条不符的勾稽即全部相符",
  "block.right": "{table} {range} 的数据疑为整块往右错了一栏：各往左移一栏，{count} 条不符的勾稽即全部相符",
  "block.left": "{table} {range} 的数据疑为整块往左错了一栏：各往右移一栏，{count} 条不符的勾稽即全部相符",
  "block.unit":
    "{table}写的单位是{unit}，数据疑为{other}：按{other}算，{count} 条不符的勾稽即全部相符，请核对单位",
  "figure.copied":
    "{table} {cell}：{present} 看来应为 {right} {unit}，同一个错数出现在 {count} 格：{places}，各格都改才相符",
  "suspect.shifted": "整块移回原位后，这一格应是这个数",
  "relation.joint":
    "{table} {cell}：{count} 条关系逐条看都只差尾数，合在一起却不能同时成立，其中必有一个数不对，请核对",
  "relation.joint.edge":
    "{table} {cell}：{count} 条关系逐条看都只差尾数，合在一起四舍五入却到不了这么多，可能是为凑合计手工改过，请核对",
  "system.notJson": "不是有效的 JSON，第 {line} 行：{why}",
  "system.notObject": "{at}：应为一个对象",
  "system.notList": "{at}：应为列表",
  "system.notNumber": "{at}：应为数",
  "system.notFlag": "{at}：应为 true 或 false",
  "system.negativeStep": "{at}：单位间隔不能是负数",
  "system.weight": "{at}：权重应大于 0",
  "system.tooManyDigits": "{at}：位数太多，小数点前后合计最多 30 位",
  "system.noId": "{at}：应为不空的文本",
  "system.idTwice": "{at}：编号 {id} 已经用过",
  "system.operator": '{at}：应为 "="、"<=" 或 ">="',
  "system.noSuchCell": "{at}：cells 里没有 {cell}",
  "suspect.value": "可能错在 {cell}，应为 {value}。",
  "suspect.between": "可能错在 {cell}，应在 {low} 至 {high} 之间。",
  "suspect.atLeast": "可能错在 {cell}，应不小于 {low}。",
  "suspect.atMost": "可能错在 {cell}，应不大于 {high}。",
  "suspect.together": "要与 {others} 一起改，不符的关系才都相符",
  "suspect.follows": "引用本格的公式（{cells}）自动更新",
  "suspect.joint": "只改这一格，这些关系就能同时成立",
  "suspect.mends": "改这一格，{count} 条不符的关系即全部相符",

  // 差额的来由
  "hint.sign": "正负号可能反了：{present} 改为 {right} 就相符",
  "hint.yuan": "可能按元填了：{present} 元是 {right} 万元",
  "hint.wanYuan": "可能按万元填了：{present} 应换算成 {right}",
  "hint.point": "小数点可能错位：{present} 应为 {right}",
  "hint.exchanged": "相邻两位数字可能颠倒：{present} 应为 {right}",
  "hint.digit": "可能错了一位数字：{present} 应为 {right}",
  "hint.lost": "可能漏了一位数字：{present} 应为 {right}",
  "hint.extra": "可能多了一位数字：{present} 应为 {right}",
  "hint.formulaMisses": "公式 {formula} 没有加上 {cells}",
  "hint.formulaRepeats": "公式 {formula} 把 {cells} 加了不止一次",
  "hint.partLeftOut": "差额正好是 {cell}“{part}”的 {amount}，可能漏加了这一项",
  "hint.partTwice": "差额正好是 {cell}“{part}”的 {amount}，可能把这一项加了两次",
  "hint.typedTotal": "{cell} 的合计是直接录入的数，不是公式，下面的数改动后不会跟着变",
  "hint.holdsTotal": "这一格的数正好是上级 {cell}“{total}”的合计，可能把合计填到了明细里",
  "hint.columnHolds": "金额可能填到了旁边一栏：{cell}",
  "hint.columnWants": "这一格可能应当是空的，金额应填在旁边一栏：{cell}",
  "hint.rowHolds": "金额可能填到了相邻一行：{cell}",
  "hint.rowWants": "这一格可能应当是空的，金额应填在相邻一行：{cell}",

  // 全单位的规定
  "defaults.notJson": "全单位的规定 {file} 不是 JSON 格式（{why}），没有用上，请告知管理员",
  "defaults.unread": "没有取到全单位的规定 {file}（{why}），这次校验没有用上它，请检查网络或告知管理员",
  "defaults.version": "全单位的规定 {file} 应是一个对象，version 为 {version}；没有用上，请告知管理员",
  "defaults.unknown": "全单位的规定 {file} 里没有“{part}”这一项，可写的有 {known}，请告知管理员",
  "defaults.text": "全单位的规定 {file} 里的 {part} 应是文字，请告知管理员",
  "defaults.list": "全单位的规定 {file} 里的 {part} 应是列表，没有用上，请告知管理员",
  "defaults.codeList":
    "全单位的规定 {file} 里第 {place} 份科目清单（codeLists）读不出，没有用上，请告知管理员用 gouji defaults 重做",
  "defaults.thresholds": "全单位的规定 {file} 里的 thresholds 应是对象，没有用上，请告知管理员",
  "defaults.threshold":
    "全单位的规定 {file} 里的 {part} 是 {value}，应是不小于 0 的数；没有用上，请告知管理员",
  "defaults.flag": "全单位的规定 {file} 里的 {part} 是 {value}，应是 true 或 false；没有用上，请告知管理员",

  // 自定义勾稽关系
  "rules.notJson": "勾稽关系文件不是 JSON 格式，请检查逗号、引号和括号",
  "rules.noList": "勾稽关系文件里没有 rules 列表，请把各条关系写在 rules 列表里",
  "rules.noHeading": "工作表“{sheet}”没有“关系”栏，请在一行里写上栏名：编号、关系、说明、程度",
  "rules.noSheet": "里面没有写着关系的“自定义勾稽”工作表，请加上这张工作表",
  "rules.noText": "第 {place} 条自定义勾稽关系没有写关系式（text），请补上",
  "rules.severity": "第 {place} 条自定义勾稽关系的程度“{severity}”不对，应为 差错 或 提醒",
  "rules.taken": "自定义勾稽关系的编号“{place}”已经用过，请换一个",
  "rules.notation.operator": "自定义勾稽关系“{place}”：“{part}”里应有而且只有一个 =、<= 或 >=",
  "rules.notation.termMissing": "自定义勾稽关系“{place}”：等号或不等号的一边是空的，请补上",
  "rules.notation.term": "自定义勾稽关系“{place}”：“{part}”看不懂，请写成如 表10[合计].c3 或 Σ 表10[项目].c3",
  "rules.notation.columnOrder": "自定义勾稽关系“{place}”：“{part}”的栏次前后颠倒，请对调",
  "rules.notation.join":
    "自定义勾稽关系“{place}”：“{part}”不对，by 后面只能是 code（科目编码）、unit（单位编码）、name（名称）",
  "rules.noTable": "自定义勾稽关系“{place}”：每一项前面要写明是哪张表，如 表10[合计].c3",
  "rules.noRows": "自定义勾稽关系“{place}”：{table} 后面要写明是哪一行，如 {table}[合计].c3",
  "rules.unknownTable": "自定义勾稽关系“{place}”：没有 {table} 这张表，请检查表号",
  "rules.column": "自定义勾稽关系“{place}”：{table} 的栏次 {column} 不是金额栏，请换一栏",

  // 舍位平衡
  "balance.change": "{sheet} {cell}：{from} 改为 {to}",
  "balance.removed": "改 {count} 个数，消除 {removed} 处尾差",
  "balance.mistake": "{table}的 {count} 处尾差没有动：与它们相连的数里还有差错，请先改正差错",
  "balance.impossible":
    "{table}的 {count} 处尾差消除不了：末位加 1 或减 1 不够，或该改的数锁定了。可以放开锁定再试，或仍作尾差保留",
  "balance.lock": "看不懂要锁定的“{lock}”：请写工作表名，或如 表3!C5:D9",

  // 没有核对的关系
  "relation.noSuchRow": "{table} 没有[[“{row}”]]这样的行，这条关系不适用",
  "relation.rowAbsent": "{table} 缺“{row}”行，这条关系无法核对",
  "relation.rowTwice": "{table} 的“{row}”行不止一行，这条关系无法核对",
  "relation.tableAbsent": "工作簿中没有{table}，这条关系不适用",
  "relation.tableTwice": "工作簿中有 {count} 张{table}，不知该用哪一张，这条关系无法核对",
  "relation.columnAbsent": "缺栏次 {columns}，这条关系无法核对",

  // 尾差
  "rounding.some": "{table}有 {count} 处尾差，在四舍五入的范围内，不算差错：{cells}",
  "rounding.many": "{table}有 {count} 处尾差，在四舍五入的范围内，不算差错：{cells} 等",

  // 缺行、读不出的行
  "rows.missing.some": "{table}缺行：{rows}。请补上后再校验",
  "rows.missing.some.seen": "{table}缺行：{rows}（{seenIn}中有）。请补上后再校验",
  "rows.missing.many": "{table}缺行：{rows} 等 {count} 行。请补上后再校验",
  "rows.missing.many.seen": "{table}缺行：{rows} 等 {count} 行（{seenIn}中有）。请补上后再校验",
  "rows.unread": "{table}第 {row} 行有金额，但编码和名称看不出是哪一行，没有参加核对。请检查编码和名称",
  "rows.unread.code":
    "{table}第 {row} 行“{name}”有金额，编码读不出来，没有参加核对；按{seenIn}中同名的一行应为 {code}，请改正编码",
  "table.twice": "{table}出现了 {count} 次（{places}），与它有关的表间关系没有核对。请只留一张",

  // 单元格
  "cell.error": "{table} {cell}（{column}）是错误值 {error}，有关的关系无法核对。请先改正公式",
  "cell.error.some":
    "{table} {cell} 是错误值 {error}，有关的关系无法核对。请先改正公式（引用的行或格可能已被删掉）",
  "cell.notCalculated":
    "{table} {cell}（{column}）的公式还没有计算结果，有关的关系无法核对。请用 Excel 或 WPS 打开并保存后再校验",
  "cell.textNumber": "{table}有 {count} 个数存成了文本，Excel 求和会漏掉，请改为数字：{cells}",
  "cell.textNumber.many": "{table}有 {count} 个数存成了文本，Excel 求和会漏掉，请改为数字：{cells} 等",
  "cell.numberCode": "{table}有 {count} 个编码存成了数字，建议改为文本：{cells}",
  "cell.numberCode.many": "{table}有 {count} 个编码存成了数字，建议改为文本：{cells} 等",
  "cell.notAmount.noDigits": "{table} {cell}（{column}）是文字“{text}”，不是金额。没有金额请留空或填 0",
  "cell.notAmount.percent": "{table} {cell}（{column}）是百分数“{text}”，不是金额。请改填金额",
  "cell.notAmount.dateLike": "{table} {cell}（{column}）像日期“{text}”，不是金额。请重新录入金额",
  "cell.notAmount.scientific": "{table} {cell}（{column}）是“{text}”，末尾几位已经丢失，请重新录入",
  "cell.notAmount.signAndBrackets":
    "{table} {cell}（{column}）“{text}”既有负号又有括号，不知正负。请只留一种",
  "cell.notAmount.severalSigns": "{table} {cell}（{column}）“{text}”有几个正负号，不知正负。请只留一个",
  "cell.notAmount.unpairedBracket": "{table} {cell}（{column}）“{text}”括号不成对，请补上或去掉",
  "cell.notAmount.mixedText":
    "{table} {cell}（{column}）“{text}”里有金额以外的文字，没有参加核对。请只留金额",
  "cell.notAmount.grouping": "{table} {cell}（{column}）“{text}”的千分位不对，可能少了或多了一位，请重新录入",
  "cell.notAmount.severalPoints": "{table} {cell}（{column}）“{text}”有几个小数点，请重新录入",
  "cell.notAmount.notFinite": "{table} {cell}（{column}）“{text}”不是金额，请重新录入",
  "cell.notAmount.boolean": "{table} {cell}（{column}）是逻辑值“{text}”，不是金额。请改填金额",

  // 科目编码、单位、表头
  "heading.swapped":
    "{table}：“{first}”栏里是{firstSystem}的编码，“{second}”栏里是{secondSystem}的编码，两栏表头写反了，请对调",
  "unit.twoNames":
    "{table} {cell}：单位编码 {code} 写作“{name}”，{otherTable} {otherCell} 写作“{otherName}”，请统一",
  "unit.twoCodes":
    "{table} {cell}：“{name}”的单位编码是 {code}，{otherTable} {otherCell} 是 {otherCode}，请统一",

  // 导入科目清单
  "import.noCodes": "“{title}”中没有找到科目编码和名称，请确认有“编码”“名称”两栏",
  "import.malformed":
    "[[工作表“{sheet}”]]第 {row} 行：编码“{code}”[[（{name}）]]不是这一类科目的写法，请改正后再导入",
  "import.duplicate": "[[工作表“{sheet}”]]第 {row} 行：编码 {code} 与第 {firstRow} 行重复，请改正后再导入",
  "import.noName": "[[工作表“{sheet}”]]第 {row} 行：编码 {code} 没有名称，请补上后再导入",
  "import.needsOutput": "存进工作簿时请用 -o 给出另存的文件，原文件不动",
  "import.codeHeading": "科目编码",
  "import.nameHeading": "科目名称",
  "import.summary":
    "“{title}”[[（{year} 年）]]共 {codes} 条：与内置目录相同 {same} 条，新增 {added} 条，改名 {changed} 条；内置目录有而清单没有的 {missing} 条",
  "dictionary.code": "科目编码",
  "dictionary.name": "科目名称",
  "dictionary.parent": "上级编码",
  "dictionary.level": "级次",
  "dictionary.path": "全称",
  "dictionary.evidence": "依据",
  "dictionary.sheet": "科目字典 {list}",
  "dictionary.title": "{list}（{edition} 年版），共 {count} 个科目",
  "import.added": "新增  {code} {name}",
  "import.changed": "改名  {code} {before} → {name}",
  "import.missing": "缺少  {code} {name}",

  // 单元格函数
  "function.notACode": "“{text}”不是科目编码",
  "function.noSuchKind": "没有“{text}”这类科目，可填 功能、部门经济、政府经济、收入、采购、购买服务",
  "function.unknownCode": "目录中没有编码 {text}[[（{year} 年）]]",
  "function.unknownName": "目录中没有名称“{text}”[[（{year} 年）]]",
  "function.noName": "没有给出科目名称{text}",
  "function.severalCodes": "有 {count} 个科目叫“{name}”（{codes} 等），请给出上级科目",
  "function.noParent": "{text} 是最上一级，没有上级科目[[（{year} 年）]]",

  // 校验报告
  "report.sheetName": "校验报告",
  "report.title": "部门预算勾稽校验报告",
  "report.relations":
    "找到 {tables} 张表，核对 {checked} 条勾稽关系：相符 {exact}，尾差 {rounding}，不符 {mismatch}[[；另有 {cannotTell} 条因缺数无法核对]]。",
  "report.counts": "差错 {errors} 条，提醒 {warnings} 条，提示 {infos} 条。",
  "report.about": "[[文件：{file}；]]科目年度：{edition}[[；校验日期：{date}]]",
  "report.editionOwn": "按表上的年度",
  "report.signatures": "编制：__________　复核：__________　负责人：__________　日期：__________",
  "report.none": "没有发现问题。",
  "report.file": "文件",
  "report.number": "序号",
  "report.severity": "程度",
  "report.table": "表",
  "report.sheet": "工作表",
  "report.cell": "单元格",
  "report.message": "说明",
  "report.actual": "实为",
  "report.expected": "应为",
  "report.difference": "差额",
  "report.also": "同一处错误还使另外 {count} 条关系不符：",
  "report.broken": "因此不符的 {count} 条关系：",
  "report.together": "不能同时成立的是这 {count} 条关系：",
  "report.suspects": "可能错的单元格",
  "report.why": "依据",
  "severity.error": "差错",
  "severity.warning": "提醒",
  "severity.rounding": "尾差",
  "severity.info": "提示",
  "severity.accepted": "已接受",
  "accepted.reason": "{sentence}（{date} 接受，理由：{reason}）",

  "insert.made": "已建好 {count} 张标准表：{file}",
  "insert.madeInto": "已插入 {count} 张标准表，补齐 {filled} 个公式：{file}",
  "insert.present":
    "{file} 里已有{tables}。请加 --existing keep（保留）、copy（另建副本）或 fill（只补齐空着的公式）",
  "insert.unknownTable": "没有“{table}”这张表，可用的有：{known}",
  "insert.badCode": "功能科目编码“{code}”不对，应为 2 开头的 3、5 或 7 位数字",
  "insert.badListLine": "单位和项目清单第 {line} 行格式不对：“{text}”，应为“编码 名称”，如“156001 某某局”",
  "insert.protected": "工作表“{sheet}”受保护，不能补齐。请先撤销保护",
  "insert.changedSince": "工作表“{sheet}”插入后已有改动，不能撤销插入。不要的表可以直接删掉",
  "insert.usedSince": "工作表“{sheet}”的公式已经取用插入的表，不能撤销插入；请先改那里的公式",
  "progress.inserting": "正在插入…",

  // 查找编码
  "writeCode.otherKind": "没有写入：{table}没有填“{code} {name}”这类编码的栏",
  "writeCode.formula": "没有写入：{cell} 是公式。要改填编码，请先清除公式",
  "writeCode.amount": "没有写入：{cell} 是数字，不能用编码盖掉。请选空着的单元格",
  "writeCode.total": "没有写入：第 {row} 行是“{name}”，不填编码",
  "insert.badUnits": "{file} 第 {line} 行格式不对，应为“编码 名称”，如“156001 某某局”",

  // 填充编码
  "fill.onlyName": "“{name}”只有编码 {code}",
  "fill.underParent": "名为“{name}”的科目不止一个，在 {parent}[[ {parentName}]] 之下的是 {code}",
  "fill.sameFigure": "{table} 第 {row} 行同名、同金额，编码是 {code}",
  "fill.sameProject": "{table} 第 {row} 行也是“{name}”，编码是 {code}",
  "fill.sameElsewhere": "本工作簿中“{name}”的编码是 {code}",
  "fill.officialName": "[[{year} 年]]科目中 {code} 的名称",
  "fill.otherRow": "{table} 第 {row} 行中 {code} 的名称",
  "fill.besideCode": "本行已写明编码 {code}",
  "fill.pair": "按对照表与 {other} 对应的是 {code}[[（{kind}）]]",
  "fill.unitElsewhere": "{table} 中“{name}”的单位编码是 {code}",
  "fill.unitBeside": "“{name}”的单位编码中，{code} 与本表其他单位的编码同长",
  "fill.unitAbove": "属于上面的单位“{name}”（{code}）",
  "fill.answered": "由您选定",
  "ask.sameName": "有 {count} 个科目名为“{name}”，无法断定是哪一个",
  "ask.nearName": "没有名为“{name}”的科目，相近的有 {count} 个",
  "ask.unknownName": "科目清单中没有“{name}”",
  "ask.nameTwice": "本段有两行都是“{name}”，其中一行的名称可能写错了",
  "ask.unknownCode": "查不到编码 {code} 的名称",
  "ask.project": "从项目名称“{name}”看不出功能科目",
  "ask.unit": "别处没有能确定“{name}”单位编码的依据",
  "ask.unitOfRow": "无法断定“{name}”属于哪个单位",
  "ask.unitKind": "{name} 属于机关还是事业单位？选定后本段其余各行随之填好",
  "ask.pair": "{name} 可与 {count} 个科目对应",
  "suggest.outdatedName": "{code} 现在的名称是“{official}”",
  "suggest.nameDiffers": "{code} 的名称应为“{official}”",
  "suggest.unknownCode": "查不到编码 {code}，名为“{name}”的是 {only}",
  "fill.summary": "填 {filled} 处，待定 {asked} 处，建议 {suggested} 处",
  "fill.followed": "选定后其余 {count} 处随之填好",
  "fill.answersOfOne": "--answers 的回答是对一个文件的，填几个文件时不能用，请去掉",
  "fill.noOutput": "没有给出选项 --output，请给出；只想看要填什么，请加 --dry-run",
  "fill.badAnswers": "{file} 的内容不对，应为由回答组成的 JSON 列表，每项写明 sheet、cell、value",
  "fill.answersUnreadable": "回答文件 {file} 读不了：{why}",
  "fill.protected": "工作表“{sheet}”受保护，没有填充。请先撤销工作表保护",

  "progress.cellEdit": "有单元格正在编辑，请按回车结束编辑",
  "progress.reading": "正在读取工作簿…",
  "progress.writing": "正在写入工作簿…",
  "progress.balancing": "正在计算最少要改的数…",
  "progress.checking": "正在核对 {sheets} 张工作表…",
  "progress.reporting": "正在写校验报告…",
  "progress.marking": "正在标出有问题的单元格…",
} as const satisfies Record<string, string>;

/** Every wording has one of these keys; both languages have all of them. */
export type MessageKey = keyof typeof ZH_CN;
