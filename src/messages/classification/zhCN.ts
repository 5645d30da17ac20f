/** Wording in Chinese of what is said of codes and of the lists they stand in. */
export const CODES_ZH_CN = {
  "code.unknown": "{table} {cell}：[[{year} 年]]{system}中没有编码 {code}，请核对[[，是否为 {suggestions}]]",
  "code.notInList": "{table} {cell}：导入的目录“{list}”中没有编码 {code}，请核对[[，是否为 {suggestions}]]",
  "code.name":
    "{table} {cell}：{code} 写作“{name}”，[[{year} 年]]{system}的名称是“{official}”[[（{seen} 年公开的预算、决算也这样写）]]",
  "code.outdated": "{table} {cell}：{code}“{name}”是 {lastYear} 年的名称，{year} 年{system}改为“{official}”",
  "code.removed":
    "{table} {cell}：编码 {code} 用到 {lastYear} 年为止，{year} 年{system}已经取消[[，改用 {movedTo}]]",
  "code.unknownSince":
    "{table} {cell}：{edition} 年{system}及此后公开的预算、决算中没有编码 {code}，请核对[[，是否为 {suggestions}]]",
  "code.unknownLikely":
    "{table} {cell}：现有的{system}清单中没有编码 {code}，{year} 年有没有还不能断定，请核对[[，是否为 {suggestions}]]",
  "code.nameLikely":
    "{table} {cell}：{code} 写作“{name}”，现有的{system}清单中名称是“{official}”，{year} 年是否如此还不能断定，请核对",
  "code.outdatedLikely":
    "{table} {cell}：{code}“{name}”是 {lastYear} 年的名称，此后可能改为“{official}”，请核对 {year} 年{system}",
  "code.removedLikely":
    "{table} {cell}：编码 {code} 用到 {lastYear} 年，此后可能不再使用[[，改用 {movedTo}]]，请核对 {year} 年{system}",
  "code.twoNames":
    "{table} {cell}：编码 {code} 写作“{name}”，{otherTable} {otherCell} 写作“{otherName}”，两处应当一致",
  "code.twoCodes":
    "{table} {cell}：“{name}”的编码是 {code}，{otherTable} {otherCell} 是 {otherCode}，同一名称应当是同一编码",
  "code.mismatch": "{table} {cell}：编码是 {code}，而 {otherCell} 写的是 [{otherCode}]，两处应当一致",
  "code.duplicate": "{table} {cell}：编码 {code} 与 {otherCell} 重复，请合并或改正",
  "code.pair": "{table} {cell}：部门预算经济分类 {department} 不对应政府预算经济分类 {government}，请核对",
  "codes.incomplete":
    "{year} 年没有完整的科目清单：[[支出功能分类按 {functional} 年清单、]][[支出经济分类按 {economic} 年清单、]][[政府采购品目按 {procurement} 年目录、]]参照其他年度公开的预算和决算核对，拿不准的只作提示。请导入当年科目清单（窗格“编码”下的“导入科目清单”，命令行用 --codes），导入后以它为准",
  "codes.unloaded": "“{list}”没有载入，本次没有核对这类编码；请检查网络或加载项的服务器后再校验",
  "codes.none": "没有找到与“{query}”相符的科目，请少输几个字，或改用编码、拼音首字母",
  "codes.list": "{list}（{edition} 年版）",
  "codes.provenance": "依据：{sources}[[；{sure}]]",
  "codes.evidence.seed": "真实部门预算",
  "codes.evidence.document": "公开的预算或官方说明",
  "codes.evidence.dataset": "官方目录",
  "codes.evidence.recall": "未与官方原件核对",
  "codes.evidence.import": "您导入的清单，以它为准",
  "codes.evidence.importSupplement": "您导入的补充清单",
  "codes.confidence.high": "可信度高",
  "codes.confidence.medium": "可信度中",
  "codes.confidence.low": "可信度低，请核对",
  "codes.formerName": "“{name}”是 {lastYear} 年及以前的名称",
  "codes.laterName": "[[{firstYear} 年起]]也写作“{name}”",
  "codes.nameSince": "{firstYear} 年起用这个名称",
  "codes.removedAfter": "这个编码用到 {lastYear} 年[[，以后改用 {movedTo}]]",
} as const satisfies Record<string, string>;
