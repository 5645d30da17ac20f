/** Sentences about acts (src/validation/acts), as an accountant would say them. */
export const ACTS_ZH_CN = {
  "act.figure": "{table} {cell} 的 {now} 看来应为 {right} {unit}[[；也可能是{or}，请一并核对]]",
  "act.totalsStale":
    "{table} {row}的{column}等 {count} 格改过，合计和别的表没有跟着改：{cell} 现为 {now}，按其余各处应为 {right} {unit}。若改得对，请把合计和别的表一起改[[；也可能是{or}，请一并核对]]",
  "act.partnersStale":
    "{table} {row}连同上级合计改过，{tables}没有跟着改：{cell} 现为 {now}，别的表为 {right} {unit}。请核对以哪个为准[[；也可能是{or}，请一并核对]]",
  "act.figureCopied":
    "{table} {row}的同一个错数抄到了 {tables}：{cell} 的 {now} 看来应为 {right} {unit}，共 {count} 格，各格都改才相符[[；也可能是{or}，请一并核对]]",
  "act.rowsExchanged":
    "{table} {row}与{other}的数填反了（{columns} 列），请对调[[；也可能是{or}，请一并核对]]",
  "act.columnCopied":
    "{table} {columns} 列整列像是贴了{otherColumn}的数，{count} 格与其他各列、各表不符[[；也可能是{or}，请一并核对]]",
  "act.totalInChild":
    "{table} {row}填的是上级{other}的数：{cell} 的 {now} 看来应为 {right} {unit}[[；也可能是{or}，请一并核对]]",
  "act.subtotalTwice":
    "{table} {row}把{other}加了两次：{cell} 的 {now} 看来应为 {right} {unit}[[；也可能是{or}，请一并核对]]",
  "act.rowDeleted":
    "{table} {row}下面少了 {rows} 行[[ {code}]][[“{name}”]]（{amounts} {unit}），可能被删掉了，请补上[[；也可能是{or}，请一并核对]]",
  "act.rowDeleted.codes":
    "{table} {row}下面没有 {code} 的行（{amounts} {unit}），可能连同上级一起被删掉了，请补上[[；也可能是{or}，请一并核对]]",
  "act.rowDuplicated":
    "{table} {row}与{other}重复，多出的一行没有计入合计，请删去一行[[；也可能是{or}，请一并核对]]",
  "act.rowDuplicated.counted":
    "{table} {row}与{other}重复，两行都计入了合计，请核对后删去一行[[；也可能是{or}，请一并核对]]",
  "act.rowExtra.counted":
    "{table} {row}计入了合计，去掉它才与别的表相符，可能是多出来的一行，请核对后删去[[；也可能是{or}，请一并核对]]",
  "act.rowExtra":
    "{table} {row}没有计入合计，别的表也没有，可能是多出来的一行，请核对后删去[[；也可能是{or}，请一并核对]]",
  "act.rowLeftOver":
    "{table} {row}是隐藏行，没有计入合计，别的表也没有，可能是以前留下的，请核对后删去[[；也可能是{or}，请一并核对]]",
  "act.codeWrong":
    "{table} {row}的编码疑为 {code}[[“{name}”]]之误：改用这个编码，各处即全部相符[[；也可能是{or}，请一并核对]]",
  "act.rowMoved":
    "{table} {row}疑应列在{other}之下：移过去，两处的合计即都相符[[；也可能是{or}，请一并核对]]",
  "act.sumMisses":
    "{table} {row}没有加进 {totals}：这 {count} 格合计漏了这一行，请补上[[；也可能是{or}，请一并核对]]",
  "act.tableOld":
    "{table}自身相符，与{tables}却有 {relations} 处不符，可能不是同一稿：请核对哪一张是最新的[[；也可能是{or}，请一并核对]]",
  "act.block.down":
    "{table} 第 {from} 至 {to} 行 {columns} 列的数疑为整块往下错了 {by} 行，请移回原位[[；也可能是{or}，请一并核对]]",
  "act.block.up":
    "{table} 第 {from} 至 {to} 行 {columns} 列的数疑为整块往上错了 {by} 行，请移回原位[[；也可能是{or}，请一并核对]]",
  "act.block.right":
    "{table} 第 {from} 至 {to} 行 {columns} 列的数疑为整块往右错了 {by} 列，请移回原位[[；也可能是{or}，请一并核对]]",
  "act.block.left":
    "{table} 第 {from} 至 {to} 行 {columns} 列的数疑为整块往左错了 {by} 列，请移回原位[[；也可能是{or}，请一并核对]]",
  "act.textFigure":
    "{table} {cell} 的 {now} 存成了文本，求和公式漏加了它，请改为数字[[；也可能是{or}，请一并核对]]",
  "mend.cells": "{sheet} {cell} 等 {count} 格一并改正",
  "suspect.act": "按这一处理，这一格应是这个数",
} as const satisfies Record<string, string>;
