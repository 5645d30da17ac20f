import { certaintyOfCheck, printedYears } from "../codes/certainty";
import type { Certainty } from "../codes/certainty";
import { checkCodeName } from "../codes/checkCodeName";
import type { CodeCheck } from "../codes/checkCodeName";
import type { CodeKind, CodeList } from "../codes/codeLists";
import type { CodeLists } from "../codes/listsInUse";
import { isFor } from "../codes/shippedLists";
import { a1 } from "./codeCells";
import type { CodeCell } from "./codeCells";
import type { Finding, Severity } from "./finding";
import { remark } from "./readability";
import type { MessageRef } from "../messages/messageRef";

/** What the classifications are called in messages: their official terms. */
export const TERMS: Readonly<Record<CodeKind, string>> = {
  functional: "支出功能分类科目",
  economicDepartment: "部门预算支出经济分类",
  economicGovernment: "政府预算支出经济分类",
  income: "收入分类科目",
  procurement: "政府采购品目",
  purchasedService: "政府购买服务目录",
};

/** Compares a code and its name with the list of a year. */
export type NameChecker = (cell: CodeCell, year: number | undefined) => CodeCheck;

/** The same code and name stand in many rows: each is compared with its list once. */
export function rememberChecks(lists: CodeLists): NameChecker {
  const known = new Map<string, CodeCheck>();
  return ({ kind, code, name }, year) => {
    const key = `${kind} ${year ?? ""} ${code} ${name}`;
    const found = known.get(key) ?? checkCodeName(kind, year, code, name, lists);
    known.set(key, found);
    return found;
  };
}

/**
 * code.unknown, code.name, code.outdated: what is wrong with a code or its name. An error where the office's own list says
 * so; a warning where the list of the year, or documents of the years around it, do; else something to look at.
 */
export function nameFinding(
  cell: CodeCell,
  found: CodeCheck,
  year: number | undefined,
  list: CodeList,
): Finding | undefined {
  if (found.status === "ok") return undefined;
  const certainty = certaintyOfCheck(found, cell.code, year, list);
  if (certainty === "none") return undefined;
  const told = wording(found, certainty, year, list);
  return remark(cell.row.table, {
    severity: severityOf(found, certainty),
    rule: RULES[found.status],
    cells: [cell.address],
    message: {
      key: told.key,
      args: {
        cell: a1(cell),
        code: cell.code,
        name: cell.name.replace(/\s+/g, ""),
        year: year === undefined ? "" : String(year),
        edition: String(list.edition),
        list: list.title,
        system: TERMS[cell.kind],
        seen: certainty === "sure" ? seenIn(list, year, cell.code) : "",
        ...told.args,
      },
    },
  });
}

type Wrong = Exclude<CodeCheck, { status: "ok" }>;

const RULES: Readonly<Record<Wrong["status"], string>> = {
  unknownCode: "code.unknown",
  removedCode: "code.outdated",
  outdatedName: "code.outdated",
  nameDiffers: "code.name",
};

/** Only an unknown code is an error, and only by the office's own list: a name may be written in more than one way. */
function severityOf({ status }: Wrong, certainty: Certainty): Severity {
  if (certainty === "likely") return "info";
  return certainty === "official" && status === "unknownCode" ? "error" : "warning";
}

/** The years, on the same side of its own, in which documents bear out what a list says: "2023–2026", "" in its own. */
function seenIn(list: CodeList, year: number | undefined, code: string): string {
  if (year === undefined || isFor(list, year)) return "";
  const [begin, end] = list.years;
  const years = printedYears(list, year, code).filter((one) => (year > end ? one > end : one < begin));
  const [first, last] = [years[0], years.at(-1)];
  return first === undefined ? "" : first === last ? String(first) : `${first}–${last}`;
}

function wording(found: Wrong, certainty: Certainty, year: number | undefined, list: CodeList): MessageRef {
  const isLikely = certainty === "likely";
  switch (found.status) {
    case "unknownCode": {
      const suggestions = found.suggestions.map(({ code, name }) => `${code} ${name}`);
      return { key: unknownKey(certainty, year, list), args: { suggestions } };
    }
    case "removedCode":
      return {
        key: isLikely ? "code.removedLikely" : "code.removed",
        args: { lastYear: String(found.lastYear), movedTo: found.movedTo ?? "" },
      };
    case "outdatedName":
      return {
        key: isLikely ? "code.outdatedLikely" : "code.outdated",
        args: { official: found.officialName, lastYear: String(found.lastYear) },
      };
    case "nameDiffers":
      return { key: isLikely ? "code.nameLikely" : "code.name", args: { official: found.officialName } };
  }
}

function unknownKey(certainty: Certainty, year: number | undefined, list: CodeList): string {
  if (certainty === "official") return "code.notInList";
  if (certainty === "likely") return "code.unknownLikely";
  return year === undefined || isFor(list, year) ? "code.unknown" : "code.unknownSince";
}
