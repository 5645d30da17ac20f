/** Longer than this no input may take, in milliseconds. */
export const LONGEST = 2000;

/** So many odd inputs are made at a time, of one seed. */
export const CASES_A_BATCH = 250;

/** What trying odd inputs came to. */
export interface FuzzResult {
  readonly runs: number;
  /** How many could be read, and how many were refused with a sentence. */
  readonly read: number;
  readonly refused: number;
  readonly crashes: readonly { readonly error: string; readonly input: unknown }[];
  /** In milliseconds. */
  readonly slowest: number;
  readonly slow: readonly unknown[];
  /** In bytes. */
  readonly memory: number;
}

/** What was played on the host. */
export interface HostResult {
  readonly rows: readonly {
    readonly what: string;
    readonly came: string;
    readonly must: string;
    readonly holds: boolean;
  }[];
}
