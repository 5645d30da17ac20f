import { readFileSync } from "node:fs";
import { join } from "node:path";
import { FRAME_ANCESTORS, headersOf } from "../../src/cli/serve/headers";

const DEPLOY = join(__dirname, "../../docs/deploy");
const read = (name: string) => readFileSync(join(DEPLOY, name), "utf8");

describe("the headers of released files", () => {
  it("let Excel on the web and nobody else show the pane in a frame, and keep the rest of the policy to the page", () => {
    const policy = headersOf("taskpane.html")["Content-Security-Policy"];
    expect(policy).toBe(`frame-ancestors ${FRAME_ANCESTORS.join(" ")}`);
    for (const source of FRAME_ANCESTORS)
      expect(source).toMatch(/^('self'|https:\/\/\*\.[a-z.]+\.(com|cn|microsoft))$/);
    expect(headersOf("taskpane.html", ["https://oos.example.gov.cn"])["Content-Security-Policy"]).toBe(
      `${policy} https://oos.example.gov.cn`,
    );
  });

  it.each([
    ["taskpane.0123456789abcdef.js", "public, max-age=31536000, immutable"],
    ["data/highs.0123456789abcdef.wasm", "public, max-age=31536000, immutable"],
    ["taskpane.html", "no-cache"],
    ["taskpane.js", "no-cache"],
    ["office/office.js", "no-cache"],
    ["assets/icon-32.png", "public, max-age=86400"],
  ])("have %s kept as %s", (name, caching) => {
    expect(headersOf(name)["Cache-Control"]).toBe(caching);
  });
});

describe("the configurations of web servers", () => {
  const nginx = read("nginx.conf");
  const iis = read("web.config");

  it.each(["X-Content-Type-Options", "Referrer-Policy", "Content-Security-Policy"])(
    "say the same %s",
    (name) => {
      const value = headersOf("taskpane.html")[name];
      expect(nginx).toContain(`add_header ${name} "${value}" always;`);
      expect(iis).toContain(`<add name="${name}" value="${value}" />`);
    },
  );

  it("keep files with hashed names for ever, icons for a day and ask for all others anew, as gouji serve does", () => {
    for (const text of [nginx, iis]) {
      expect(text).toContain(headersOf("a.0123456789abcdef.js")["Cache-Control"]);
      expect(text).toContain(headersOf("a.js")["Cache-Control"]);
      expect(text).toContain(headersOf("a.png")["Cache-Control"]);
      expect(text).toContain(String.raw`\.[0-9a-f]{16}\.(js|wasm)$`);
    }
  });

  it.each([".html", ".js", ".json", ".wasm"])("know the type of %s", (ending) => {
    const type = (headersOf(`a${ending}`)["Content-Type"] ?? "").split(";")[0];
    expect(nginx).toMatch(new RegExp(`${type} ${ending.slice(1)};`));
    expect(iis).toMatch(new RegExp(`fileExtension="\\${ending}" mimeType="${type}`));
  });
});
