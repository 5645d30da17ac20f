/**
 * Draws the add-in's PNG icons (assets/*.png) from the symbols of assets/icons.svg. Run by hand when the drawing
 * changes: node scripts/icons.mjs. Needs a Chromium (CHROMIUM names it; /usr/bin/chromium otherwise).
 */
import { mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const assets = join(dirname(fileURLToPath(import.meta.url)), "../assets");

/** Symbol → sizes in pixels that the manifest names. */
const COMMAND_SIZES = [16, 32, 80];
const COMMANDS = [
  "validate",
  "clearMarks",
  "showPane",
  "insertTables",
  "insertRows",
  "rowCode",
  "rowProject",
  "rowUnit",
  "rowDelete",
  "fillCodes",
  "findCode",
  "codeList",
  "checkSheet",
  "previousFinding",
  "nextFinding",
  "report",
  "explainCell",
  "help",
];
const ICONS = {
  icon: [16, 32, 64, 80],
  ...Object.fromEntries(COMMANDS.map((command) => [command, COMMAND_SIZES])),
};

const svg = readFileSync(join(assets, "icons.svg"), "utf8");
mkdirSync(assets, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox"],
});
try {
  const page = await browser.newPage();
  for (const [symbol, sizes] of Object.entries(ICONS)) {
    for (const size of sizes) {
      await page.setViewportSize({ width: size, height: size });
      await page.setContent(
        `<body style="margin:0;background:transparent"><div hidden>${svg}</div>` +
          `<svg width="${size}" height="${size}" style="display:block"><use href="#${symbol}"/></svg></body>`,
      );
      await page.screenshot({ path: join(assets, `${symbol}-${size}.png`), omitBackground: true });
    }
  }
} finally {
  await browser.close();
}
