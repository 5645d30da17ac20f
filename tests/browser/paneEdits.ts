import { BALANCE_WORDS } from "../../taskpane/wording/balance";
import { INSERT_WORDS } from "../../taskpane/wording/insert";
import { LIST_WORDS } from "../../taskpane/wording/lists";
import { ROWS_WORDS } from "../../taskpane/wording/rows";
import type { PaneState, PaneUser } from "./paneUser";

/** 舍位平衡, after a check that found rounding differences: running, cancelled, listed, locked, done, failed, taken back. */
export const BALANCE_STATES: readonly PaneState[] = [
  {
    id: "balance-running",
    place: "check",
    reach: async (user) => {
      const words = BALANCE_WORDS[user.locale];
      await user.excelRuns("when released");
      await user.press(words.preview);
      await user.button(user.pane.cancel).waitFor();
      await user.reads(words.title);
    },
  },
  {
    id: "balance-cancelled",
    place: "check",
    reach: async (user) => {
      await user.press(user.pane.cancel);
      await user.release();
      await user.sees(user.pane.cancelled);
      await user.excelRuns("normally");
    },
  },
  {
    id: "balance",
    place: "check",
    reach: async (user) => {
      const words = BALANCE_WORDS[user.locale];
      await user.press(words.preview);
      await user.sees(words.lockMore);
      await user.reads(words.title);
    },
  },
  {
    id: "balance-locked",
    place: "check",
    reach: async (user) => {
      const words = BALANCE_WORDS[user.locale];
      await user.frame.getByLabel(words.lockMore).fill("旧表!C10");
      await user.press(words.addLock);
      await user.frame.getByRole("alert").filter({ hasText: "旧表!C10" }).waitFor();
      await user.reads(words.title);
    },
  },
  {
    id: "balance-done",
    place: "check",
    reach: async (user) => {
      const words = BALANCE_WORDS[user.locale];
      await user.press(words.unlock("旧表!C10"));
      await user.frame.getByRole("button", { name: oneOf(words.apply) }).click();
      await user.sees(oneOf(words.changed));
      await user.reads(words.title);
    },
  },
  {
    id: "balance-failed",
    place: "check",
    reach: async (user) => {
      await user.excelRuns("never");
      await user.press(BALANCE_WORDS[user.locale].undoBalance);
      await user.sees(user.pane.unexpected);
      await user.excelRuns("normally");
    },
  },
  {
    id: "balance-undone",
    place: "check",
    reach: async (user) => {
      const words = BALANCE_WORDS[user.locale];
      await user.press(words.undoBalance);
      await user.sees(oneOf(words.undone));
    },
  },
];

/** A sentence with a number in it, whatever number. */
function oneOf(words: (count: number) => string): RegExp {
  const text = words(12_345).replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(text.replace("12345", "\\d+"));
}

/** Reads a list of codes from a sheet of the workbook. */
async function readList(user: PaneUser, sheet: string): Promise<void> {
  const words = LIST_WORDS[user.locale];
  const field = user.frame.getByLabel(words.sheet, { exact: true });
  await field.focus();
  await field.locator("option", { hasText: sheet }).waitFor({ state: "attached" });
  await field.selectOption({ label: sheet });
  await user.press(words.readSheet);
  await user.waits();
}

/** 整理科目行, of the whole workbook. */
async function listTrees(user: PaneUser, kind: "complete" | "sort" | "merge"): Promise<void> {
  const { trees } = ROWS_WORDS[user.locale];
  await user.chooses(trees.title, trees.where, trees.scopes.workbook);
  await user.press(trees.kinds[kind]);
  await user.waits();
  await user.reads(trees.title);
}

/** 整理科目行, 导入科目清单, 科目字典. */
export const CODE_STATES: readonly PaneState[] = [
  {
    id: "trees-complete",
    place: "codes",
    reach: async (user) => {
      await listTrees(user, "complete");
      await user.button(ROWS_WORDS[user.locale].apply(1, 0, 0)).waitFor();
    },
  },
  {
    id: "trees-done",
    place: "codes",
    reach: async (user) => {
      const words = ROWS_WORDS[user.locale];
      await user.press(words.apply(1, 0, 0));
      await user.sees(words.applied(1, 0, 0));
      await user.reads(words.trees.title);
    },
  },
  {
    id: "trees-sort",
    place: "codes",
    reach: async (user) => {
      await listTrees(user, "sort");
      await user.sees(/第 \d+ 行移到第 \d+ 行|row \d+ goes to row \d+/);
    },
  },
  {
    id: "trees-merge",
    place: "codes",
    reach: async (user) => {
      await listTrees(user, "merge");
      await user.sees(ROWS_WORDS[user.locale].removed(1));
    },
  },
  {
    id: "trees-whole",
    place: "codes",
    reach: async (user) => {
      const words = ROWS_WORDS[user.locale];
      await user.press(words.apply(0, 1, 0));
      await user.sees(words.applied(0, 1, 0));
      await listTrees(user, "merge");
      await user.frame.locator("#place-codes [role=alert]").waitFor();
    },
  },
  {
    id: "import",
    place: "codes",
    reach: async (user) => {
      const words = LIST_WORDS[user.locale];
      await readList(user, "科目清单");
      await user.frame.getByText(words.added(1)).click();
      await user.button(words.keep.workbook).waitFor();
      await user.reads(words.title);
    },
  },
  {
    id: "import-refused",
    place: "codes",
    reach: async (user) => {
      const words = LIST_WORDS[user.locale];
      await readList(user, "写错的清单");
      await user.sees(words.refused(2));
      await user.reads(words.title);
    },
  },
  {
    id: "import-kept",
    place: "codes",
    reach: async (user) => {
      const words = LIST_WORDS[user.locale];
      await readList(user, "科目清单");
      await user.press(words.keep.workbook);
      await user.sees(words.keptNow.workbook);
      await user.sees(words.kept);
      await user.reads(words.title);
    },
  },
  {
    id: "dictionary",
    place: "codes",
    reach: async (user) => {
      const words = LIST_WORDS[user.locale];
      await user.press(words.insert);
      await user.sees(/科目字典 |Codes |“.*”/);
      await user.reads(words.dictionary);
    },
  },
];

/** 增行、删行, with the user in 表3. */
export const ROW_STATES: readonly PaneState[] = [
  {
    id: "rows",
    place: "tables",
    reach: async (user) => {
      const words = ROWS_WORDS[user.locale];
      await user.page.locator("#tabs").getByRole("tab", { name: /^表3/ }).click();
      await user.frame.getByLabel(words.codes.code, { exact: true }).fill("2010360");
      await user.press(words.preview);
      await user.sees(oneOf(words.added));
      await user.reads(words.title);
    },
  },
  {
    id: "rows-done",
    place: "tables",
    reach: async (user) => {
      const words = ROWS_WORDS[user.locale];
      await user.frame
        .locator("#place-tables section button.fui-Button")
        .filter({ hasText: /^(增加|Add)/ })
        .click();
      await user.button(words.undo).waitFor();
      await user.reads(words.title);
    },
  },
  {
    id: "rows-refused",
    place: "tables",
    reach: async (user) => {
      const words = ROWS_WORDS[user.locale];
      await user.chooses(words.title, words.what, words.kinds.delete);
      await user.press(words.preview);
      await user.frame.locator("#place-tables [role=alert]").waitFor();
      await user.reads(words.title);
    },
  },
];

/** 插入标准表: what can be chosen, what is asked, what was done. */
export const TABLE_STATES: readonly PaneState[] = [
  {
    id: "insert",
    place: "tables",
    reach: async (user) => {
      const words = INSERT_WORDS[user.locale];
      await user.press(words.open);
      await user.sees(words.tables);
      await user.reads(words.title);
    },
  },
  {
    id: "insert-chosen",
    place: "tables",
    reach: async (user) => {
      const words = INSERT_WORDS[user.locale];
      await user.frame.getByRole("checkbox", { name: /^表7/ }).click();
      await user.frame.getByLabel(words.how("表7"), { exact: true }).selectOption({ label: words.copy });
      await user.frame.getByRole("button", { name: words.headingOf("表7") }).click();
      await user.frame.getByRole("checkbox", { name: /^表7/ }).evaluate((one) => {
        one.closest("li")?.scrollIntoView({ block: "center" });
      });
    },
  },
  {
    id: "insert-done",
    place: "tables",
    reach: async (user) => {
      const words = INSERT_WORDS[user.locale];
      await user.press(words.insert(1));
      await user.sees(words.inserted(1, 0));
      await user.reads(words.title);
    },
  },
  {
    // The table just inserted takes its figures from the others.
    id: "links",
    place: "tables",
    reach: async (user) => {
      const { links } = ROWS_WORDS[user.locale];
      await user.page.locator("#tabs").getByRole("tab", { name: /^表7/ }).last().click();
      await user.press(links.preview);
      await user.section(links.title).locator("li").first().waitFor();
      await user.reads(links.title);
    },
  },
  {
    id: "links-done",
    place: "tables",
    reach: async (user) => {
      const { links } = ROWS_WORDS[user.locale];
      await user
        .section(links.title)
        .getByRole("button")
        .filter({ hasNotText: links.preview })
        .first()
        .click();
      await user.button(links.undo).waitFor();
      await user.reads(links.title);
    },
  },
];
