import { describe } from "../messages/describe";
import type { Locale } from "../messages/describe";
import { langOption } from "./command";
import type { AddCommand, ExitCode, Output } from "./command";
import { verifySystemFile } from "./verifySystem";

/** Adds `gouji verify-system`: whether the figures and relations of a JSON file can hold together. */
export const add: AddCommand = (program, { output, done }) => {
  program
    .command("verify-system")
    .description("核对文件里的一组数和关系式：逐条、合在一起、可能错的数")
    .argument("<文件>")
    .addOption(langOption())
    .action(async (file: string, flags: { readonly lang: Locale }) =>
      done(await verify(file, flags.lang, output)),
    );
};

async function verify(file: string, locale: Locale, output: Output): Promise<ExitCode> {
  const verdict = await verifySystemFile(file);
  if ("problem" in verdict) {
    output.err(`${file}: ${describe(verdict.problem, locale)}\n`);
    return 2;
  }
  output.out(verdict.json);
  return verdict.feasible ? 0 : 1;
}
