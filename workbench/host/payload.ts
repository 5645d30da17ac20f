import type { ResponseBody } from "./wire";

/**
 * Excel on the web takes no request and gives no response beyond this: 5 MB. Source: office-js-docs,
 * docs/concepts/resource-limits-and-performance-optimization.md.
 */
const LARGEST_PAYLOAD = 5 * 1024 * 1024;

/** The most bytes that one unit of text takes in UTF-8. */
const BYTES_A_UNIT = 3;

/** True for a text that Excel on the web would not carry. */
export function isTooLarge(text: string): boolean {
  if (text.length * BYTES_A_UNIT <= LARGEST_PAYLOAD) return false;
  return text.length > LARGEST_PAYLOAD || new TextEncoder().encode(text).length > LARGEST_PAYLOAD;
}

/** The answer in place of one that is too large, or to a request that is. Source of codes: Excel.ErrorCodes. */
export function sizeError(what: "Request" | "Response"): ResponseBody {
  return {
    Error: {
      Code: `${what}PayloadSizeLimitExceeded`,
      Message: `The ${what.toLowerCase()} payload size has exceeded the limit.`,
      Location: "",
      ActionIndex: 0,
      HttpStatusCode: 413,
    },
    ProcessedResults: { Results: [] },
  };
}
