import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

interface OfficeFrom {
  readonly script: string;
  readonly origins: string;
  readonly folder: string | null | undefined;
}

const { officeFrom, withOwnScript } = jest.requireActual<{
  officeFrom(option?: string): OfficeFrom;
  withOwnScript(page: string, from: OfficeFrom): string;
}>("../../scripts/office.cjs");

const TEMPLATE = readFileSync(join(__dirname, "../../taskpane/index.html"), "utf8");

/** The page as the build makes it. */
const pageOf = ({ script, origins }: OfficeFrom) =>
  TEMPLATE.replace("<%= office.script %>", script).replace("<%= office.origins %>", origins);

const scriptPolicy = (page: string) => /script-src ([^;]*);/.exec(page)?.[1];

test.each([
  [undefined, "office/office.js", "'self' 'wasm-unsafe-eval'"],
  ["npm", "office/office.js", "'self' 'wasm-unsafe-eval'"],
  [
    "cdn",
    "https://appsforoffice.microsoft.com/lib/1/hosted/office.js",
    "'self' 'wasm-unsafe-eval' https://appsforoffice.microsoft.com",
  ],
  [
    "cdn-cn",
    "https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js",
    "'self' 'wasm-unsafe-eval' https://appsforoffice.cdn.partner.office365.cn",
  ],
])(
  "with --office %s the page loads %s, and its policy lets scripts come from %s",
  (option, script, policy) => {
    const from = officeFrom(option);
    const page = pageOf(from);
    expect(page).toContain(`<script src="${script}"></script>`);
    expect(scriptPolicy(page)).toBe(policy);
    // Nothing can be sent anywhere else, whichever it is.
    expect(page).toContain("connect-src 'self'");
    expect(page).not.toContain("<%=");
    expect(scriptPolicy(withOwnScript(page, from))).toBe("'self' 'wasm-unsafe-eval'");
    expect(withOwnScript(page, from)).toContain('<script src="office/office.js"></script>');
  },
);

test("a folder of downloaded files is taken when office.js stands in it, and refused otherwise", () => {
  const folder = mkdtempSync(join(tmpdir(), "office-"));
  expect(() => officeFrom(folder)).toThrow(/no office\.js/);
  writeFileSync(join(folder, "office.js"), "");
  expect(officeFrom(folder)).toEqual({ script: "office/office.js", origins: "", folder });
});

test("a browser that cannot run the pane is told so by a script that it can read", () => {
  const script = readFileSync(join(__dirname, "../../taskpane/oldBrowser.js"), "utf8");
  const told: string[] = [];
  const root = { style: {}, appendChild: (node: string) => told.push(node) };
  const page = { getElementById: () => root, createTextNode: (text: string) => text };
  const without = (array: object, object: object) =>
    // The globals of an old browser in the place of this one's.
    new Function("document", "Array", "Object", "structuredClone", script)(
      page,
      array,
      object,
      undefined,
    ) as void;
  without({ prototype: {} }, {});
  expect(told.join()).toContain("WebView2");
  new Function("document", script)(page);
  expect(told).toHaveLength(1);
  expect(script).not.toMatch(/=>|\b(let|const|class)\b|`/);
});
