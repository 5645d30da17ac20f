import type { Words } from "../wording/words";

/** One rule as the help page explains it. */
export interface RuleHelp {
  /** Rule id as findings carry it; "T*" stands for every relation inside a table, "X01" for one between tables. */
  readonly rule: string;
  readonly title: string;
  readonly text: string;
  readonly example: string;
}

const rule = (id: string, title: string, text: string, example: string): RuleHelp => ({
  rule: id,
  title,
  text,
  example,
});

/** Every rule that a check may report, in the order of the help page. A test compares the list with the rules there are. */
export const RULES: Words<readonly RuleHelp[]> = {
  "zh-CN": [
    rule(
      "T*",
      "表内勾稽",
      "合计等于各部分之和，上级科目等于下级科目之和。",
      "表6：总计 1,890.17 ＝ 基本支出 725.78 ＋ 项目支出 1,164.39。",
    ),
    rule(
      "X01",
      "表1 与表2：收入",
      "收支总表的各项收入等于收入总表的相应来源。",
      "表1 收入总计 31,600.01，表2 总计也应为 31,600.01。",
    ),
    rule(
      "X02",
      "表1 与表3：支出",
      "收支总表的各类支出等于支出总表该类的基本、项目、经营支出之和。",
      "表1 一般公共服务支出，等于表3 的 201 类。",
    ),
    rule(
      "X03",
      "表4 与表1：财政拨款",
      "财政拨款收支总表的三本预算等于收支总表的相应行。",
      "表4 一般公共预算等于表1 一般公共预算。",
    ),
    rule(
      "X04",
      "表4 与表6、表7",
      "财政拨款各类支出等于一般公共预算与政府性基金预算该类支出之和。",
      "表4 201 类 ＝ 表6 201 类 ＋ 表7 201 类。",
    ),
    rule(
      "X05",
      "表3 不小于表6、表7",
      "全部资金的支出不小于其中财政拨款的支出。",
      "表3 某科目 100.00，表6 同一科目不能是 120.00。",
    ),
    rule(
      "X06",
      "基本支出与表8",
      "表3、表6、表7 的基本支出等于表8 的相应资金。",
      "表6 基本支出合计等于表8 一般公共预算列。",
    ),
    rule(
      "X07",
      "表6、表8 与表9",
      "基本支出等于按经济分类的合计，三大类等于表9 的相应组。",
      "表8 工资福利支出等于表9 301 类。",
    ),
    rule(
      "X08",
      "项目支出与表10",
      "表3、表6、表7 的项目支出等于表10 的合计。",
      "表6 项目支出合计等于表10 一般公共预算列。",
    ),
    rule(
      "X09",
      "项目与科目",
      "一个科目的项目支出等于表10 中该科目各项目之和。",
      "表6 2010399 的项目支出等于表10 这一科目的项目合计。",
    ),
    rule("X10", "三公经费", "表12 的三公经费不小于表9 相应的基本支出。", "公务接待费不小于表9 的 30217。"),
    rule("X11", "政府采购", "采购金额不超过所属项目或单位的预算。", "项目预算 50.00，采购不能是 60.00。"),
    rule(
      "X12",
      "政府购买服务",
      "购买服务金额不超过所属项目的预算。",
      "项目预算 50.00，购买服务不能是 60.00。",
    ),
    rule(
      "X13",
      "表2 按科目",
      "收入总表各科目的财政拨款等于支出各表的相应科目。",
      "表2 2010301 等于表3、表6、表7 的 2010301。",
    ),
    rule("X14", "预算单位", "各表的单位编码和名称一致，该有的单位都有。", "表8 有“区档案馆”，表5 没有。"),
    rule(
      "rounding",
      "尾差",
      "各数四舍五入后相加，最后一位可能差一点，不算差错。",
      "33.33 ＋ 33.33 ＋ 33.33 ＝ 99.99，合计印 100.00。",
    ),
    rule(
      "joint",
      "合起来不成立",
      "几条勾稽单看都在尾差范围内，合在一起却不可能同时成立，其中必有一个数不对。",
      "三条关系各差 0.01，同一个数要同时大一些又小一些。",
    ),
    rule(
      "figure.copied",
      "错数抄了几处",
      "同一个错数抄在几格里，应为同一个数，只报一条，列出各格，采用建议时一并改。",
      "支出决算表的 212、21201 都写 1,066.51，应为 10,661.51。",
    ),
    rule(
      "block.shifted",
      "整块错行错栏",
      "一整块数都挪了一行或一栏，只报一条，说明往哪里移。",
      "表6 基本支出从第 11 行起都低了一行。",
    ),
    rule(
      "block.unit",
      "单位写错",
      "整张表的数与写的单位不符，按另一个单位算就都对得上。",
      "表8 写“单位：元”，数却是万元。",
    ),
    rule(
      "rows.missing",
      "缺行",
      "别的表有这个科目或单位，本表也应列出。",
      "表10 有 2240101 的项目，表2 没有这一行。",
    ),
    rule(
      "rows.unread",
      "读不懂的行",
      "在表里但认不出是什么的行，不参与核对。",
      "编码和名称都空白，只有金额。",
    ),
    rule(
      "table.twice",
      "同一张表有两份",
      "不知道以哪份为准，表间关系无法核对。",
      "“表6”和“表6（旧）”都是同一张表：请删除或改名一份。",
    ),
    rule("code.unknown", "没有这个编码", "当年的科目表里查不到。", "2010309 在 2020 年科目中没有。"),
    rule(
      "code.name",
      "名称与编码不符",
      "编码是对的，名称不是官方名称。",
      "2010301 应为“行政运行”，写成“行政运行费”。",
    ),
    rule(
      "code.outdated",
      "旧名称",
      "名称是以前年度的，或科目已取消。",
      "类、款、项改过名，请改用当年的名称。",
    ),
    rule(
      "code.mismatch",
      "方括号里的编码不同",
      "项目编码与同一行的科目编码不一致。",
      "[30201]办公费，同行编码却是 30202。",
    ),
    rule("code.duplicate", "编码重复", "同一上级下同一编码出现两次。", "两行都是 2010301：请合并。"),
    rule(
      "code.pair",
      "经济分类不对应",
      "部门预算与政府预算经济分类不能这样搭配。",
      "30101 基本工资应对应 50101 工资奖金津补贴。",
    ),
    rule(
      "heading.swapped",
      "栏目名颠倒",
      "编码栏里是名称，名称栏里是编码。",
      "“科目编码”下面写着“行政运行”。",
    ),
    rule(
      "cell.error",
      "公式出错",
      "单元格是 #REF!、#DIV/0! 等错误值，或还没有计算。",
      "删除了被引用的行，合计变成 #REF!。",
    ),
    rule(
      "cell.text-number",
      "文本形式的数字",
      "看起来是数，Excel 求和时却不算它。",
      "单元格左上角有绿色三角的 725.78。",
    ),
    rule(
      "cell.number-code",
      "数字形式的编码",
      "编码应为文本，否则前面的 0 会丢。",
      "单位编码 001001 变成 1001。",
    ),
    rule("cell.not-amount", "不是金额", "金额栏里写了别的内容，所在关系无法判断。", "金额栏写着“约20”。"),
    rule("rules.unread", "自定义勾稽写错", "自定义的勾稽关系有一条读不懂。", "少了等号，或表名写错。"),
  ],
  "en-US": [
    rule(
      "T*",
      "Within a table",
      "Totals equal their parts; a code equals the codes below it.",
      "Table 6: 1,890.17 = 725.78 + 1,164.39.",
    ),
    rule(
      "X01",
      "Tables 1 and 2: income",
      "Each income line of the statement equals its source in the income table.",
      "Total income 31,600.01 in both.",
    ),
    rule(
      "X02",
      "Tables 1 and 3: expenditure",
      "Each class of the statement equals that class in the expenditure table.",
      "Class 201 in both.",
    ),
    rule(
      "X03",
      "Tables 4 and 1: appropriation",
      "The three funds are the same in both statements.",
      "General public budget in both.",
    ),
    rule(
      "X04",
      "Table 4 with 6 and 7",
      "A class equals its sum over the general and the fund budget.",
      "201 = 201 of table 6 + 201 of table 7.",
    ),
    rule(
      "X05",
      "Table 3 at least 6 and 7",
      "All money is no less than the appropriation in it.",
      "100.00 in table 3, so not 120.00 in table 6.",
    ),
    rule(
      "X06",
      "Basic expenditure and table 8",
      "Basic expenditure of tables 3, 6, 7 equals table 8 by fund.",
      "Totals of tables 6 and 8.",
    ),
    rule(
      "X07",
      "Tables 6 and 8 with 9",
      "Basic expenditure equals its economic classification.",
      "Wages of table 8 = 301 of table 9.",
    ),
    rule(
      "X08",
      "Projects and table 10",
      "Project expenditure equals the total of table 10.",
      "Totals of tables 6 and 10.",
    ),
    rule(
      "X09",
      "Projects by code",
      "A code's project expenditure equals its projects.",
      "2010399 in tables 6 and 10.",
    ),
    rule(
      "X10",
      "Three public expenses",
      "Table 12 is no less than the matching items of table 9.",
      "Reception at least 30217.",
    ),
    rule(
      "X11",
      "Procurement",
      "Procurement stays within its project or unit.",
      "Budget 50.00, so not 60.00.",
    ),
    rule("X12", "Purchased services", "Services stay within their project.", "Budget 50.00, so not 60.00."),
    rule(
      "X13",
      "Table 2 by code",
      "Each code's appropriation equals the expenditure tables.",
      "2010301 in tables 2, 3, 6 and 7.",
    ),
    rule(
      "X14",
      "Budget units",
      "Unit codes and names agree, and no unit is left out.",
      "A unit in table 8 that table 5 lacks.",
    ),
    rule(
      "rounding",
      "Rounding",
      "Rounded figures may miss their total in the last digit. No error.",
      "33.33 + 33.33 + 33.33 = 99.99, total 100.00.",
    ),
    rule(
      "joint",
      "Not together",
      "Several relations hold within rounding one by one, but cannot all be true together: one figure is wrong.",
      "Three relations are off by 0.01 each, and one figure would have to be both larger and smaller.",
    ),
    rule(
      "figure.copied",
      "Wrong figure copied",
      "The same wrong figure stands in several cells where one other would be right; told once, mended in all of them.",
      "212 and 21201 both say 1,066.51 in two tables and should say 10,661.51.",
    ),
    rule(
      "block.shifted",
      "Block out of place",
      "A whole block of figures stands one row or column off; told once, with the way back.",
      "The basic expenditure of one table is a row too low from row 11 on.",
    ),
    rule(
      "block.unit",
      "Wrong unit",
      "The figures of a whole table are in another unit than it says; read in that one they agree.",
      "A table says yuan, but its figures are in ten thousands.",
    ),
    rule(
      "rows.missing",
      "Missing row",
      "Another table has this code or unit, so this one should list it.",
      "2240101 in table 10 but not in table 2.",
    ),
    rule(
      "rows.unread",
      "Row not understood",
      "A row that is in the table but cannot be told; it is not checked.",
      "An amount without code and name.",
    ),
    rule(
      "table.twice",
      "Table found twice",
      "Which one counts is not known, so relations between tables cannot be told.",
      "A sheet and its old copy: delete or rename one.",
    ),
    rule("code.unknown", "No such code", "The list of that year does not have it.", "2010309 in 2020."),
    rule(
      "code.name",
      "Name differs",
      "The code is right, the name is not the official one.",
      "2010301 under another name.",
    ),
    rule(
      "code.outdated",
      "Former name",
      "The name is of an earlier year, or the code is gone.",
      "Use the name of the year.",
    ),
    rule(
      "code.mismatch",
      "Codes differ",
      "The code in brackets is not the one in the code cell.",
      "[30201] beside 30202.",
    ),
    rule(
      "code.duplicate",
      "Code twice",
      "The same code stands twice under one parent.",
      "Two rows 2010301: merge them.",
    ),
    rule(
      "code.pair",
      "Economic codes do not match",
      "The two economic classifications do not go together.",
      "30101 belongs with 50101.",
    ),
    rule(
      "heading.swapped",
      "Headings swapped",
      "Names stand under the heading of codes.",
      "A name in the code column.",
    ),
    rule(
      "cell.error",
      "Formula error",
      "The cell is #REF!, #DIV/0! and the like, or not calculated.",
      "A row in use was deleted.",
    ),
    rule(
      "cell.text-number",
      "Number as text",
      "It looks like a number, but SUM passes over it.",
      "725.78 with a green corner.",
    ),
    rule(
      "cell.number-code",
      "Code as number",
      "A code must be text, or leading zeros are lost.",
      "001001 becomes 1001.",
    ),
    rule(
      "cell.not-amount",
      "No amount",
      "The cell holds something else, so its relations cannot be told.",
      "“about 20”.",
    ),
    rule(
      "rules.unread",
      "Own rule not understood",
      "One of your own relations cannot be read.",
      "No equals sign, or a wrong table.",
    ),
  ],
};
