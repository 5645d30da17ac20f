/**
 * Where the add-in gets office.js from: the one option of the build, `--office` (npm run build -- --office cdn).
 * - npm (when left out): the copy in @microsoft/office-js, for development and tests. It is no longer supported and
 *   knows ExcelApi up to 1.15.
 * - cdn: Microsoft's own address, which newer versions of Excel expect.
 * - cdn-cn: the same for Office 365 operated by 21Vianet in China.
 * - a folder: files downloaded from the CDN, with office.js at its top, for closed networks; all of it is copied.
 * Sources: README of @microsoft/office-js ("download the necessary files from the CDN and bundle them with your add-in");
 * office-js-docs, docs/develop/referencing-the-javascript-api-for-office-library-from-its-cdn.md.
 */
const fs = require("node:fs");
const path = require("node:path");
const { URL } = require("node:url");

const CDN = {
  cdn: "https://appsforoffice.microsoft.com/lib/1/hosted/office.js",
  "cdn-cn": "https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js",
};

/** The script as the page names it when it comes from the add-in's own host. */
const OWN_SCRIPT = "office/office.js";

/**
 * What an option means: the address of the script, the origins that the page's policy lets scripts come from besides its
 * own, and the folder whose files are copied (undefined: none, null: those of npm). Throws for a folder without office.js.
 */
function officeFrom(option = "npm") {
  if (option === "npm") return { script: OWN_SCRIPT, origins: "", folder: null };
  const script = CDN[option];
  if (script) return { script, origins: ` ${new URL(script).origin}`, folder: undefined };
  const folder = path.resolve(option);
  if (!fs.existsSync(path.join(folder, "office.js")))
    throw new Error(`--office: neither npm, cdn nor cdn-cn, and no office.js in ${folder}`);
  return { script: OWN_SCRIPT, origins: "", folder };
}

/** The page with its own host's script in the place of another: the workbench has a stand-in there. */
function withOwnScript(page, { script, origins }) {
  return page.replace(script, OWN_SCRIPT).replace(origins, "");
}

module.exports = { officeFrom, withOwnScript, OWN_SCRIPT };
