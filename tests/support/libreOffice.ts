import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** LibreOffice is asked to work out every formula when it opens a file, whatever results stand in it. */
const ALWAYS_CALCULATE =
  `<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry">` +
  `<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse">` +
  `<value>0</value></prop></item></oor:items>`;

/** True where the command is there; tests that need it are skipped elsewhere. */
export const hasLibreOffice = spawnSync("soffice", ["--version"]).status === 0;

/** A workbook as LibreOffice saves it after working out all its formulas. */
export function recalculated(bytes: Uint8Array): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), "gouji-calc-"));
  try {
    const profile = join(folder, "profile");
    mkdirSync(join(profile, "user"), { recursive: true });
    writeFileSync(join(profile, "user", "registrymodifications.xcu"), ALWAYS_CALCULATE);
    writeFileSync(join(folder, "in.xlsx"), bytes);
    const out = join(folder, "out");
    execFileSync(
      "soffice",
      [
        `-env:UserInstallation=${pathToFileURL(profile).href}`,
        ...["--headless", "--convert-to", "xlsx", "--outdir", out, join(folder, "in.xlsx")],
      ],
      { stdio: "ignore", timeout: 120_000 },
    );
    return new Uint8Array(readFileSync(join(out, "in.xlsx")));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
