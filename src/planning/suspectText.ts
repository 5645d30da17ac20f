import { Decimal } from "../amounts/decimal";
import { formatAmount } from "../amounts/format";
import { describe } from "../messages/describe";
import type { Locale } from "../messages/describe";
import type { MessageRef } from "../messages/messageRef";
import type { Finding, Suspect } from "../validation/finding";
import { printedDecimals } from "../validation/printedDecimals";
import { formatA1 } from "../workbook/address";

/** "可能错在表6!D7，应为 725.78": a suspect of a finding and what would mend it. */
export function suspectText(finding: Finding, suspect: Suspect, locale: Locale): string {
  return describe(suspectMessage(suspect, printedDecimals(finding, suspect)), locale);
}

/** Keys suspect.value, suspect.between, suspect.atLeast, suspect.atMost, by what is known of the right value. */
function suspectMessage({ sheet, row, column, low, high, suggested }: Suspect, decimals: number): MessageRef {
  const text = (plain: string) => amountText(plain, decimals);
  const cell = `${sheet}!${formatA1(row, column)}`;
  const only = suggested ?? (low === high ? low : null);
  if (only !== null) return { key: "suspect.value", args: { cell, value: text(only) } };
  if (low !== null && high !== null)
    return { key: "suspect.between", args: { cell, low: text(low), high: text(high) } };
  if (low !== null) return { key: "suspect.atLeast", args: { cell, low: text(low) } };
  return { key: "suspect.atMost", args: { cell, high: text(high ?? "0") } };
}

/** A plain amount as the tables print it, with all the digits it has and so many decimals at least. */
export function amountText(plain: string, decimals = 2): string {
  const amount = new Decimal(plain);
  return formatAmount(amount, Math.max(decimals, amount.decimalPlaces()));
}
