import { codeOfName, levelOfCode, nameOfCode, parentOfCode } from "../src/actions/codeFunctions";
import { shippedLists } from "../src/codes/shippedLists";
import type { ImportedList } from "../src/codes/import/importedList";
import type { FunctionResult } from "../src/actions/codeFunctions";
import { describe } from "../src/messages/describe";
import type { Locale } from "../src/messages/describe";

/** The part of Office's CustomFunctions that is used; tests pass their own. */
export interface FunctionHost {
  associate(id: string, work: (...args: never[]) => unknown): void;
  /** The error value a cell shows, with the sentence in its tip. */
  error(code: "notAvailable" | "invalidValue", message: string): Error;
}

/** What a cell hands over: a code may be kept as a number, and what is left out is null. */
type CellInput = string | number | boolean | null | undefined;

/**
 * Ties GOUJI.NAME, CODE, PARENT and LEVEL to their work, by the ids of assets/functions.json.
 * @param lists the lists of the user and the workbook, by which the first two go
 */
export function associateFunctions(
  host: FunctionHost,
  locale: Locale,
  lists: () => Promise<readonly ImportedList[]>,
): void {
  const give = <T>(result: FunctionResult<T>): T => {
    if ("value" in result) return result.value;
    throw host.error(result.error, describe(result.problem, locale));
  };
  const shipped = shippedLists();
  const by = async () => ({ imported: await lists(), shipped });
  host.associate("NAME", async (code: CellInput, kind: CellInput, year: CellInput) =>
    give(await nameOfCode(text(code), text(kind), yearOf(year), await by())),
  );
  host.associate("CODE", async (name: CellInput, parent: CellInput, kind: CellInput, year: CellInput) =>
    give(await codeOfName(text(name), text(parent), text(kind), yearOf(year), await by())),
  );
  host.associate("PARENT", (code: CellInput) => give(parentOfCode(text(code))));
  host.associate("LEVEL", (code: CellInput) => give(levelOfCode(text(code))));
}

function text(value: CellInput): string {
  return value === null || value === undefined ? "" : String(value);
}

/** Excel hands over 0 for a blank cell. */
function yearOf(value: CellInput): number | undefined {
  const year = Number(value);
  return Number.isInteger(year) && year > 0 ? year : undefined;
}
