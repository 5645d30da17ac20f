/**
 * node scripts/tableImages.mjs from.xlsx folder — prints the sheets of a workbook as LibreOffice does and keeps the first
 * page of each as a picture: table-01.png, table-02.png … A sheet begins where a page begins with a year (2020年…表).
 * Says on standard output, as JSON, of each page which sheet it belongs to and its words line by line.
 * Needs soffice (libreoffice-calc), pdftoppm and pdftotext (poppler-utils).
 */
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

/** Dots per inch: the words of a wide table can just be read, and a picture stays below 100 kB. */
const RESOLUTION = "80";

const [from, to] = process.argv.slice(2);
if (!from || !to) {
  process.stderr.write("node scripts/tableImages.mjs from.xlsx folder\n");
  process.exit(2);
}
const folder = mkdtempSync(join(tmpdir(), "gouji-print-"));
try {
  copyFileSync(resolve(from), join(folder, "tables.xlsx"));
  // A profile of its own: the user's settings and an open LibreOffice stay out of it.
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
  const convert = ["--headless", "--convert-to", "pdf", "--outdir", folder, join(folder, "tables.xlsx")];
  execFileSync("soffice", [profile, ...convert], { stdio: "ignore", timeout: 180_000 });
  const pdf = join(folder, "tables.pdf");
  const text = execFileSync("pdftotext", ["-layout", pdf, "-"], { encoding: "utf8" });
  mkdirSync(resolve(to), { recursive: true });
  let sheet = 0;
  const pages = text
    .split("\f")
    .slice(0, -1)
    .map((page, index) => {
      const lines = page
        .split("\n")
        .map((line) => line.trim())
        .filter((line) => line !== "");
      if (/^\d{4}年/.test(lines[0] ?? "")) {
        sheet++;
        const picture = join(resolve(to), `table-${String(sheet).padStart(2, "0")}`);
        const one = ["-f", String(index + 1), "-l", String(index + 1), "-singlefile"];
        execFileSync("pdftoppm", ["-png", "-r", RESOLUTION, ...one, pdf, picture]);
      }
      return { sheet, lines };
    });
  process.stdout.write(`${JSON.stringify(pages)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
