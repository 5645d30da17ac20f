import { accessSync, constants, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { MessageRef } from "../../messages/messageRef";
import { findTargets } from "../files";
import { writeWhole } from "../writeWhole";
import { hashOf } from "./hashOf";
import type { Done, Item, Job } from "./work";

/**
 * Results of earlier runs, each in a file of its own whose name is a hash of all that it depends on: the content of the
 * files, their names (a year may stand there), this program, and the rules and lists it was given. So nothing in it is ever
 * out of date, several runs may share it, and it may be deleted at any time.
 */
export interface Cache {
  /** Where the result for an item is kept; undefined where its files cannot be read. */
  readonly placeOf: (item: Item) => string | undefined;
  /** What is kept at a place; undefined where nothing is, or nothing that can be read. */
  readonly keptAt: (place: string) => Done | undefined;
}

/** Opens a folder as a cache for a job, and makes it where there is none; undefined where that cannot be. */
export function openCache(folder: string, job: Job): Cache | undefined {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch {
    // Said by the command, which then does nothing.
    return undefined;
  }
  // Neither how it is told nor the day changes what is found; a copy made on another day says of itself that it was.
  const base = hashOf([programHash(), JSON.stringify({ ...job, format: undefined, date: undefined })]);
  return {
    keptAt,
    placeOf: ({ file, problem, tables, lastYear, units }) => {
      if (problem !== undefined) return undefined;
      const ofUnits = units === undefined ? [] : findTargets(units).map((target) => target.file);
      const files = [file, tables, lastYear].filter((path) => path !== undefined);
      try {
        const pieces = [
          ...files.flatMap((path) => [basename(path), readFileSync(path)]),
          // Findings name the files of units by their paths.
          ...ofUnits.flatMap((path) => [path, readFileSync(path)]),
        ];
        return join(folder, `${hashOf([base, ...pieces])}.json`);
      } catch {
        // Whoever does the work says what is wrong with the file.
        return undefined;
      }
    },
  };
}

/** The hash of this program's own scripts: another program may find something else. */
function programHash(): string {
  const scripts = readdirSync(__dirname).filter((name) => /\.(cjs|ts)$/.test(name));
  return hashOf(scripts.sort().flatMap((name) => [name, readFileSync(join(__dirname, name))]));
}

function keptAt(place: string): Done | undefined {
  try {
    return (JSON.parse(readFileSync(place, "utf8")) as { readonly done: Done }).done;
  } catch {
    // Not there, or cut off by a full disk: done once more.
    return undefined;
  }
}

/** Keeps a result, unless it says something of the computer and not of the file. A full disk keeps nothing from being done. */
export async function keepDone(place: string, done: Done): Promise<void> {
  if (done.error && isPassing(done.error)) return;
  try {
    await writeWhole(place, Buffer.from(JSON.stringify({ done }), "utf8"));
  } catch {
    // The next run does it again.
  }
}

function isPassing({ key }: MessageRef): boolean {
  return /^file\.(missing|noAccess|unreadable|cannotWrite|fault|outOfMemory|sameFile)|^units\.unitFile/.test(
    key,
  );
}
