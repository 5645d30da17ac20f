import type { Words } from "./words";

/** Words of 学习表样: tables of the office's own, learned, kept and shared. */
export interface LearnWords {
  readonly title: string;
  readonly hint: string;
  readonly look: string;
  readonly nothing: string;
  readonly setName: string;
  readonly table: (title: string, sheet: string) => string;
  readonly tableTitle: string;
  readonly columns: string;
  readonly rows: string;
  readonly relations: string;
  readonly between: string;
  /** How far the figures bear a relation out. */
  readonly borne: (held: number, of: number) => string;
  readonly own: string;
  readonly ownHint: string;
  readonly ownWrong: (text: string) => string;
  readonly keep: string;
  readonly save: string;
  readonly kept: (tables: number, relations: number) => string;
  readonly userAlso: string;
  readonly sets: string;
  readonly set: (name: string, tables: number) => string;
  readonly inWorkbook: string;
  readonly brought: string;
  readonly use: string;
  readonly forget: string;
  readonly forgotten: string;
  readonly open: string;
  readonly used: (name: string) => string;
  readonly noRoom: string;
  /** A column in a row of a relation that goes over rows; and what lies under a row. */
  readonly below: string;
  readonly byCode: string;
}

export const LEARN_WORDS: Words<LearnWords> = {
  "zh-CN": {
    title: "本单位的表样",
    hint: "标准表以外的表，可以从现有的表学习：栏目、行和勾稽关系由表头和数字推断，去掉不要的再保存。以后在别的工作簿里也认得、能插入、能校验。",
    look: "看有哪些表可学",
    nothing: "没有可以学习的表：各工作表或者已有表样，或者看不出是表。",
    setName: "表样的名称",
    table: (title, sheet) => `${title}（工作表“${sheet}”）`,
    tableTitle: "表名",
    columns: "栏目",
    rows: "行",
    relations: "勾稽关系",
    between: "表间关系",
    borne: (held, of) => (of === 0 ? "没有数可以验证" : `${of} 处中 ${held} 处成立`),
    own: "另加勾稽关系",
    ownHint: "每行一条，如 C3 = C4 + C5；C 后是第几栏",
    ownWrong: (text) => `看不懂“${text}”`,
    keep: "保存表样",
    save: "存为文件",
    kept: (tables, relations) =>
      `已保存 ${tables} 张表、${relations} 条关系，在这台电脑上打开的工作簿都认得。`,
    userAlso: "随工作簿保存，别人打开也认得",
    sets: "正在使用的表样",
    set: (name, tables) => `${name}：${tables} 张表`,
    inWorkbook: "存在本工作簿里",
    brought: "存在这台电脑上，或由单位统一配置",
    use: "存进本工作簿",
    forget: "不再使用",
    forgotten: "已不再使用；用它做的表仍在。",
    open: "打开表样文件",
    used: (name) => `已使用“${name}”。`,
    noRoom: "浏览器不允许在这台电脑上保存，只存进了本工作簿。",
    below: "其下各行之和",
    byCode: "（按编码逐行）",
  },
  "en-US": {
    title: "Tables of your own",
    hint: "A table that no standard set has can be learned from one that is there: its columns, rows and relations are told from headings and figures. Strike out what you do not want, and keep it. Other workbooks will know it, too; it can be inserted and is checked.",
    look: "See which tables can be learned",
    nothing: "There is nothing to learn: each sheet is known already, or does not look like a table.",
    setName: "Name of the set",
    table: (title, sheet) => `${title} (sheet “${sheet}”)`,
    tableTitle: "Title",
    columns: "Columns",
    rows: "Rows",
    relations: "Relations",
    between: "Relations between tables",
    borne: (held, of) => (of === 0 ? "no figure tells" : `holds in ${held} of ${of} places`),
    own: "Further relations",
    ownHint: "One a line, such as C3 = C4 + C5; C and the number of the column",
    ownWrong: (text) => `“${text}” cannot be read`,
    keep: "Keep",
    save: "Save as a file",
    kept: (tables, relations) =>
      `Kept ${tables} tables and ${relations} relations; every workbook opened on this computer will know them.`,
    userAlso: "Keep with the workbook, so that others know it, too",
    sets: "Sets in use",
    set: (name, tables) => `${name}: ${tables} tables`,
    inWorkbook: "kept with this workbook",
    brought: "kept on this computer, or provided by the office",
    use: "Keep with this workbook",
    forget: "Stop using",
    forgotten: "No longer used; tables made of it stay.",
    open: "Open a file",
    used: (name) => `“${name}” is used now.`,
    noRoom: "The browser does not let it be kept on this computer; it was kept with this workbook only.",
    below: "the sum of the rows below",
    byCode: " (by code)",
  },
};
