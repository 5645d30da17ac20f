import { InvalidArgumentError } from "commander";

/** One of several parts of a list, counted from 1. */
export interface Shard {
  readonly part: number;
  readonly of: number;
}

/** "2/8" → the second of eight parts; throws commander's error for anything else. */
export function parseShard(text: string): Shard {
  const [, part, of] = (/^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? []).map(Number);
  if (part === undefined || of === undefined || part < 1 || part > of)
    throw new InvalidArgumentError("应写成第几份/共几份，如 2/8。");
  return { part, of };
}

/**
 * One part of a list: neighbours stay together and the parts differ by one at most, so that the results of all parts put
 * behind each other are the results of the whole.
 */
export function shardOf<T>(all: readonly T[], { part, of }: Shard): readonly T[] {
  const end = (number: number) => Math.floor((all.length * number) / of);
  return all.slice(end(part - 1), end(part));
}
