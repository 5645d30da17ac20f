import { checkCodeName } from "../../codes/checkCodeName";
import { certaintyOfCheck } from "../../codes/certainty";
import type { CodeLists } from "../../codes/listsInUse";
import { normaliseName } from "../../codes/codeName";
import { saysNothing } from "../../recognition/text";
import { pairText, rawText } from "./codeCell";
import type { CodeTree, TreeLine } from "./codeTree";
import type { CodedRow } from "./codedRows";
import { cellOf } from "./fillContext";
import type { FillContext } from "./fillContext";
import type { FillDraft } from "./fillDraft";

/**
 * Fills the names of a code tree from its codes: the official name of the year, or, for a code that the list does not
 * have, the one name that other rows of the workbook give it. Where both stand and disagree, says so.
 */
export function fillTreeNames(
  context: FillContext,
  tree: CodeTree,
  coded: readonly CodedRow[],
  draft: FillDraft,
): void {
  const { owner, kind, index, nameColumn } = tree;
  const isShared = owner.table.columns.get(nameColumn)?.reading !== undefined;
  for (const treeLine of tree.sections.flat()) {
    const { line, code, name } = treeLine;
    const cell = cellOf(line, nameColumn);
    if (code === "" || !cell) continue;
    if (!saysNothing(name)) {
      compare(tree, treeLine, context.lists, draft);
      continue;
    }
    const others = coded.filter((row) => row.kind === kind && row.code === code);
    const names = new Map(others.map((row) => [normaliseName(row.name), row]));
    const [other] = names.values();
    const official = index.nameOf(code);
    const answer = context.answerAt(cell);
    const found = answer ?? official ?? (names.size === 1 ? other?.name : undefined);
    if (found === undefined) {
      draft.ask(line, {
        cell,
        subject: code,
        wanted: "name",
        system: kind,
        candidates: [...names.values()].map((row) => ({ code, name: row.name })),
        why: { key: "ask.unknownCode", args: { code } },
      });
      continue;
    }
    const why =
      answer !== undefined
        ? { key: "fill.answered", args: {} }
        : official !== undefined
          ? { key: "fill.officialName", args: { code, year: String(owner.year ?? "") } }
          : {
              key: "fill.otherRow",
              args: {
                code,
                table: other?.owner.table.definition.label ?? "",
                row: String((other?.line.sheetRow ?? 0) + 1),
              },
            };
    const text = isShared ? pairText(owner, nameColumn, { code, name: found }) : found;
    draft.fill(line, { cell, from: rawText(owner, cell), to: text, why: [why] });
  }
}

function compare(
  { owner, kind, index, codeColumn, nameColumn }: CodeTree,
  { line, code, name }: TreeLine,
  lists: CodeLists,
  draft: FillDraft,
): void {
  const codeCell = cellOf(line, codeColumn);
  const nameCell = cellOf(line, nameColumn);
  const isPlain = owner.table.columns.get(codeColumn)?.reading === undefined;
  if (!codeCell || !nameCell || !isPlain) return;
  const found = checkCodeName(kind, owner.year, code, name, lists);
  const [only, ...others] = index.named(name);
  if (found.status === "outdatedName" || found.status === "nameDiffers") {
    const certainty = certaintyOfCheck(found, code, owner.year, lists.get(kind, owner.year));
    if (certainty === "likely" || certainty === "none") return;
    const why = { key: `suggest.${found.status}`, args: { code, official: found.officialName } };
    draft.suggest(line, { cell: nameCell, from: rawText(owner, nameCell), to: found.officialName, why });
  } else if (found.status === "unknownCode" && only !== undefined && others.length === 0) {
    const why = { key: "suggest.unknownCode", args: { code, name: name.replace(/\s+/g, ""), only } };
    draft.suggest(line, { cell: codeCell, from: rawText(owner, codeCell), to: only, why });
  }
}
