/**
 * node scripts/recalculate.mjs from.xlsx to.xlsx — has LibreOffice open a workbook, work out every formula anew and
 * save the result: an opinion on the figures that is independent of this product's. Needs soffice (libreoffice-calc).
 */
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

/** Without this setting LibreOffice believes the results stored in the file (0 is "always recalculate"). */
const ALWAYS_RECALCULATE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
`;

const [from, to] = process.argv.slice(2);
if (!from || !to) {
  process.stderr.write("node scripts/recalculate.mjs from.xlsx to.xlsx\n");
  process.exit(2);
}
const folder = mkdtempSync(join(tmpdir(), "gouji-recalculate-"));
try {
  // A profile of its own: the user's settings and an open LibreOffice stay out of it.
  mkdirSync(join(folder, "profile/user"), { recursive: true });
  writeFileSync(join(folder, "profile/user/registrymodifications.xcu"), ALWAYS_RECALCULATE);
  copyFileSync(resolve(from), join(folder, "workbook.xlsx"));
  const run = spawnSync(
    "soffice",
    [
      `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`,
      "--headless",
      "--convert-to",
      "xlsx",
      "--outdir",
      join(folder, "out"),
      join(folder, "workbook.xlsx"),
    ],
    { encoding: "utf8", timeout: 120_000 },
  );
  if (run.status !== 0) throw new Error(`soffice: ${run.error?.message ?? run.stderr}`);
  copyFileSync(join(folder, "out/workbook.xlsx"), resolve(to));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
