import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { SaxesParser } from "saxes";
import { ribbonCommands } from "../taskpane/commands";
import type { Services } from "../taskpane/services";

const ROOT = join(__dirname, "..");
const SOURCE = "https://localhost:3000/";

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** Parses XML strictly; throws where it is not well-formed. */
function parseXml(xml: string): Element {
  const root: Element = { name: "", attributes: {}, children: [], text: "" };
  const open = [root];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const element: Element = { name, attributes, children: [], text: "" };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on("text", (text) => {
    (open.at(-1) as Element).text += text.trim();
  });
  parser.on("closetag", () => void open.pop());
  parser.write(xml).close();
  return root.children[0] as Element;
}

function all(element: Element): Element[] {
  return [element, ...element.children.flatMap(all)];
}

const manifest = parseXml(readFileSync(join(ROOT, "manifest.xml"), "utf8"));
const elements = all(manifest);
const named = (name: string) => elements.filter((element) => element.name === name);
const resources = new Map(
  elements
    .filter(({ name, attributes }) => /^bt:(Image|Url|String)$/.test(name) && attributes["id"])
    .map((element) => [element.attributes["id"] as string, element]),
);

/**
 * Children in the order the schema asks for (xs:sequence). Source: [MS-OWEMXML], OfficeApp with its TaskPaneApp
 * extension, and TaskPaneAppVersionOverrides 1.0.
 */
const SEQUENCES: Readonly<Record<string, readonly string[]>> = {
  OfficeApp: [
    "Id",
    "AlternateId",
    "Version",
    "ProviderName",
    "DefaultLocale",
    "DisplayName",
    "Description",
    "IconUrl",
    "HighResolutionIconUrl",
    "SupportUrl",
    "AppDomains",
    "Hosts",
    "Requirements",
    "DefaultSettings",
    "Permissions",
    "Dictionary",
    "VersionOverrides",
  ],
  VersionOverrides: ["Description", "Requirements", "Hosts", "Resources", "WebApplicationInfo"],
  Host: ["Runtimes", "AllFormFactors", "DesktopFormFactor"],
  DesktopFormFactor: ["GetStarted", "FunctionFile", "ExtensionPoint"],
  GetStarted: ["Title", "Description", "LearnMoreUrl"],
  CustomTab: ["Group", "Label"],
  Group: ["Label", "Icon", "Control"],
  Control: ["Label", "Supertip", "Icon", "Action", "Items"],
  Items: ["Item"],
  Item: ["Label", "Supertip", "Icon", "Action"],
  OfficeMenu: ["Control"],
  Supertip: ["Title", "Description"],
  Action: ["TaskpaneId", "SourceLocation", "FunctionName"],
  AllFormFactors: ["ExtensionPoint"],
  Resources: ["bt:Images", "bt:Urls", "bt:ShortStrings", "bt:LongStrings"],
};

test("children stand in the order of the schema", () => {
  for (const [parent, sequence] of Object.entries(SEQUENCES)) {
    for (const { children } of named(parent)) {
      const places = children.map(({ name }) => sequence.indexOf(name));
      expect({ parent, unknown: children.filter((_, index) => places[index] === -1) }).toEqual({
        parent,
        unknown: [],
      });
      expect({ parent, places }).toEqual({ parent, places: [...places].sort((a, b) => a - b) });
    }
  }
});

test("ids are unique and at most 32 characters, so that Excel takes them", () => {
  const ids = elements.flatMap(({ attributes }) => attributes["id"] ?? []);
  expect(ids.length).toBeGreaterThan(20);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => id.length > 32)).toEqual([]);
});

test("every resid names a resource, and every resource is used", () => {
  const used = new Set(elements.flatMap(({ attributes }) => attributes["resid"] ?? []));
  expect([...used].filter((resid) => !resources.has(resid))).toEqual([]);
  expect([...resources.keys()].filter((id) => !used.has(id))).toEqual([]);
});

test("every string has an English override and keeps to Excel's lengths", () => {
  for (const [list, limit] of [
    ["bt:ShortStrings", 125],
    ["bt:LongStrings", 250],
  ] as const) {
    for (const string of named(list).flatMap(({ children }) => children)) {
      const overrides = string.children.map(({ attributes }) => attributes["Locale"]);
      expect({ id: string.attributes["id"], overrides }).toEqual({
        id: string.attributes["id"],
        overrides: ["en-US"],
      });
      for (const { attributes } of [string, ...string.children]) {
        const value = attributes["DefaultValue"] ?? attributes["Value"] ?? "";
        expect(value.length).toBeGreaterThan(0);
        expect(value.length).toBeLessThanOrEqual(limit);
      }
    }
  }
});

test("the functions of the ribbon are the commands the add-in associates", () => {
  const functions = named("FunctionName").map(({ text }) => text);
  const commands = Object.keys(ribbonCommands({} as Services));
  expect([...new Set(functions)].sort()).toEqual(commands.sort());
});

test("the tab has the groups of the work, none with more than seven commands", () => {
  const label = (element: Element) => {
    const resid = element.children.find(({ name }) => name === "Label")?.attributes["resid"] ?? "";
    return resources.get(resid)?.attributes["DefaultValue"];
  };
  const groups = named("Group").map((group) => ({
    group: label(group),
    commands: group.children.filter(({ name }) => name === "Control").map(label),
  }));
  expect(groups).toEqual([
    { group: "表格", commands: ["插入标准表", "增行"] },
    { group: "编码", commands: ["填充编码", "查找编码", "科目字典"] },
    { group: "校验", commands: ["校验本表", "校验全部", "上一处", "下一处", "清除标记", "校验报告"] },
    { group: "窗格", commands: ["窗格"] },
    { group: "帮助", commands: ["帮助"] },
  ]);
});

// Source: office-js-docs-reference, manifest/officemenu ("an OfficeMenu can hold one Control only"); OfficeDev/office-js issue 2601.
test("a context menu has one control, as more keep Excel from loading the add-in", () => {
  for (const menu of named("OfficeMenu"))
    expect(menu.children.map(({ name, attributes }) => [name, attributes["xsi:type"]])).toEqual([
      ["Control", "Menu"],
    ]);
});

// Source: office-js-docs, develop/configure-your-add-in-to-use-a-shared-runtime ("only supports the use of one task pane").
test("the pane is opened by the runtime itself, so that there can be no second one", () => {
  expect(named("Action").map(({ attributes }) => attributes["xsi:type"])).not.toContain("ShowTaskpane");
  expect(named("TaskpaneId")).toEqual([]);
});

test("the context menu of cells fills codes and explains", () => {
  const menus = named("OfficeMenu");
  expect(menus.map(({ attributes }) => attributes["id"])).toEqual(["ContextMenuCell"]);
  const functions = all(menus[0] as Element)
    .filter(({ name }) => name === "FunctionName")
    .map(({ text }) => text);
  expect(functions).toEqual(["fillCodes", "explainCell"]);
});

test("every icon and page it names is part of the add-in, over https", () => {
  const urls = elements
    .flatMap(({ attributes }) => [attributes["DefaultValue"], attributes["Value"]])
    .filter((value) => value?.includes("://")) as string[];
  expect(urls.length).toBeGreaterThan(10);
  for (const url of urls) {
    expect(url.startsWith(SOURCE)).toBe(true);
    const path = url.slice(SOURCE.length);
    // Pages and scripts are built from taskpane/.
    const built: Readonly<Record<string, string>> = {
      "taskpane.html": "taskpane/index.html",
      "taskpane.js": "taskpane/index.tsx",
    };
    const file = built[path] ?? path;
    expect({ url, exists: existsSync(join(ROOT, file)) }).toEqual({ url, exists: true });
  }
});

test("each icon has the pixels its name and place promise", () => {
  const images = named("bt:Image").filter(({ attributes }) => attributes["size"]);
  expect(images.length % 3).toBe(0);
  expect(images.length).toBeGreaterThanOrEqual(45);
  for (const { attributes } of images) {
    const url = resources.get(attributes["resid"] ?? "")?.attributes["DefaultValue"] ?? "";
    const png = readFileSync(join(ROOT, url.slice(SOURCE.length)));
    const size = Number(attributes["size"]);
    // PNG: width and height are the first two fields of IHDR, at bytes 16 and 20.
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size]);
  }
});

test("shared runtime: one long-lived page for pane and commands, asked for only inside VersionOverrides", () => {
  const [runtime] = named("Runtime");
  expect(runtime?.attributes).toEqual({ resid: "Gouji.Pane.Url", lifetime: "long" });
  expect(named("FunctionFile")[0]?.attributes["resid"]).toBe("Gouji.Pane.Url");
  expect(
    named("SourceLocation")
      .map(({ attributes }) => attributes["resid"])
      .filter(Boolean),
  ).toEqual(["Gouji.Functions.Script", "Gouji.Pane.Url", "Gouji.Functions.Metadata"]);
  const base = manifest.children.find(({ name }) => name === "Requirements") as Element;
  expect(
    all(base)
      .filter(({ name }) => name === "Set")
      .map(({ attributes }) => attributes),
  ).toEqual([{ Name: "ExcelApi", MinVersion: "1.9" }]);
  expect(named("bt:Set").map(({ attributes }) => attributes["Name"])).toEqual(["SharedRuntime"]);
});

test("version and languages are those of the package", () => {
  const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { version: string };
  expect(named("Version")[0]?.text).toBe(`${version}.0`);
  expect(named("DefaultLocale")[0]?.text).toBe("zh-CN");
  expect(named("Permissions")[0]?.text).toBe("ReadWriteDocument");
});
