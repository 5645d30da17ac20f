import { describeText } from "../messages/budgetText/describeText";
import type { Locale } from "../messages/describe";
import type { TextSuspect } from "../text/textFinding";
import { formatA1 } from "../workbook/address";

/** Likely wrong places named under one finding. */
const MOST_SUSPECTS = 3;

/** 可能写错的：“8.56万元”（应为 8.65万元）: the likeliest wrong places of a finding in a text, in one line; "" when there is none. */
export function tellSuspects(suspects: readonly TextSuspect[], locale: Locale): string {
  if (suspects.length === 0) return "";
  const places = suspects.slice(0, MOST_SUSPECTS).map((suspect) => tellSuspect(suspect, locale));
  return describeText({ key: "text.suspects", args: { places: places.join("；") } }, locale);
}

function tellSuspect({ text, cell, suggested, why }: TextSuspect, locale: Locale): string {
  if (cell) {
    const args = { sheet: cell.sheet, cell: formatA1(cell.row, cell.column) };
    return describeText({ key: "text.suspectCell", args }, locale);
  }
  const reasons = why.map((reason) => describeText(reason, locale)).join("，");
  const args = { words: text ?? "", suggested: suggested ?? "", why: reasons };
  return describeText({ key: "text.suspect", args }, locale);
}
