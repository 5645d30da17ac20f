import { CODE_KINDS } from "../codeKinds";
import { parseCodeList } from "../codeLists";
import type { CodeEntry, CodeKind, CodeList, CodeName } from "../codeLists";
import { isSameName } from "../codeName";
import type { CodeAndName } from "./compareLists";

/** A list a finance office handed out, as it is kept with a workbook or for the user. */
export interface ImportedList {
  readonly kind: CodeKind;
  /** What it is called: the name of its file or sheet. */
  readonly title: string;
  /** The year it is for; undefined when it is for any. */
  readonly year: number | undefined;
  /** True when a code that is not in it is wrong. */
  readonly isAuthoritative: boolean;
  readonly entries: readonly CodeAndName[];
}

/** Raised when the form of what is kept changes. */
const VERSION = 1;

/** Settings of a workbook that hold an imported list begin with this; the classification follows. */
const SETTING = "codeList:";

/** The key under which a workbook keeps its list of a classification. */
export function settingKey(kind: CodeKind): string {
  return `${SETTING}${kind}`;
}

/** The text in which a list is kept. */
export function writeImported({ kind, title, year, isAuthoritative, entries }: ImportedList): string {
  const codes = entries.map(({ code, name }) => [code, name]);
  return JSON.stringify({ version: VERSION, kind, title, year: year ?? null, isAuthoritative, codes });
}

/** Reads a list that was kept; undefined for what is not one, or of a version this product does not know. */
export function readImported(text: string): ImportedList | undefined {
  let kept: unknown;
  try {
    kept = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof kept !== "object" || kept === null) return undefined;
  const { version, kind, title, year, isAuthoritative, codes } = kept as Record<string, unknown>;
  if (version !== VERSION || !isKind(kind) || typeof title !== "string" || !Array.isArray(codes))
    return undefined;
  const entries = codes.flatMap((one): CodeAndName[] => {
    const [code, name] = Array.isArray(one) ? (one as unknown[]) : [];
    return typeof code === "string" && typeof name === "string" ? [{ code, name }] : [];
  });
  if (entries.length !== codes.length) return undefined;
  return {
    kind,
    title,
    year: typeof year === "number" ? year : undefined,
    isAuthoritative: isAuthoritative === true,
    entries,
  };
}

/** The lists kept among the settings of a workbook. */
export function importedIn(settings: Readonly<Record<string, string>> | undefined): ImportedList[] {
  return Object.entries(settings ?? {}).flatMap(([key, text]) =>
    key.startsWith(SETTING) ? (readImported(text) ?? []) : [],
  );
}

/**
 * The list as the checks and the search use it. Earlier names of the shipped list stay known, so that a name of 2019 is
 * told as such. One that is not authoritative only adds to the shipped list: what it does not have is judged as before.
 * @param shipped the shipped list of its year
 */
export function toCodeList(
  { kind, title, year, isAuthoritative, entries }: ImportedList,
  shipped: CodeList = parseCodeList(kind),
): CodeList {
  const evidence = isAuthoritative ? "import" : "importSupplement";
  const own = new Map(
    entries.map(({ code, name }): [string, CodeEntry] => [
      code,
      { code, names: namesOf(shipped.entries.get(code), name), evidence, confidence: "" },
    ]),
  );
  const about = { id: `imported-${kind}`, kind, title, edition: year ?? shipped.edition };
  return isAuthoritative
    ? { ...about, coverage: "official", years: year === undefined ? [0, 9999] : [year, year], entries: own }
    : {
        ...about,
        coverage: shipped.coverage,
        years: shipped.years,
        ...(shipped.isNumberedAnew === true ? { isNumberedAnew: true } : {}),
        entries: new Map([...shipped.entries, ...own]),
      };
}

function namesOf(shipped: CodeEntry | undefined, name: string): CodeName[] {
  const earlier = (shipped?.names ?? []).filter(
    (one) => one.lastYear !== undefined && !isSameName(one.name, name),
  );
  return [...earlier, { name, firstYear: undefined, lastYear: undefined }];
}

function isKind(value: unknown): value is CodeKind {
  return CODE_KINDS.some((kind) => kind === value);
}
