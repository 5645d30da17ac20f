import type { Words } from "./words";

/** Words of 公开版. */
export interface PublishWords {
  readonly title: string;
  readonly hint: string;
  readonly make: string;
  /** What was made, for the status line. */
  readonly made: (tables: number, pages: number) => string;
  readonly nothing: string;
  /** Where no file can be saved from the pane (Mac). */
  readonly noFiles: string;
  /** The file made of a workbook of this name, without its ending. */
  readonly fileName: (workbook: string) => string;
}

export const PUBLISH_WORDS: Words<PublishWords> = {
  "zh-CN": {
    title: "公开版",
    hint: "另存一份只有数值的工作簿：封面、目录、各表连续页码，按宽度用 A4 或 A3。公式、底色、标记、批注、备用行和隐藏内容都不带，本工作簿不动。",
    make: "另存公开版",
    made: (tables, pages) => `公开版已另存：${tables} 张表，共 ${pages} 页。`,
    nothing: "没有认出可以公开的表。",
    noFiles: "苹果电脑上的 Excel 不允许加载项保存文件。请在浏览器工作台里打开本工作簿，再另存公开版。",
    fileName: (workbook) => `${workbook}（公开版）.xlsx`,
  },
  "en-US": {
    title: "Public version",
    hint: "Saves a workbook of values only: title page, directory, pages numbered through all tables, on A4 or A3 by width. Formulas, fills, marks, notes, spare rows and anything hidden stay behind; this workbook is not changed.",
    make: "Save public version",
    made: (tables, pages) => `Public version saved: ${tables} tables on ${pages} pages.`,
    nothing: "No table was recognised that could be published.",
    noFiles:
      "Excel on Mac lets no add-in save files. Open this workbook in the workbench in a browser and save the public version there.",
    fileName: (workbook) => `${workbook} (public).xlsx`,
  },
};
