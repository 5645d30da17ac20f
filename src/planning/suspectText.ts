import { Decimal } from "../amounts/decimal";
import { formatAmount } from "../amounts/format";
import { describe } from "../messages/describe";
import type { Locale } from "../messages/describe";
import type { MessageRef } from "../messages/messageRef";
import type { Suspect } from "../validation/finding";
import { formatA1 } from "../workbook/address";

/** "可能错在表6!D7，应为 725.78": the cell and what would mend it. */
export function suspectText(suspect: Suspect, locale: Locale): string {
  return describe(suspectMessage(suspect), locale);
}

/** Keys suspect.value, suspect.between, suspect.atLeast, suspect.atMost, by what is known of the right value. */
function suspectMessage({ sheet, row, column, low, high, suggested }: Suspect): MessageRef {
  const cell = `${sheet}!${formatA1(row, column)}`;
  const only = suggested ?? (low === high ? low : null);
  if (only !== null) return { key: "suspect.value", args: { cell, value: amountText(only) } };
  if (low !== null && high !== null)
    return { key: "suspect.between", args: { cell, low: amountText(low), high: amountText(high) } };
  if (low !== null) return { key: "suspect.atLeast", args: { cell, low: amountText(low) } };
  return { key: "suspect.atMost", args: { cell, high: amountText(high ?? "0") } };
}

/** A plain amount of a finding as the tables print it, with all the digits it has (two at least). */
export function amountText(plain: string): string {
  const amount = new Decimal(plain);
  return formatAmount(amount, Math.max(2, amount.decimalPlaces()));
}
