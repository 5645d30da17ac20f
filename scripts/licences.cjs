/**
 * The packages whose code comes with what is built, each with its licence: told by webpack, module by module, so that it is what
 * is really in the bundles. Used by the release (LICENCES.txt, sbom.json) and by the test of licences.
 */
const fs = require("node:fs");
const path = require("node:path");

const ROOT = path.join(__dirname, "..");
const LISTS = path.join(ROOT, "dist/packages");

/** Licences that ask for no more than being named. */
const ALLOWED = [
  "MIT",
  "ISC",
  "0BSD",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "BlueOak-1.0.0",
  "Unlicense",
];

/** Microsoft's own terms for Office.js: files to be handed on with add-ins for Office, and for nothing else. */
const OFFICE_JS_TERMS = "LicenseRef-Microsoft-Office-JS";

/**
 * Packages whose package.json says no licence: Office.js has terms of its own (LICENSE.md); @univerjs/telemetry, an interface
 * without code of its own, is of the repository of Univer, which is Apache-2.0 as its other packages say.
 */
const SAID_ELSEWHERE = { "@microsoft/office-js": OFFICE_JS_TERMS, "@univerjs/telemetry": "Apache-2.0" };

/** Packages that a bundle has not as modules: copied as they are, or loaded by Node when they are first needed. */
const BESIDE = {
  addin: ["@microsoft/office-js"],
  workbench: ["@microsoft/office-js"],
  cli: ["piscina", "highs", "@e965/xlsx"],
};

/** Writes down which packages the modules of a bundle come from: dist/packages/<name>.json. */
class ListPackages {
  apply(compiler) {
    compiler.hooks.afterEmit.tap("ListPackages", ({ modules }) => {
      const folders = new Set(BESIDE[compiler.options.name].map((name) => `node_modules/${name}`));
      const visit = (module) => {
        const found = /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)/.exec(module.resource ?? "");
        if (found) folders.add(path.relative(ROOT, found[1]).split(path.sep).join("/"));
        for (const inner of module.modules ?? []) visit(inner);
      };
      for (const module of modules) visit(module);
      fs.mkdirSync(LISTS, { recursive: true });
      const file = path.join(LISTS, `${compiler.options.name}.json`);
      fs.writeFileSync(file, `${JSON.stringify([...folders].sort(), null, 2)}\n`);
    });
  }
}

/** The packages of the bundles as last built: name, version, licence and folder, in the order of their names. */
function bundledPackages(bundles) {
  const folders = bundles.flatMap((name) =>
    JSON.parse(fs.readFileSync(path.join(LISTS, `${name}.json`), "utf8")),
  );
  return [...new Set(folders)].map(aboutPackage).sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/** A package by its folder. */
function aboutPackage(folder) {
  const { name, version, license } = JSON.parse(
    fs.readFileSync(path.join(ROOT, folder, "package.json"), "utf8"),
  );
  const licence = SAID_ELSEWHERE[name] ?? (typeof license === "string" ? license : license?.type);
  return { id: `${name}@${version}`, name, version, licence, folder };
}

/** The text of a package's licence; "" where it brings none. */
function licenceText(folder) {
  const name = fs
    .readdirSync(path.join(ROOT, folder))
    .sort()
    .find((file) => /^(licen[cs]e|copying)(\.|$)/i.test(file));
  return name ? fs.readFileSync(path.join(ROOT, folder, name), "utf8").trim() : "";
}

/** All licences as one text. */
function licencesText(packages) {
  const own = fs.readFileSync(path.join(ROOT, "LICENSE"), "utf8").trim();
  const parts = packages.map(({ id, licence, folder }) =>
    [`${id} (${licence})`, licenceText(folder)].filter((text) => text !== "").join("\n\n"),
  );
  return `${[`gouji (MIT)\n\n${own}`, ...parts].join(`\n\n${"-".repeat(80)}\n\n`)}\n`;
}

/** The bill of materials of a release, as CycloneDX 1.5 has it; without day and serial number, so that equal builds are equal. */
function billOfMaterials(version, packages) {
  return {
    bomFormat: "CycloneDX",
    specVersion: "1.5",
    version: 1,
    metadata: { component: { type: "application", "bom-ref": `gouji@${version}`, name: "gouji", version } },
    components: packages.map(({ id, name, version: own, licence }) => ({
      type: "library",
      "bom-ref": id,
      name,
      version: own,
      purl: `pkg:npm/${name.replace("@", "%40")}@${own}`,
      licenses: [{ license: licence.startsWith("LicenseRef-") ? { name: licence } : { id: licence } }],
    })),
  };
}

module.exports = {
  ALLOWED,
  OFFICE_JS_TERMS,
  ListPackages,
  aboutPackage,
  billOfMaterials,
  bundledPackages,
  licencesText,
};
