import type { CodeKind } from "../codeLists";

/** How the codes of each classification are written. */
const SHAPES: Readonly<Record<CodeKind, RegExp>> = {
  functional: /^2\d\d(\d\d){0,2}$/,
  economicDepartment: /^3\d\d(\d\d)?$/,
  economicGovernment: /^5\d\d(\d\d)?$/,
  income: /^1\d\d(\d\d){0,3}$/,
  procurement: /^[A-C](\d\d){0,4}$/,
  purchasedService: /^[A-Z]?(\d\d){0,4}$/,
};

/** A code as the lists write it: half width, capitals, no spaces or quotes: "２０１ 03" → "20103". */
export function plainCode(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\s'"`’‘\u200B-\u200F\uFEFF]/g, "")
    .toUpperCase();
}

/** As plainCode; points and hyphens between the levels (201.03.01, A02-01) are left out too. */
export function joinedCode(text: string): string {
  const plain = plainCode(text);
  return /^(\d{3}|[A-Z]\d{2})([.\-_]\d{2})+$/.test(plain) ? plain.replace(/[.\-_]/g, "") : plain;
}

/** True for what is written as codes of the classification are. */
export function isCodeOf(kind: CodeKind, code: string): boolean {
  return code !== "" && SHAPES[kind].test(code);
}

/** True for what may be a code of some list: digits, or a capital letter and digits. */
export function isCodeLike(code: string): boolean {
  return /^[A-Z]?\d{1,12}$|^[A-Z]$/.test(code);
}

/** The classifications told by the form of a code alone; those with letters need the words around them. */
const BY_FORM: readonly CodeKind[] = ["functional", "economicDepartment", "economicGovernment", "income"];

/**
 * The classification that a list is of: of digits, by the first one of most codes; of letters, by what its title and
 * headings say (购买服务 or 采购). Undefined when there are no codes to tell by.
 */
export function guessKind(codes: readonly string[], words: string): CodeKind | undefined {
  const counts = BY_FORM.map((kind) => ({
    kind,
    count: codes.filter((code) => isCodeOf(kind, code)).length,
  }));
  const letters = codes.filter((code) => /^[A-Z]/.test(code)).length;
  const [most] = counts.sort((a, b) => b.count - a.count);
  if (most && most.count > 0 && most.count >= letters) return most.kind;
  if (letters === 0) return undefined;
  return /购买服务/.test(words) ? "purchasedService" : "procurement";
}
