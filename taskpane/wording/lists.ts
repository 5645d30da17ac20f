import type { Words } from "./words";

/** Words of the sections 导入科目清单 and 科目字典. */
export interface ListWords {
  readonly title: string;
  readonly hint: string;
  readonly kept: string;
  readonly places: Readonly<Record<"workbook" | "user", string>>;
  readonly keptList: (title: string, kind: string, year: number | undefined, codes: number) => string;
  readonly authority: (isAuthoritative: boolean) => string;
  readonly forget: string;
  readonly forgotten: string;
  readonly exportAs: string;
  /** Where no file can be saved from the pane (Mac). */
  readonly noFiles: string;
  readonly sheet: string;
  readonly chooseSheet: string;
  readonly readSheet: string;
  readonly file: string;
  readonly kind: string;
  readonly kindAuto: string;
  readonly year: string;
  readonly yearHint: string;
  readonly authoritative: string;
  readonly columns: (code: string, name: string) => string;
  readonly compared: (title: string, edition: number) => string;
  readonly counts: (codes: number, same: number) => string;
  readonly added: (count: number) => string;
  readonly changed: (count: number) => string;
  readonly missing: (count: number) => string;
  readonly more: (count: number) => string;
  readonly skipped: (rows: string) => string;
  readonly refused: (count: number) => string;
  readonly keep: Readonly<Record<"workbook" | "user", string>>;
  readonly keptNow: Readonly<Record<"workbook" | "user", string>>;
  readonly noRoom: string;
  readonly undo: string;
  readonly undone: string;
  readonly dictionary: string;
  readonly dictionaryHint: string;
  readonly insert: string;
  readonly inserted: (sheet: string) => string;
}

export const LIST_WORDS: Words<ListWords> = {
  "zh-CN": {
    title: "导入科目清单",
    hint: "财政部门下发的当年科目清单（工作表、.xlsx、.csv、.tsv）。先看与内置目录的差别，再决定用不用。",
    kept: "正在使用的清单",
    places: { workbook: "随本工作簿", user: "我的所有工作簿" },
    keptList: (title, kind, year, codes) =>
      `${title}：${kind}${year === undefined ? "" : `，${year} 年`}，${codes} 个科目`,
    authority: (isAuthoritative) => (isAuthoritative ? "以它为准" : "只作补充"),
    forget: "停用",
    forgotten: "已停用，以后按内置目录。",
    exportAs: "导出",
    noFiles: "苹果电脑上的 Excel 不允许加载项保存文件：请用下面的“插入科目字典”，把清单插成工作表。",
    sheet: "从工作表读取",
    chooseSheet: "请选择工作表",
    readSheet: "读取",
    file: "从文件读取",
    kind: "科目类别",
    kindAuto: "按编码判断",
    year: "年度",
    yearHint: "不填则取清单标题中的年份",
    authoritative: "以这份清单为准：清单以外的编码算差错",
    columns: (code, name) => `编码在 ${code} 列，名称在 ${name} 列。`,
    compared: (title, edition) => `与内置的《${title}》（${edition} 年版）相比：`,
    counts: (codes, same) => `共 ${codes} 个科目，${same} 个相同`,
    added: (count) => `新增 ${count} 个`,
    changed: (count) => `改名 ${count} 个`,
    missing: (count) => `缺少 ${count} 个`,
    more: (count) => `另有 ${count} 个`,
    skipped: (rows) => `没有编码而略过的行：${rows}`,
    refused: (count) => `清单有 ${count} 处问题，没有导入，什么也没有改：`,
    keep: { workbook: "随本工作簿使用", user: "在我的所有工作簿使用" },
    keptNow: {
      workbook: "清单已存进本工作簿，校验和填充都用它。",
      user: "清单已保存在这台电脑上，校验和填充都用它。",
    },
    noRoom: "浏览器不允许保存这份清单，请改用“随本工作簿使用”。",
    undo: "撤销导入",
    undone: "已撤销导入。",
    dictionary: "科目字典",
    dictionaryHint: "插入一张列有全部科目的工作表，可筛选，供查找公式使用。",
    insert: "插入科目字典",
    inserted: (sheet) => `已插入工作表“${sheet}”。`,
  },
  "en-US": {
    title: "Import a list of codes",
    hint: "The year's list as the finance office hands it out (worksheet, .xlsx, .csv, .tsv). Look at the differences first.",
    kept: "Lists in use",
    places: { workbook: "this workbook", user: "all my workbooks" },
    keptList: (title, kind, year, codes) =>
      `${title}: ${kind}${year === undefined ? "" : `, ${year}`}, ${codes} codes`,
    authority: (isAuthoritative) => (isAuthoritative ? "it counts" : "supplement"),
    forget: "Stop using",
    forgotten: "No longer used; the built-in list counts.",
    exportAs: "Export",
    noFiles: "Excel on Mac lets no add-in save files: insert the list as a sheet below (code dictionary).",
    sheet: "From a worksheet",
    chooseSheet: "Choose a worksheet",
    readSheet: "Read",
    file: "From a file",
    kind: "Classification",
    kindAuto: "Told by the codes",
    year: "Year",
    yearHint: "Left blank: the year in the title",
    authoritative: "This list counts: a code that is not in it is an error",
    columns: (code, name) => `Codes in column ${code}, names in column ${name}.`,
    compared: (title, edition) => `Compared with ${title} (edition of ${edition}):`,
    counts: (codes, same) => `${codes} codes, ${same} the same`,
    added: (count) => `${count} new`,
    changed: (count) => `${count} renamed`,
    missing: (count) => `${count} missing`,
    more: (count) => `${count} more`,
    skipped: (rows) => `Rows without a code, passed over: ${rows}`,
    refused: (count) => `The list has ${count} problems. It was not imported and nothing was changed:`,
    keep: { workbook: "Use in this workbook", user: "Use in all my workbooks" },
    keptNow: {
      workbook: "The list is kept with this workbook; checks and filling go by it.",
      user: "The list is kept for you; checks and filling go by it.",
    },
    noRoom: "The browser does not let this list be kept. Use it in this workbook instead.",
    undo: "Undo the import",
    undone: "The import was taken back.",
    dictionary: "Dictionary of codes",
    dictionaryHint: "Inserts a sheet with every code of a list, with filters, for lookups of your own.",
    insert: "Insert the dictionary",
    inserted: (sheet) => `The sheet “${sheet}” was inserted.`,
  },
};
