import type { UnitKind } from "../../codes/correspondence";
import { importedIn } from "../../codes/import/importedList";
import type { ImportedList } from "../../codes/import/importedList";
import { withImported } from "../../codes/listsInUse";
import type { CodeLists } from "../../codes/listsInUse";
import { recogniseWorkbook } from "../../recognition/recognise";
import type { Pack } from "../../tables/definition";
import type { CellAddress } from "../../workbook/address";
import type { WriteCell } from "../../workbook/edit";
import type { WorkbookSnapshot } from "../../workbook/snapshot";
import { readCodeTrees } from "./codeTree";
import { codedRows } from "./codedRows";
import { fillContext } from "./fillContext";
import { FillDraft } from "./fillDraft";
import { fillEconomic } from "./fillEconomic";
import { fillItems } from "./fillItems";
import { OUTDATED_NAME } from "./fillPlan";
import type { Answer, Fill, FillPlan, FillScope, Question, Suggestion } from "./fillPlan";
import { fillProjects } from "./fillProjects";
import { fillTreeCodes } from "./fillTree";
import { fillTreeNames } from "./fillTreeNames";
import { fillUnits, unitRows } from "./fillUnits";
import { suggestNames } from "./suggestNames";
import { unitFacts } from "./unitFacts";

export interface FillOptions {
  readonly scope?: FillScope;
  /** Year of the code lists; found from the tables when left out. */
  readonly edition?: number;
  readonly answers?: readonly Answer[];
  /** Whether the workbook is an administrative body's or a public institution's, where it is one's alone. */
  readonly unitKind?: UnitKind;
  /** Code lists imported for the user; those kept with the workbook come before them. */
  readonly codeLists?: readonly ImportedList[];
  /** Names that were right in earlier years become those of the tables' year: 旧名称一并更新. */
  readonly updateNames?: boolean;
  /** The lists put together of all these, and of those loaded on demand, where a caller holds them. */
  readonly lists?: CodeLists;
}

/**
 * Plans the filling of codes and names (填充编码) of a workbook: only blank cells, and the missing half of cells that hold
 * a code with its name; each with its grounds. What nothing decides is asked for, never guessed; what stands and
 * disagrees with the lists is named, never changed. The whole workbook is read whatever the scope, since other tables
 * help to decide. Sheets that are protected are left alone.
 */
export function planFill(workbook: WorkbookSnapshot, pack: Pack, options: FillOptions = {}): FillPlan {
  const { codeLists = [] } = options;
  const lists = options.lists ?? withImported([...codeLists, ...importedIn(workbook.settings)]);
  const { tables } = recogniseWorkbook(workbook, pack, lists);
  const context = fillContext(workbook, tables, {
    lists,
    edition: options.edition,
    answers: options.answers ?? [],
  });
  const coded = codedRows(context);
  const facts = unitFacts(context);
  const draft = new FillDraft();
  for (const owner of context.tables) {
    if (owner.sheet.isProtected) continue;
    const units = unitRows(owner, facts);
    const isUnit = ({ sheetRow }: { readonly sheetRow: number }) => units.has(sheetRow);
    const filling = { context, owner, draft };
    fillUnits(filling, facts, units);
    for (const tree of readCodeTrees(context, owner, isUnit)) {
      fillTreeCodes(context, tree, coded, draft);
      fillTreeNames(context, tree, coded, draft);
    }
    fillProjects(filling, coded, units);
    fillEconomic(filling, options.unitKind);
    fillItems(context, owner, draft);
    suggestNames(context, owner, workbook, draft);
  }
  const plan = options.updateNames === true ? withUpdatedNames(draft.plan()) : draft.plan();
  return within(plan, options.scope ?? { kind: "workbook" });
}

/** Suggestions about outdated names carried out with the fills; the others stay suggestions. */
function withUpdatedNames({ fills, asked, suggestions }: FillPlan): FillPlan {
  const isOutdated = ({ why }: Suggestion) => why.key === OUTDATED_NAME;
  const updates = suggestions.filter(isOutdated).map((one): Fill => ({ ...one, why: [one.why] }));
  return { fills: [...fills, ...updates], asked, suggestions: suggestions.filter((one) => !isOutdated(one)) };
}

/** The edits that carry a plan's fills out. */
export function fillEdits(fills: readonly Fill[]): WriteCell[] {
  return fills.map(({ cell, to }) => ({ kind: "writeCell", ...cell, content: { value: to } }));
}

function within({ fills, asked, suggestions }: FillPlan, scope: FillScope): FillPlan {
  const isInside = ({ cell }: { readonly cell: CellAddress }) => isInScope(cell, scope);
  const followed = ({ follows, ...question }: Question): Question => ({
    ...question,
    follows: follows.filter((cell) => isInScope(cell, scope)),
  });
  return {
    fills: fills.filter(isInside),
    // A question outside whose answer decides cells inside is asked all the same.
    asked: asked.map(followed).filter((question) => isInside(question) || question.follows.length > 0),
    suggestions: suggestions.filter(isInside),
  };
}

function isInScope({ sheet, row, column }: CellAddress, scope: FillScope): boolean {
  if (scope.kind === "workbook") return true;
  if (sheet !== scope.sheet) return false;
  if (scope.kind === "table") return true;
  const { firstRow, lastRow, firstColumn, lastColumn } = scope.range;
  return row >= firstRow && row <= lastRow && column >= firstColumn && column <= lastColumn;
}
