import { existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { InvalidArgumentError, Option } from "commander";
import type { Locale } from "../messages/describe";
import { describeMany } from "../messages/many/describeMany";
import { langOption } from "./command";
import type { AddCommand, ExitCode, Output } from "./command";
import { errorCode } from "./files";
import { fileServer } from "./serve/fileServer";
import type { Serving } from "./serve/fileServer";

interface ServeFlags {
  readonly port: number;
  readonly host: string;
  readonly cert?: string;
  readonly key?: string;
  readonly pfx?: string;
  readonly passphraseFile?: string;
  readonly frameAncestors?: readonly string[];
  readonly lang: Locale;
}

/** Where office-addin-dev-certs puts its certificates. Source: its README. */
const DEV_CERTIFICATES = join(homedir(), ".office-addin-dev-certs");

/** Adds `gouji serve`: a web server of released files, until it is stopped. */
export const add: AddCommand = (program, { output, done }) => {
  program
    .command("serve")
    .description("把发布包里的 site 文件夹放到 https 网站上，供 Excel 加载；按 Ctrl+C 停止")
    .argument("<文件夹>")
    .addOption(new Option("--port <端口>", "端口").argParser(parsePort).default(3000))
    .option("--host <地址>", "在哪个网络地址上，默认只有这台计算机能访问", "127.0.0.1")
    .option("--cert <文件>", "证书（PEM），连同 --key")
    .option("--key <文件>", "证书的私钥（PEM）")
    .option("--pfx <文件>", "证书和私钥（PFX）")
    .option("--passphrase-file <文件>", "PFX 的密码所在的文件")
    .addOption(
      new Option(
        "--frame-ancestors <网址>",
        "还允许哪个网址显示窗格，如本单位的 Office Online Server；可以写几次",
      ).argParser((origin: string, before: readonly string[] = []) => [...before, origin]),
    )
    .addOption(langOption())
    .action(async (folder: string, flags: ServeFlags) => done(await serve(folder, flags, output)));
};

function parsePort(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65535)
    throw new InvalidArgumentError("端口应为 0 到 65535。");
  return Number(text);
}

async function serve(folder: string, flags: ServeFlags, output: Output): Promise<ExitCode> {
  const { port, host, lang, frameAncestors = [] } = flags;
  const say = (key: string, args: Readonly<Record<string, string>>) =>
    `${describeMany({ key, args }, lang)}\n`;
  if (!existsSync(join(folder, "taskpane.html"))) {
    output.err(say("serve.noFolder", { folder }));
    return 2;
  }
  let certificate: Serving["certificate"];
  try {
    certificate = certificateOf(flags);
  } catch (error) {
    output.err(say("serve.noCertificate", { why: errorCode(error) }));
    return 2;
  }
  return new Promise((end) => {
    const fail = (error: unknown) => {
      output.err(say("serve.failed", { port: String(port), why: errorCode(error) }));
      end(2);
    };
    try {
      const server = fileServer({ folder, ancestors: frameAncestors, certificate });
      server.on("error", fail).listen(port, host, () => {
        const address = server.address();
        const at = typeof address === "object" && address ? address.port : port;
        output.out(
          say("serve.ready", { address: `https://${host === "127.0.0.1" ? "localhost" : host}:${at}/` }),
        );
      });
      const stop = () => void server.close(() => end(0)).closeAllConnections();
      process.once("SIGINT", stop).once("SIGTERM", stop);
    } catch (error) {
      fail(error);
    }
  });
}

/** The certificate given, or that of office-addin-dev-certs. Throws what the file system throws. */
function certificateOf({ cert, key, pfx, passphraseFile }: ServeFlags): Serving["certificate"] {
  if (pfx !== undefined) {
    const passphrase =
      passphraseFile === undefined ? {} : { passphrase: readFileSync(passphraseFile, "utf8").trim() };
    return { pfx: readFileSync(pfx), ...passphrase };
  }
  return {
    cert: readFileSync(cert ?? join(DEV_CERTIFICATES, "localhost.crt")),
    key: readFileSync(key ?? join(DEV_CERTIFICATES, "localhost.key")),
  };
}
