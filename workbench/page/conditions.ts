import type { ExcelHost } from "../host/excelHost";
import type { ApiVersion } from "../host/objectType";

/** What the page's address may say of the Excel that is played: "?language=en-US&api=1.9&delay=300&fail=AccessDenied&after=2". */
export interface Conditions {
  readonly language: "zh-CN" | "en-US";
  /** The newest ExcelApi that this Excel knows; undefined for the newest of all. */
  readonly api: ApiVersion | undefined;
  /** Milliseconds that every round trip takes longer. */
  readonly delay: number;
  /** An error code with which one round trip fails, and how many go well before. */
  readonly fail: { readonly code: string; readonly after: number } | undefined;
}

/** Reads the query of an address; what it does not understand counts as left out. */
export function readConditions(search: string): Conditions {
  const query = new URLSearchParams(search);
  const api = query.get("api") ?? "";
  const code = query.get("fail");
  const number = (name: string) => Math.max(0, Number(query.get(name) ?? 0) || 0);
  return {
    language: languageOf(query.get("language") ?? "zh-CN"),
    api: /^\d+\.\d+$/.test(api) ? (api as ApiVersion) : undefined,
    delay: number("delay"),
    fail: code === null ? undefined : { code, after: number("after") },
  };
}

/** Languages are told by their first part: "en" asks for the same as "en-US". */
function languageOf(asked: string): "zh-CN" | "en-US" {
  return /^en\b/i.test(asked) ? "en-US" : "zh-CN";
}

/** The query for the add-in's frame, where Office itself is played. */
export function frameQuery({ language, api }: Conditions): string {
  return String(new URLSearchParams({ language, ...(api && { api }) }));
}

/** Has a host behave as the address says. */
export function disturb(host: ExcelHost, { delay, fail }: Conditions): void {
  if (delay > 0) host.delayNext({ milliseconds: delay, roundTrips: Infinity });
  if (fail) host.failNext({ code: fail.code, afterRoundTrips: fail.after });
}
