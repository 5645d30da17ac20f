/** 从清单生成: what is said of a list and of the tables made from it. */
export const LISTS_ZH_CN = {
  "lists.noSet": "没有“{set}”这套表，或者这套表还不能从清单生成，请改用别的表式",
  "lists.unknownTable": "“{table}”不能从清单生成；可以生成的有：{known}",
  "lists.noList":
    "{file}：没有找到清单。清单要有表头，写明单位或项目、科目和金额；表头认不出来的，用 --map 指定各栏",
  "lists.nothingPlaced": "{file}：清单里没有一行能列入这些表，请核对各栏的对应关系",
  "lists.badMap": "{file}：对应关系的格式不对（{why}），请用 --keep-map 重新写出后再改",
  "lists.badField": "“{field}”不是可以对应的内容；可以写：{known}",
  "lists.unreadAmount": "{sheet} {cell}：“{text}”读不出金额，没有计入，请改成数字",
  "lists.unitsFilled": "{sheet} 第 {rows} 行没有写单位，按上一行的单位计入，请核对",
  "lists.unitsNumbered": "清单里没有单位编码，暂编为：{units}。请改成正式的预算单位编码",
  "lists.severalSheets": "这几张工作表都是清单，合在一起计算：{sheets}。只要其中一张的，用 --sheet 指定",
  "lists.rowTotal":
    "{sheet} 第 {row} 行：合计 {total}，各项资金相加 {parts}，差 {difference}；按各项资金计入",
  "lists.total": "{sheet} 第 {row} 行：合计 {total}，各行相加 {sum}，差 {difference}，请核对清单",
  "lists.byName.functional": "第 {rows} 行只写了功能科目名称，按名称查到编码（{count} 行），请核对",
  "lists.byName.department": "第 {rows} 行只写了部门经济分类名称，按名称查到编码（{count} 行），请核对",
  "lists.byName.government": "第 {rows} 行只写了政府经济分类名称，按名称查到编码（{count} 行），请核对",
  "lists.byName.item": "第 {rows} 行只写了采购品目名称，按名称查到编码（{count} 行），请核对",
  "lists.governmentFound":
    "第 {rows} 行没有写政府经济分类，按两套经济分类的对应关系补上（{count} 行），请核对",
  "lists.sums.words": "{sheet} 第 {rows} 行是合计或小计，没有计入",
  "lists.sums.formula": "{sheet} 第 {rows} 行是别的行相加的公式，没有计入",
  "lists.sums.figures":
    "{sheet} 第 {rows} 行等于紧接着的下级各行之和，按小计处理，没有计入；不是小计的请在清单里补全科目",
  "lists.lacks.unit": "{rows} 行没有写单位：{amount} {unit}没有列入{tables}，请在清单里补全",
  "lists.lacks.project": "{rows} 行没有写项目名称：{amount} {unit}没有列入{tables}，请在清单里补全",
  "lists.lacks.functional":
    "{rows} 行没有写功能科目，或没有写到“项”（7 位）：{amount} {unit}没有列入{tables}，请在清单里补全",
  "lists.lacks.department":
    "{rows} 行没有写部门经济分类，或没有写到“款”（5 位）：{amount} {unit}没有列入{tables}，请在清单里补全",
  "lists.lacks.category":
    "{rows} 行的部门经济分类不属于人员支出、公用经费、对个人和家庭的补助支出：{amount} {unit}没有列入{tables}，请在清单里补全",
  "lists.lacks.fund":
    "{rows} 行没有写资金性质，或写法认不出：{amount} {unit}没有列入{tables}，请在清单里补全",
  "lists.lacks.spending":
    "{rows} 行看不出是基本支出还是项目支出：{amount} {unit}没有列入{tables}，请在清单里补全",
  "lists.lacks.item":
    "{rows} 行是政府采购，但没有写品目编码：{amount} {unit}没有列入{tables}，请在清单里补全",
  "lists.lacks.service":
    "{rows} 行是政府购买服务，但没有写目录：{amount} {unit}没有列入{tables}，请在清单里补全",
  "lists.lacks.income": "{rows} 行没有写收入科目：{amount} {unit}没有列入{tables}，请在清单里补全",
  "lists.rounded":
    "{count} 笔金额换算成{unit}要舍入，已按舍位平衡处理：各表之间一分不差，每个合计都与清单舍入后相同",
  "lists.roundedMoved":
    "{count} 笔金额换算成{unit}要舍入，已按舍位平衡处理：各表之间一分不差；有 {moved} 个数与单独舍入相差 0.01",
  "lists.column": "{column} 栏  {heading}  →  {field}[[（{how}）]]",
  "lists.how.content": "按内容判断，请核对",
  "lists.how.user": "按您的指定",
  "lists.sheet": "{sheet}：{rows} 行，金额单位{unit}[[（{how}）]]",
  "lists.unit.user": "按您的指定",
  "lists.unit.figures": "清单没有写单位，按数字大小判断，请核对；不对的用 --list-unit 指定",
  "lists.table": "{table}：清单 {rows} 行，合计 {total} {unit}，清单 {listed} 元[[（{incomplete}）]]",
  "lists.incomplete": "不全，见下",
  "lists.left": "没有生成{tables}：该列入的各行都缺内容，见下；是表头没有认出来的，请用 --map 指定",
  "lists.since":
    "与上次的清单 {file} 相比：新增 {added} 行，减少 {gone} 行，改动 {changed} 行，{same} 行没有变化",
  "lists.since.total.equal": "合计没有变化：{after} 元",
  "lists.since.total.more": "合计 {before} 元 → {after} 元，增加 {difference} 元",
  "lists.since.total.less": "合计 {before} 元 → {after} 元，减少 {difference} 元",
  "lists.since.changed": "改动  {sheet} 第 {row} 行（上次第 {oldRow} 行）{what}：{changes}",
  "lists.since.added": "新增  {sheet} 第 {row} 行 {what}：{amount} 元",
  "lists.since.gone": "减少  上次 {sheet} 第 {row} 行 {what}：{amount} 元",
  "lists.figure": "{sheet} {cell} 由清单 {count} 笔相加，共 {amount} 元：",
  "lists.figure.row": "{sheet} 第 {row} 行 {what}：{amount} 元",
  "lists.badCell": "“{cell}”不是生成的表里的金额单元格，请写成 表10!C7 这样",
  "lists.made": "已从清单生成 {count} 张表：{file}",
} as const satisfies Readonly<Record<string, string>>;
