import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(__dirname, "../..");

/** A line of a block of commands in the documentation. */
export interface DocumentedLine {
  readonly document: string;
  /** Lines of one block are meant to be run one after another. */
  readonly block: number;
  readonly line: string;
}

/** What begins a line that somebody is meant to type. */
const COMMAND = /^(npx|npm|node|sh|sbatch|gouji|cat|mkdir|kubectl|sudo|git)\b/;

/** Every command in the blocks of the README files and of docs. */
export function documentedLines(): DocumentedLine[] {
  const docs = readdirSync(join(ROOT, "docs"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => join("docs", name));
  const documents = [
    ...["README.md", "README.zh-CN.md", "CONTRIBUTING.md", "THREATS.md", "CHANGELOG.md"],
    ...docs.sort(),
  ];
  return documents.flatMap((document) => {
    const text = readFileSync(join(ROOT, document), "utf8");
    return [...text.matchAll(/^```\w*\n([^]*?)^```/gm)].flatMap(([, inside = ""], block) =>
      inside
        .split("\n")
        .map((line) => line.trim())
        .filter((line) => COMMAND.test(line))
        .map((line) => ({ document, block, line })),
    );
  });
}

/** The words of a command as a shell reads them, what follows "#" or ">" left out. Knows double quotes and no more. */
export function wordsOf(line: string): string[] {
  const command = line.replace(/\s[#>].*$/, "");
  return [...command.matchAll(/"([^"]*)"|\S+/g)].map(([word, quoted]) => quoted ?? word);
}

/** The file that the standard output goes to; undefined for none. */
export function outputOf(line: string): string | undefined {
  return / > (\S+)/.exec(line)?.[1];
}
