import type { Locale } from "../../src/messages/describe";

/** What one can do beside checking: its name, what it is for and how it goes on, where it is. */
export interface Topic {
  readonly id: "acts" | "undo" | "compare" | "units" | "complete" | "publish" | "list" | "learn" | "office";
  readonly title: string;
  readonly text: string;
  readonly where: string;
}

/** Loaded when the help is opened. */
export const TOPICS: Readonly<Record<Locale, readonly Topic[]>> = {
  "zh-CN": [
    {
      id: "acts",
      title: "一次操作只报一条",
      text: "删了一行、抄错一列、改了明细没改合计，会使许多关系不符；它们合成一条，说出做了什么。点开能看到全部不符的关系，还说得通的解释也列在里面。",
      where: "窗格“校验”，点开一条结果",
    },
    {
      id: "undo",
      title: "撤销",
      text: "本工具每次改动都记着，一步一步撤销；您在那之后改过的格，先问再改回。做到一半失败的，也在这里恢复原样。",
      where: "窗格上方的“撤销”",
    },
    {
      id: "compare",
      title: "上年对比",
      text: "选去年的工作簿，按编码和意思逐项比；增减大的、新增的列出来写原因。加入对比表后，原因写在表上，随工作簿保存。",
      where: "窗格“说明”；命令行 gouji compare",
    },
    {
      id: "units",
      title: "单位汇总",
      text: "选所属各单位的工作簿，核对部门的数是不是各单位之和；不是的，说是哪个单位、哪一行、差多少。",
      where: "窗格“说明”；命令行 gouji units，由各单位生成部门的表用 gouji consolidate",
    },
    {
      id: "complete",
      title: "公开检查",
      text: "逐项检查应公开的内容是否齐全：有没有这张表、空表有没有说明、说明里应写的写了没有，每项都列明依据。",
      where: "窗格“说明”；命令行 gouji complete",
    },
    {
      id: "publish",
      title: "公开版",
      text: "另存一份只有数值的工作簿：带封面、目录和页码，没有公式、批注、隐藏的行列和作者姓名。原来的工作簿不动。",
      where: "窗格“表格”；命令行 gouji publish",
    },
    {
      id: "list",
      title: "从清单生成",
      text: "把预算管理一体化平台导出的项目清单汇总，填列各张表；栏目按意思认，认得不对可以改。",
      where: "窗格“表格”；命令行 gouji from-list",
    },
    {
      id: "learn",
      title: "本单位自己的表",
      text: "标准表以外的表，从表头推断勾稽关系，再用表里的数验证。存成表样以后，打开就认得，按确定的关系校验。",
      where: "窗格“表格”；命令行 gouji learn",
    },
    {
      id: "office",
      title: "全单位的规定",
      text: "管理员可以把本单位的表样、勾稽关系、科目清单放在网站上，各人打开就用上。用上了哪些，列在“设置”里。",
      where: "窗格“设置”；命令行 gouji defaults",
    },
  ],
  "en-US": [
    {
      id: "acts",
      title: "One act, one finding",
      text: "A row deleted, a column pasted wrong, parts changed without their total make many relations fail. They are told as one finding that says what was done; opened, it lists the relations and the other explanations.",
      where: "Check, open a finding",
    },
    {
      id: "undo",
      title: "Undo",
      text: "Every change by this add-in is noted and taken back step by step. Cells that you have changed since are asked about first. What failed half-way is set back from here, too.",
      where: "Undo at the head of the pane",
    },
    {
      id: "compare",
      title: "Against last year",
      text: "Choose last year's workbook: items are matched by code and meaning, and large changes and new items are listed for a reason. Reasons typed on the sheet of changes stay with the workbook.",
      where: "Notes; gouji compare on the command line",
    },
    {
      id: "units",
      title: "Sum of the units",
      text: "Choose the units' workbooks: whether the department's figures are their sums, and if not, of which unit and row and by how much.",
      where: "Notes; gouji units, and gouji consolidate to make the department's tables",
    },
    {
      id: "complete",
      title: "Ready to be published",
      text: "Point by point whether all is there that has to be published, each with its basis: tables, notes of empty tables, sections of the explanation.",
      where: "Notes; gouji complete on the command line",
    },
    {
      id: "publish",
      title: "Public version",
      text: "A copy with values only, title page, directory and page numbers, without formulas, notes, hidden rows and names of authors. The workbook itself stays as it is.",
      where: "Tables; gouji publish on the command line",
    },
    {
      id: "list",
      title: "From a list of projects",
      text: "Sums up the list that the budget platform exports and fills the tables. Columns are told by their meaning and can be corrected.",
      where: "Tables; gouji from-list on the command line",
    },
    {
      id: "learn",
      title: "Tables of your own",
      text: "Tables that no set has are read by their structure; relations come from the headings and are confirmed by the figures. Kept as a set, they are known by name from then on.",
      where: "Tables; gouji learn on the command line",
    },
    {
      id: "office",
      title: "Laid down for the whole office",
      text: "An administrator can put the office's tables, relations and code lists on the web server for everyone. Settings lists what is used.",
      where: "Settings; gouji defaults on the command line",
    },
  ],
};
