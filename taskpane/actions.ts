import {
  correctRecognition,
  lookAtRecognition,
  withdrawCorrections,
} from "../src/actions/correctRecognition";
import type { RecognitionChange } from "../src/actions/correctRecognition";
import { cancellable } from "../src/actions/cancellable";
import { acceptFinding, unacceptFinding } from "../src/actions/accept";
import { readExplanations } from "../src/actions/explain";
import { applyBalance, lockFigures, previewBalance } from "../src/actions/balanceRounding";
import type { BalancePreview } from "../src/actions/balanceRounding";
import { applyMend, findMends } from "../src/actions/mend";
import { LastCheck } from "../src/actions/lastCheck";
import { createRecheck } from "../src/actions/recheck";
import type { Since } from "../src/actions/recheck";
import { applyFill, previewFill } from "../src/actions/fillCodes";
import type { Answer, Fill, FillOptions, FillScope } from "../src/actions/fillCodes";
import { insertionOf, insertTables, lookAtInsertion, undoInsert } from "../src/actions/insertTables";
import type { Inserted, InsertOrder } from "../src/actions/insertTables";
import type { Journalled } from "../src/actions/journal/journal";
import { undoLast } from "../src/actions/journal/undoStep";
import type { Consent } from "../src/actions/journal/undoStep";
import { applyRows, previewRows, undoRows } from "../src/actions/rows";
import type { RowsDone, RowsIntention, RowsPlan } from "../src/actions/rows";
import type { Task } from "../src/actions/task";
import { takeBack } from "../src/actions/takeBack";
import type { Written } from "../src/actions/takeBack";
import { clearMarks, validateAndMark } from "../src/actions/validate";
import { openCodePicker, writeCode } from "../src/actions/writeCode";
import type { ChosenCode } from "../src/actions/writeCode";
import { importedDesign, insertDictionary, listFileText } from "../src/actions/codeDictionary";
import type { CodeKind, Imported, ImportedList, ImportOptions, ListSource } from "../src/actions/importCodes";
import {
  forgetInWorkbook,
  importFrom,
  importFromSheet,
  keepInWorkbook,
  sheetsWithContent,
} from "../src/actions/keptLists";
import type { OfficeDefaults } from "../src/actions/officeDefaults";
import type { Locale } from "../src/messages/describe";
import type { MessageRef } from "../src/messages/messageRef";
import type { AddSheet } from "../src/workbook/edit";
import type { BudgetList, FromListOptions } from "../src/actions/fromList";
import type { SheetDesign } from "../src/workbook/sheetDesign";
import type { Mend } from "../src/planning/mend/mend";
import type { IntegerSolver } from "../src/planning/rounding/integerModel";
import type { Finding } from "../src/validation/finding";
import type { CellAddress } from "../src/workbook/address";
import type { LockText } from "../src/workbook/lockedCells";
import type { ReportPort, SheetPort, WorkbookEvents, WorkbookPort } from "../src/workbook/port";
import type { WorkbookSnapshot } from "../src/workbook/snapshot";
import { bindAround } from "./aroundActions";
import type { Edition } from "./preferences";
import type { RowsKind } from "./session";
import type { UserLists } from "./userLists";
import type { UserSets } from "./userSets";

/** What filling is asked for: where, with what answers, by the lists of which year. */
export interface FillRequest {
  readonly scope: FillScope;
  readonly answers: readonly Answer[];
  readonly edition: Edition;
  /** Names of earlier years are brought up to date as well. */
  readonly updateNames?: boolean;
}

/** What the use cases need besides the workbook. */
export interface Surroundings {
  /** What holds for the whole office. */
  readonly office: OfficeDefaults;
  /** The user's own code lists. */
  readonly lists: UserLists;
  /** The user's own sets of tables. */
  readonly sets: UserSets;
  /** The lists kept with the workbook, known from the last reading. */
  readonly workbookLists: () => Promise<readonly ImportedList[]>;
  /** Called when the lists kept with the workbook, or the user's, have become others. */
  readonly listsChanged: () => void;
  /** The sheets of a workbook file, or the rows of a text; or why it cannot be used. */
  readonly readListFile: (name: string, bytes: Uint8Array) => Promise<readonly ListSource[] | MessageRef>;
  /** The bytes of an .xlsx file with one sheet. */
  readonly writeSheet: (design: SheetDesign) => Promise<Uint8Array>;
}

/** What is typed in 增行、删行; blanks are left out. */
export interface RowsInput {
  readonly kind: RowsKind;
  readonly code: string;
  readonly name: string;
  readonly withChildren: boolean;
}

/** What was asked for, as the user's place in the workbook completes it. */
export type RowsRequest = RowsIntention;

function rowsIntention(
  { kind, code, name, withChildren }: RowsInput,
  { sheet, range }: Awaited<ReturnType<WorkbookEvents["selectedRange"]>>,
): RowsIntention {
  const said = (text: string) => (text === "" ? undefined : text);
  switch (kind) {
    case "code":
      return { kind, in: { sheet }, at: range.firstRow, code, name: said(name) };
    case "item":
      return { kind, in: { sheet }, at: range.firstRow, name: said(name), code: said(code) };
    case "unit":
      return { kind, code, name };
    case "delete": {
      const count = range.lastRow - range.firstRow + 1;
      const rows = Array.from({ length: Math.min(count, MOST_ROWS) }, (_, index) => range.firstRow + index);
      return { kind, in: { sheet }, rows, withChildren };
    }
  }
}

/** A selection of whole columns is not meant to be deleted row by row; the first rows outside the table refuse it. */
const MOST_ROWS = 10_000;

/** Where a list comes from: a sheet of the workbook, or a file the user has chosen. */
export type ListOrigin = { readonly sheet: string } | { readonly file: string; readonly bytes: Uint8Array };

/** Where a list is kept: with the workbook for everyone who opens it, or for the user in all workbooks. */
export type ListPlace = "workbook" | "user";

/** The formats in which lists are handed on. */
export type ListFormat = "xlsx" | "csv" | "tsv";

/**
 * The use cases as pane and ribbon call them, each a plain async function bound to the workbook. A feature adds its own
 * here, one line each. Long ones take the Task that `run` of the session gives them.
 * @param solve finds the fewest changes for 舍位平衡
 */
export function bindActions(
  port: WorkbookPort & ReportPort & SheetPort & WorkbookEvents & Journalled,
  locale: Locale,
  solve: IntegerSolver,
  { office, lists, sets, workbookLists, listsChanged, readListFile, writeSheet }: Surroundings,
) {
  /** The year, the lists and the office's own relations that the user goes by; the user's lists before the office's. */
  const by = (edition: Edition) => ({
    codeLists: [...office.codeLists, ...lists.load()],
    rules: office.rules,
    ...(edition === "auto" ? {} : { edition }),
  });
  const fillOptions = ({ scope, answers, edition, updateNames = false }: FillRequest): FillOptions => ({
    scope,
    answers,
    updateNames,
    ...by(edition),
  });
  const to = (task: Task) => cancellable(port, task);
  const { journal } = port;
  const { reportBy, ...aroundActions } = bindAround({
    port,
    to,
    locale,
    thresholds: office.thresholds,
    today: () => dateText(new Date()),
  });
  // Every check of the workbook goes on from the one before.
  const last = new LastCheck();
  const recheck = createRecheck(port, { locale }, last);
  return {
    /** What holds for the whole office, for 设置 and 上年对比. */
    officeDefaults: () => Promise.resolve(office),
    /** True where Excel empties its list of undo steps when an add-in writes. */
    losesUndo: () => port.losesUndo?.() ?? false,
    /** 校验 and mark; with a sheet named only that one is marked, and none where it is only to be listed. */
    check: (edition: Edition, task: Task, sheet?: string, isListOnly = false) =>
      validateAndMark(
        port,
        { locale, isListOnly, ...by(edition), ...(sheet === undefined ? {} : { sheet }) },
        task,
        last,
      ),
    /** 清除标记; gives how many marks there were. */
    clear: (task: Task) => clearMarks(to(task)),
    /** 识别情况: what is understood of each sheet, and why. */
    recognise: (task: Task) => lookAtRecognition(to(task)),
    /** 更正识别: keeps with the workbook how a sheet is to be read. */
    correct: (change: RecognitionChange, task: Task) => correctRecognition(to(task), change),
    /** Takes back all corrections of a sheet. */
    withdraw: (sheet: string, task: Task) => withdrawCorrections(to(task), sheet),
    /** The workbook as it is, for what is compared with it: a text, last year, the units. */
    readWhole: (task: Task) => to(task).read(),
    /** 学习表样: what may be learned of the workbook. */
    learnable: async (task: Task) => {
      const { learnableTables } = await import("../src/actions/learnTables");
      return learnableTables(await to(task).read(), by("auto"));
    },
    /** The sets of tables in use besides the standard ones. */
    ownSets: async (task: Task) => (await import("../src/actions/keepSets")).ownSetsOf(to(task)),
    /**
     * Keeps a set for the user, and with the workbook where that is asked for or the browser lets nothing be kept. Gives what
     * is wrong with its text; nothing is kept then.
     */
    keepSet: async (file: string, text: string, isForWorkbook: boolean, task: Task) => {
      const { keepSet, problemsOfSet } = await import("../src/actions/keepSets");
      const problems = problemsOfSet(file, text);
      if (problems.length > 0) return { problems, isForUser: false };
      const isForUser = sets.keep(text);
      if (isForWorkbook || !isForUser) await keepSet(to(task), file, text);
      return { problems, isForUser };
    },
    /** Puts a set out of use, for the user and in the workbook. */
    forgetSet: async (id: string, isKept: boolean, task: Task) => {
      sets.forget(id);
      if (isKept) await (await import("../src/actions/keepSets")).forgetSet(to(task), id);
    },
    /** 从清单生成: what the columns of a list are taken for, and the tables it fills. */
    planList: async (source: WorkbookSnapshot, options: Omit<FromListOptions, "thisYear">, task: Task) => {
      const { planIntoWorkbook } = await import("../src/actions/listTables");
      const thisYear = budgetYear(new Date());
      await task.step({ key: "progress.reading", args: {} });
      return planIntoWorkbook(port, source, { ...options, thisYear, codeLists: lists.load() });
    },
    /** Adds the tables that a list fills as new sheets. */
    addListTables: async (sheets: readonly AddSheet[], task: Task) =>
      (await import("../src/actions/listTables")).addListTables(port, sheets, task),
    /** What has changed since an earlier export of the list. */
    compareLists: async (
      earlier: WorkbookSnapshot,
      list: BudgetList,
      options: Omit<FromListOptions, "thisYear">,
    ) => {
      const { compareWithEarlier } = await import("../src/actions/fromList");
      const thisYear = budgetYear(new Date());
      return compareWithEarlier(earlier, list, { ...options, thisYear, codeLists: lists.load() });
    },
    ...aroundActions,
    /** 校验报告: checks and writes the report sheet. */
    report: (edition: Edition, task: Task) => reportBy(by(edition), task),
    /** 公开版 as the bytes of a file; what makes it is loaded when first asked for. */
    publicVersion: async (task: Task) => {
      const { publicVersionFile } = await import("./publicVersion");
      return publicVersionFile(to(task));
    },
    /** 边改边校: checks after an edit; marks follow. */
    recheck: (edition: Edition, since?: Since, isListOnly = false) =>
      recheck({ ...by(edition), isListOnly }, since),
    /** The ways to mend a finding, looked for in the workbook as it is now. */
    findMends: (finding: Finding, edition: Edition) => findMends(port, finding, by(edition), last),
    /** 采用建议. */
    applyMend: (mend: Mend, task: Task) => applyMend(to(task), mend),
    /** 舍位平衡: what would be changed. */
    previewBalance: (task: Task) => previewBalance(port, solve, task),
    /** Makes the changes that the preview has shown, as one step. */
    applyBalance: (plan: NonNullable<BalancePreview["plan"]>, { workbook }: BalancePreview, task: Task) =>
      applyBalance(to(task), plan, workbook),
    /** Keeps with the workbook what 舍位平衡 must not touch, and says what would be changed then. */
    lockFigures: (locks: readonly LockText[], task: Task) => lockFigures(to(task), solve, locks, task),
    /** What has been done to the workbook, for 撤销. */
    ...(journal && { journal }),
    /** 撤销: takes the last step back. */
    undo: async (consent: Consent, task: Task) => {
      const undone = await undoLast(to(task), consent);
      if (undone?.kind === "undone") listsChanged();
      return undone;
    },
    /** The last step is never to be taken back. */
    forgetStep: () => {
      const step = journal?.steps().at(-1);
      if (step) journal?.drop(step.id);
    },
    /** 撤销 of what was written into cells: a mend, 舍位平衡, a filling; gives how many cells were taken back. */
    takeBack: (written: Written, task: Task) => takeBack(to(task), written),
    /** 接受, dated today. */
    accept: (finding: Finding, reason: string, task: Task) =>
      acceptFinding(to(task), finding, reason, dateText(new Date())),
    /** 取消接受. */
    unaccept: (finding: Finding, task: Task) => unacceptFinding(to(task), finding),
    /** Shows one cell in the workbook. */
    select: (cell: CellAddress) => port.select(cell),
    /** Reads the workbook for 解释此格. */
    readExplanations: () => readExplanations(port, by("auto")),
    /** Where the user is, as a scope of filling. */
    fillScope: async (kind: FillScope["kind"]): Promise<FillScope> =>
      kind === "workbook" ? { kind } : { ...(await port.selectedRange()), kind },
    /** 填充编码: what would be filled, and why. */
    previewFill: (request: FillRequest, task: Task) => previewFill(port, fillOptions(request), task),
    /** Fills what the preview has shown, as one step. */
    applyFill: (fills: readonly Fill[], request: FillRequest, task: Task) =>
      applyFill(port, fills, fillOptions(request), task),
    /** 插入标准表: what can be inserted, of a set or of that of the workbook. */
    lookAtInsertion: (pack: string | undefined, task: Task) =>
      lookAtInsertion(to(task), budgetYear(new Date()), pack),
    /** 插入标准表, all or nothing; asks where a table is there already. */
    insert: (order: InsertOrder, task: Task) => insertTables(port, order, budgetYear(new Date()), task),
    /** What can be inserted after an insertion, told without reading the workbook again. */
    insertableAfter: async ({ workbook }: Inserted, pack: string) =>
      insertionOf(workbook, budgetYear(new Date()), pack),
    /** 撤销插入. */
    undoInsert: (inserted: Inserted, task: Task) => undoInsert(to(task), inserted),
    /** 增行、删行: what was asked for where the user is. */
    rowsRequest: async (input: RowsInput): Promise<RowsRequest> =>
      rowsIntention(input, await port.selectedRange()),
    /** What would come and go, and why. */
    previewRows: (request: RowsRequest, task: Task) => previewRows(port, request, task),
    /** Carries out what the preview has shown, as one step. */
    applyRows: (shown: RowsPlan, request: RowsRequest, task: Task) => applyRows(port, shown, request, task),
    /** Takes rows back. */
    undoRows: (done: RowsDone, task: Task) => undoRows(to(task), done),
    /** Opens the lists of codes for searching, with what the workbook has. */
    openCodePicker: (edition: Edition) =>
      openCodePicker(port, edition === "auto" ? undefined : edition, lists.load()),
    /** Writes a chosen code and its name into the current row; gives the cell of the code. */
    writeCode: (chosen: ChosenCode, task: Task) => writeCode(to(task), chosen),
    /** Sheets a list can be read from. */
    listSheets: () => sheetsWithContent(port),
    /** Reads a list of codes from a sheet, or from a file; changes nothing. */
    previewImport: async (from: ListOrigin, options: ImportOptions, task: Task): Promise<Imported> => {
      if ("sheet" in from) return importFromSheet(to(task), from.sheet, options);
      const sources = await readListFile(from.file, from.bytes);
      if ("key" in sources) return { problems: [sources] };
      return importFrom(sources, from.file.replace(/\.\w+$/, ""), options);
    },
    /** Keeps a list; gives what takes it back, or null where the browser has no room for it. */
    keepList: async (
      list: ImportedList,
      place: ListPlace,
      task: Task,
    ): Promise<(() => Promise<void>) | null> => {
      if (place === "workbook") {
        const { undo, step } = await keepInWorkbook(to(task), list);
        listsChanged();
        return async () => {
          await port.apply(undo);
          if (step !== undefined) journal?.drop(step);
          listsChanged();
        };
      }
      const before = lists.load().find(({ kind }) => kind === list.kind);
      if (!lists.keep(list)) return null;
      listsChanged();
      return async () => {
        if (before) lists.keep(before);
        else lists.forget(list.kind);
        listsChanged();
      };
    },
    /** Lists kept with the workbook and for the user. */
    keptLists: async (): Promise<readonly { readonly list: ImportedList; readonly place: ListPlace }[]> => [
      ...(await workbookLists()).map((list) => ({ list, place: "workbook" as const })),
      ...lists.load().map((list) => ({ list, place: "user" as const })),
    ],
    /** Takes a kept list away. */
    forgetList: async (list: ImportedList, place: ListPlace, task: Task): Promise<void> => {
      if (place === "workbook") await forgetInWorkbook(to(task), list.kind);
      else lists.forget(list.kind);
      listsChanged();
    },
    /** The bytes of a list as a file. */
    exportList: async (list: ImportedList, format: ListFormat): Promise<Uint8Array> =>
      format === "xlsx"
        ? writeSheet(importedDesign(list, locale))
        : new TextEncoder().encode(listFileText(list.entries, format, locale)),
    /** 插入科目字典: adds a sheet with a list; gives its name. */
    insertDictionary: (kind: CodeKind, edition: Edition, task: Task) =>
      insertDictionary(
        to(task),
        { kind, codeLists: lists.load(), ...(edition === "auto" ? {} : { year: edition }) },
        locale,
      ),
    activeCell: port.activeCell,
    followSelection: port.followSelection,
    followChanges: port.followChanges,
  };
}

export type Actions = ReturnType<typeof bindActions>;

/** The year that budgets are made for on a day: from July on that of the next year. */
function budgetYear(date: Date): number {
  return date.getFullYear() + (date.getMonth() >= 6 ? 1 : 0);
}

/** A day as "2026-03-01", by the clock of this computer. */
function dateText(date: Date): string {
  const two = (number: number) => String(number).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
