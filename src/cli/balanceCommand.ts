import { Option } from "commander";
import { planBalance } from "../actions/balanceRounding";
import { describe } from "../messages/describe";
import type { Locale } from "../messages/describe";
import type { MessageRef } from "../messages/messageRef";
import type { RoundingPlan } from "../planning/rounding/planRounding";
import { formatA1 } from "../workbook/address";
import { applyEdits } from "../xlsx/patch/applyEdits";
import { copyFile } from "./markFile";
import { tellFormat } from "./tellCopy";
import { highsSolver } from "./highsSolver";
import { formatOption, langOption } from "./command";
import type { AddCommand, ExitCode, Output } from "./command";

interface BalanceFlags {
  readonly output?: string;
  readonly lock: readonly string[];
  readonly format: "text" | "json";
  readonly lang: Locale;
}

/** Adds `gouji balance`: shows, and with -o writes into a copy, what makes rounded figures add up (舍位平衡). */
export const add: AddCommand = (program, { output, done }) => {
  program
    .command("balance")
    .description("舍位平衡：列出消除尾差最少要改的数；给出 -o 时另存一份改好的工作簿，原文件不动")
    .argument("<文件>")
    .option("-o, --output <文件>", "另存为")
    .addOption(lockOption())
    .addOption(formatOption())
    .addOption(langOption())
    .action(async (input: string, flags: BalanceFlags) => done(await balance(input, flags, output)));
};

/** Commander tells a list by "..." behind a Latin letter alone. */
function lockOption(): Option {
  const option = new Option("--lock <单元格...>", "不能改动的工作表或单元格，可以给几处");
  option.variadic = true;
  return option.default([], "没有");
}

async function balance(input: string, flags: BalanceFlags, output: Output): Promise<ExitCode> {
  let plan: RoundingPlan | undefined;
  const report = await copyFile(input, flags.output, async ({ snapshot, bytes }) => {
    const found = await planBalance(snapshot, highsSolver, flags.lock);
    plan = found.plan;
    const problem: MessageRef | null = plan ? null : { key: "balance.lock", args: { lock: found.unknown } };
    return {
      error: problem,
      result: null,
      protectedSheets: [],
      bytes: () => applyEdits(bytes, found.plan?.edits ?? []),
    };
  });
  const { error } = report;
  if (flags.output !== undefined) tellFormat(report, flags.lang, output);
  if (error || !plan) {
    output.err(`${input}: ${error ? describe(error, flags.lang) : ""}\n`);
    return 2;
  }
  output.out(flags.format === "json" ? toJson(plan, flags.lang) : toText(plan, flags.lang));
  return plan.left.length > 0 ? 1 : 0;
}

function toText({ changes, removed, left }: RoundingPlan, lang: Locale): string {
  const say = (key: string, args: Record<string, string>) => describe({ key, args }, lang);
  return [
    ...changes.map(({ sheet, row, column, from, to }) =>
      say("balance.change", { sheet, cell: formatA1(row, column), from, to }),
    ),
    say("balance.removed", { removed: String(removed), count: String(changes.length) }),
    ...left.map((reason) => describe(reason, lang)),
    "",
  ].join("\n");
}

function toJson({ changes, removed, left }: RoundingPlan, lang: Locale): string {
  const plain = {
    changes: changes.map(({ sheet, row, column, from, to, kind }) => ({
      sheet,
      cell: formatA1(row, column),
      from,
      to,
      kind,
    })),
    removed,
    left: left.map((reason) => describe(reason, lang)),
  };
  return `${JSON.stringify(plain, null, 2)}\n`;
}
