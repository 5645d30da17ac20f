/** What the page around grid and pane says. */
export interface PageWords {
  readonly title: string;
  readonly hint: string;
  readonly create: string;
  readonly open: string;
  readonly save: string;
  readonly edited: string;
  readonly newName: string;
  copyName(name: string): string;
  askLeave(name: string): string;
  readonly saveFirst: string;
  readonly leave: string;
  readonly stay: string;
  /** `at` is day and time as the browser writes them. */
  left(name: string, at: string): string;
  readonly restore: string;
  readonly discard: string;
  readonly savingLater: string;
  readonly typedInVain: string;
  readonly saved: string;
  notInCopy(parts: string): string;
  notShown(parts: string): string;
  opening(name: string): string;
  notOpened(name: string, reason: string): string;
  /** What can be done with a sheet by its tab, and what is asked before it is gone. */
  readonly sheet: {
    readonly insert: string;
    readonly rename: string;
    readonly name: string;
    /** Of a name that was typed and cannot be. */
    taken(name: string): string;
    invalid(name: string): string;
    readonly remove: string;
    askRemove(name: string): string;
  };
  /** Of a sheet, how many cells are marked as errors and as warnings. */
  marks(errors: number, warnings: number): string;
  /** What the parts of the page are called to screen readers, by their ids. */
  readonly parts: Readonly<Record<"ribbon" | "grid" | "selected" | "tabs" | "pane" | "closePane", string>>;
  /** Of a cell whose formula takes a function of the add-in. */
  readonly ownFunctions: string;
  readonly blank: string;
  readonly colon: string;
  /** What can be begun with. */
  readonly start: {
    readonly text: string;
    readonly open: string;
    readonly make: string;
    readonly example: string;
  };
}

export const PAGE_WORDS: Readonly<Record<"zh-CN" | "en-US", PageWords>> = {
  "zh-CN": {
    title: "勾稽工作台",
    hint: "可把 .xlsx、.xls 文件拖到本页；文件不离开这台电脑",
    create: "新建",
    open: "打开…",
    save: "另存副本",
    edited: "有改动未另存",
    newName: "新建工作簿.xlsx",
    copyName: (name) => name.replace(/(\.(xlsx|xls|et))?$/i, "（副本）.xlsx"),
    askLeave: (name) => `“${name}”有改动还没有另存。`,
    saveFirst: "先另存副本",
    leave: "不另存，继续",
    stay: "取消",
    left: (name, at) => `“${name}”上次有改动没有另存，本浏览器留有 ${at} 的自动副本。`,
    restore: "恢复",
    discard: "不恢复，删除副本",
    savingLater: "勾稽正在写入工作簿，写完后自动另存副本。",
    typedInVain: "命令还在执行，刚才键入的没有收下，请等它做完再录入。",
    saved: "已另存副本。",
    notInCopy: (parts) => `副本里没有：${parts}。`,
    notShown: (parts) => `表格区不显示：${parts}。另存副本时原样保留。`,
    opening: (name) => `正在打开“${name}”…`,
    notOpened: (name, reason) => `没有打开“${name}”：${reason}。`,
    sheet: {
      insert: "插入工作表",
      rename: "重命名",
      name: "工作表名称",
      taken: (name) => `没有改名：已有名为“${name}”的工作表，请换一个名称。`,
      invalid: (name) =>
        `没有改名：“${name}”不能作工作表名。名称不能为空，不超过 31 个字，不含 : \\ / ? * [ ]，首尾不用单引号。`,
      remove: "删除",
      askRemove: (name) => `删除工作表“${name}”？其他工作表引用它的公式会变成 #REF!。`,
    },
    marks: (errors, warnings) =>
      [errors > 0 ? `${errors} 处差错` : "", warnings > 0 ? `${warnings} 处提醒` : ""]
        .filter(Boolean)
        .join("，"),
    parts: {
      ribbon: "功能区",
      grid: "工作表",
      selected: "选中的单元格",
      tabs: "工作表标签",
      pane: "任务窗格",
      closePane: "关闭窗格",
    },
    ownFunctions: "GOUJI 函数（如 GOUJI.NAME）在 Excel 里计算，工作台不计算，显示 #NAME?；公式照样存入副本。",
    blank: "空",
    colon: "：",
    start: {
      text: "下面打开的是一份公开的部门预算，供试用。您要做什么？",
      open: "打开自己的表",
      make: "新建 14 张表",
      example: "看示例",
    },
  },
  "en-US": {
    title: "Gouji Workbench",
    hint: "Drop an .xlsx file on this page; files never leave this computer",
    create: "New",
    open: "Open…",
    save: "Save a Copy",
    edited: "edits not saved",
    newName: "New workbook.xlsx",
    copyName: (name) => name.replace(/(\.(xlsx|xls|et))?$/i, " (copy).xlsx"),
    askLeave: (name) => `“${name}” has edits that are not saved.`,
    saveFirst: "Save a Copy First",
    leave: "Go On Without Saving",
    stay: "Cancel",
    left: (name, at) =>
      `“${name}” had edits that were not saved; this browser has an automatic copy of ${at}.`,
    restore: "Restore",
    discard: "Discard",
    savingLater: "Gouji is writing to the workbook; the copy is saved as soon as it has finished.",
    typedInVain: "A command was still running, so what you typed was not taken; please type it again.",
    saved: "A copy has been saved.",
    notInCopy: (parts) => `Not in the copy: ${parts}.`,
    notShown: (parts) => `The grid does not show: ${parts}. A saved copy keeps them as they are.`,
    opening: (name) => `Opening “${name}”…`,
    notOpened: (name, reason) => `“${name}” was not opened: ${reason}.`,
    sheet: {
      insert: "Insert Sheet",
      rename: "Rename",
      name: "Name of the sheet",
      taken: (name) => `Not renamed: there is a sheet “${name}” already.`,
      invalid: (name) =>
        `Not renamed: “${name}” cannot be the name of a sheet. A name has 1 to 31 characters, none of : \\ / ? * [ ], and no single quotation mark at its ends.`,
      remove: "Delete",
      askRemove: (name) => `Delete sheet “${name}”? Formulas of other sheets that refer to it become #REF!.`,
    },
    marks: (errors, warnings) =>
      [
        errors > 0 ? `${errors} ${errors === 1 ? "error" : "errors"}` : "",
        warnings > 0 ? `${warnings} ${warnings === 1 ? "warning" : "warnings"}` : "",
      ]
        .filter(Boolean)
        .join(", "),
    parts: {
      ribbon: "Ribbon",
      grid: "Sheet",
      selected: "Selected cell",
      tabs: "Sheet tabs",
      pane: "Task pane",
      closePane: "Close the pane",
    },
    ownFunctions:
      "GOUJI functions such as GOUJI.NAME are worked out in Excel; the workbench shows #NAME? and keeps the formula in copies.",
    blank: "blank",
    colon: ": ",
    start: {
      text: "Shown below is a published department budget to try things on. What would you like to do?",
      open: "Open My Workbook",
      make: "Make the 14 Tables",
      example: "Look at the Example",
    },
  },
};
