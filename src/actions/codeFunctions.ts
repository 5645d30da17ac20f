import { namesIn } from "../codes/codeLists";
import type { CodeKind, CodeList } from "../codes/codeLists";
import { isSameClassName } from "../codes/codeName";
import { isCodeLike, isCodeOf, plainCode } from "../codes/import/codeShape";
import { toCodeList } from "../codes/import/importedList";
import type { ImportedList } from "../codes/import/importedList";
import { importedFor } from "../codes/listsInUse";
import { shippedLists } from "../codes/shippedLists";
import type { ShippedLists } from "../codes/shippedLists";
import { codeLevel, parentCode } from "../codes/place";
import type { MessageRef } from "../messages/messageRef";
import { CODE_KINDS } from "./findCodes";

/** What a function in a cell gives, or the error value it shows and the sentence to it. */
export type FunctionResult<T> =
  { readonly value: T } | { readonly error: "notAvailable" | "invalidValue"; readonly problem: MessageRef };

/** What a function goes by. */
export interface FunctionLists {
  /** Lists of the user and the workbook, which come before the shipped ones of their classification and year. */
  readonly imported?: readonly ImportedList[];
  /** The shipped ones; read anew when left out, so held by those who work out more than one cell. */
  readonly shipped?: ShippedLists;
}

/** What classifications may be called in a formula. */
const KIND_WORDS: readonly (readonly [RegExp, CodeKind])[] = [
  [/^(支出)?功能(分类)?|^functional/i, "functional"],
  [/^部门|^economicdepartment/i, "economicDepartment"],
  [/^政府预算|^政府经济|^economicgovernment/i, "economicGovernment"],
  [/^收入|^income/i, "income"],
  [/购买服务|^purchasedservice/i, "purchasedService"],
  [/采购|品目|^procurement/i, "procurement"],
];

/** GOUJI.NAME: the name of a code in a year, of the list's edition without one. Unknown codes give #N/A. */
export async function nameOfCode(
  code: string,
  kind = "",
  year?: number,
  lists: FunctionLists = {},
): Promise<FunctionResult<string>> {
  const plain = plainCode(code);
  if (!isCodeLike(plain)) return invalid("function.notACode", code);
  const kinds = kindsFor(kind, (one) => isCodeOf(one, plain));
  if (!kinds) return invalid("function.noSuchKind", kind);
  for (const list of await listsOf(kinds, year, lists)) {
    const entry = list.entries.get(plain);
    const name = entry && namesIn(entry, year ?? list.edition).at(-1);
    if (name !== undefined) return { value: name };
  }
  return unknown("function.unknownCode", plain, year);
}

/**
 * GOUJI.CODE: the code of a name. Of several codes of that name the one below `parent` (a code or a name) counts;
 * where more than one is left nothing is guessed: #N/A with how many there are.
 */
export async function codeOfName(
  name: string,
  parent = "",
  kind = "",
  year?: number,
  lists: FunctionLists = {},
): Promise<FunctionResult<string>> {
  if (name.trim() === "") return invalid("function.noName", name);
  const kinds = kindsFor(kind, () => true);
  if (!kinds) return invalid("function.noSuchKind", kind);
  for (const list of await listsOf(kinds, year, lists)) {
    const rightNames = (code: string) => {
      const entry = list.entries.get(code);
      return entry ? namesIn(entry, year ?? list.edition) : [];
    };
    const isBelow = (code: string) => {
      for (let above = parentCode(code); above !== undefined; above = parentCode(above)) {
        if (above === plainCode(parent) || rightNames(above).some((one) => isSameClassName(one, parent)))
          return true;
      }
      return false;
    };
    const found = [...list.entries.keys()].filter(
      (code) =>
        rightNames(code).some((one) => isSameClassName(one, name)) && (parent.trim() === "" || isBelow(code)),
    );
    const [only] = found;
    if (only !== undefined && found.length === 1) return { value: only };
    if (found.length > 1) {
      const args = { name, count: String(found.length), codes: found.slice(0, 3) };
      return { error: "notAvailable", problem: { key: "function.severalCodes", args } };
    }
  }
  return unknown("function.unknownName", name, year);
}

/** GOUJI.PARENT: the code one level above, told by the form of the code; #N/A at the top. */
export function parentOfCode(code: string): FunctionResult<string> {
  const plain = plainCode(code);
  if (!isCodeLike(plain)) return invalid("function.notACode", code);
  const parent = parentCode(plain);
  return parent === undefined ? unknown("function.noParent", plain, undefined) : { value: parent };
}

/** GOUJI.LEVEL: 1 for 类, 2 for 款, 3 for 项, and so on. */
export function levelOfCode(code: string): FunctionResult<number> {
  const plain = plainCode(code);
  return isCodeLike(plain) ? { value: codeLevel(plain) } : invalid("function.notACode", code);
}

function kindsFor(kind: string, isPossible: (kind: CodeKind) => boolean): readonly CodeKind[] | undefined {
  if (kind.trim() === "") return CODE_KINDS.filter(isPossible);
  const found = KIND_WORDS.find(([pattern]) => pattern.test(kind.trim()))?.[1];
  return found && [found];
}

/**
 * The lists of some classifications, in their order; of two editions of one the one in force in the year comes first,
 * the newest without a year: the same procurement code means other things in 2013 and in 2022. An imported one stands in
 * for those of its classification and year.
 */
async function listsOf(
  kinds: readonly CodeKind[],
  year: number | undefined,
  { imported = [], shipped = shippedLists() }: FunctionLists,
): Promise<CodeList[]> {
  const lists: CodeList[] = [];
  for (const kind of kinds) {
    const given = importedFor(imported, kind, year);
    if (given) {
      lists.push(toCodeList(given, shipped.list(kind)));
      continue;
    }
    const own = [shipped.list(kind), ...(await shipped.load(kind))];
    const isLater = ({ edition }: CodeList) => year !== undefined && edition > year;
    own.sort((a, b) => Number(isLater(a)) - Number(isLater(b)) || b.edition - a.edition);
    lists.push(...own);
  }
  return lists;
}

function invalid(key: string, text: string): FunctionResult<never> {
  return { error: "invalidValue", problem: { key, args: { text } } };
}

function unknown(key: string, text: string, year: number | undefined): FunctionResult<never> {
  return {
    error: "notAvailable",
    problem: { key, args: { text, year: year === undefined ? "" : String(year) } },
  };
}
