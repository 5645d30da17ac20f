import type { CodeList } from "./codeLists";

/**
 * Codes stand in a tree by their own form: 201 → 20103 → 2010301 in pairs of digits after the first three, A → A02 →
 * A0201 in pairs after the letter, and A02000000 → A02010000 with the empty pairs printed as 00 (procurement since 2022).
 */
const PADDED = /^[A-Z]\d{8}$/;

/** The code one level above, undefined at the top. Tells only by the form, not whether any list has it. */
export function parentCode(code: string): string | undefined {
  if (PADDED.test(code)) {
    const own = code.replace(/(00)+$/, "");
    const above = own.length <= 3 ? code.slice(0, 1) : own.slice(0, -2);
    return above.length === 1 ? above : above.padEnd(code.length, "0");
  }
  if (/^[A-Z]/.test(code)) return code.length <= 1 ? undefined : code.slice(0, Math.max(1, code.length - 2));
  return code.length <= 3 ? undefined : code.slice(0, Math.max(3, code.length - 2));
}

/** The codes above a code by its form, the top first: 2010301 → 201, 20103. */
export function codesAbove(code: string): string[] {
  const parent = parentCode(code);
  return parent === undefined ? [] : [...codesAbove(parent), parent];
}

/** 1 for a class (类, a letter of the procurement catalogue), 2 for 款, 3 for 项, and so on. */
export function codeLevel(code: string): number {
  return codesAbove(code).length + 1;
}

/** The codes above a code that the list has, the top first. */
export function ancestorsIn({ entries }: Pick<CodeList, "entries">, code: string): string[] {
  return codesAbove(code).filter((above) => entries.has(above));
}

/** The codes directly below one, in the order of the list; those of the top for undefined. */
export function childrenIn(list: CodeList, code: string | undefined): string[] {
  return [...list.entries.keys()].filter((one) => nearestParentIn(list, one) === code);
}

/** The nearest code above that the list has: lists with gaps keep their codes reachable. */
function nearestParentIn({ entries }: CodeList, code: string): string | undefined {
  return codesAbove(code).findLast((above) => entries.has(above));
}
