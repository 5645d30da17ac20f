/** Meanings that a layout may name for one and the same change: income and expenditure grow together. */
const SAME: readonly (readonly string[])[] = [["收支", "收入", "支出"]];

/**
 * Why an amount changed, by its meaning: the reason kept for it, else the one of a line that is the same money (收支总计). A reason
 * loses the full stop behind it, since the sentence goes on or has its own.
 */
export function reasonsForText(
  reasons: ReadonlyMap<string, string>,
): (meaning: string) => string | undefined {
  return (meaning) => {
    const names = [meaning, ...(SAME.find((group) => group.includes(meaning)) ?? [])];
    const found = names.map((name) => reasons.get(name)).find((reason) => reason !== undefined);
    return found?.replace(/[。；;.\s]+$/u, "").replace(/^(主要)?原因(是|为)?[:：]?/, "");
  };
}
