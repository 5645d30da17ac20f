import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ribbonCommands } from "../taskpane/commands";
import type { Services } from "../taskpane/services";

const ROOT = join(__dirname, "..");
const SOURCE = "https://localhost:3000/";

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  readonly text: string;
}

const {
  parseXml,
  elementsOf: all,
  manifestProblems,
} = jest.requireActual<{
  parseXml(xml: string): Element;
  elementsOf(element: Element): Element[];
  manifestProblems(xml: string, options?: { readonly isReleased?: boolean }): string[];
}>("../scripts/manifestRules.cjs");

const XML = readFileSync(join(ROOT, "manifest.xml"), "utf8");
const manifest = parseXml(XML);
const elements = all(manifest);
const named = (name: string) => elements.filter((element) => element.name === name);
const resources = new Map(
  elements
    .filter(({ name, attributes }) => /^bt:(Image|Url|String)$/.test(name) && attributes["id"])
    .map((element) => [element.attributes["id"] as string, element]),
);

describe("what Microsoft's validator asks for", () => {
  const released = (xml: string) => xml.replaceAll(SOURCE, "https://budget.example.gov.cn/gouji/");

  it("holds of the manifest, as it is developed and as it is released", () => {
    expect(manifestProblems(XML)).toEqual([]);
    expect(manifestProblems(released(XML), { isReleased: true })).toEqual([]);
  });

  /** One mistake each: its name, how it is made, what is said of it. */
  const BROKEN: readonly (readonly [string, (xml: string) => string, RegExp])[] = [
    ["an end that is missing", (xml) => xml.replace("</Hosts>", ""), /not well-formed/],
    ["another root", (xml) => xml.replaceAll("OfficeApp", "OfficeAddin"), /the root is OfficeAddin/],
    [
      "the namespace of version 1.0",
      (xml) => xml.replace("appforoffice/1.1", "appforoffice/1.0"),
      /namespace/,
    ],
    [
      "an add-in for mails",
      (xml) => xml.replace('"TaskPaneApp"', '"MailApp"'),
      /OfficeApp xsi:type="MailApp"/,
    ],
    ["no Id", (xml) => xml.replace(/<Id>.*<\/Id>/, ""), /OfficeApp has no Id/],
    ["an Id that is no GUID", (xml) => xml.replace(/<Id>..../, "<Id>gouji"), /is no GUID/],
    [
      "an Id of zeros",
      (xml) => xml.replace(/<Id>.*<\/Id>/, "<Id>00000000-0000-0000-0000-000000000000</Id>"),
      /is no GUID/,
    ],
    [
      "a version with a letter",
      (xml) => xml.replace(/<Version>[^<]*/, "<Version>1.0.0-beta"),
      /is not as 1\.0\.0\.0/,
    ],
    ["a version of one number", (xml) => xml.replace(/<Version>[^<]*/, "<Version>1"), /is not as 1\.0\.0\.0/],
    ["a version below 1.0", (xml) => xml.replace(/<Version>[^<]*/, "<Version>0.9.0.0"), /is below 1\.0/],
    [
      "a language that is none",
      (xml) => xml.replace("<DefaultLocale>zh-CN", "<DefaultLocale>中文"),
      /DefaultLocale/,
    ],
    [
      "an empty name",
      (xml) => xml.replace('DisplayName DefaultValue="勾稽 部门预算"', 'DisplayName DefaultValue=""'),
      /DisplayName is empty/,
    ],
    [
      "a name of 126 characters",
      (xml) => xml.replace('"勾稽 部门预算"', `"${"勾".repeat(126)}"`),
      /126 characters, more than 125/,
    ],
    [
      "a description of 251 characters",
      (xml) =>
        xml.replace(/<Description DefaultValue="[^"]*"/, `<Description DefaultValue="${"稽".repeat(251)}"`),
      /251 characters, more than 250/,
    ],
    ["no address for support", (xml) => xml.replace(/<SupportUrl[^>]*>/, ""), /OfficeApp has no SupportUrl/],
    [
      "no large icon",
      (xml) => xml.replace(/<HighResolutionIconUrl[^>]*>/, ""),
      /has no HighResolutionIconUrl/,
    ],
    [
      "an icon that is a drawing",
      (xml) => xml.replace("icon-32.png", "icon-32.svg"),
      /is no image that Office takes/,
    ],
    [
      "an icon over http",
      (xml) => xml.replace("https://localhost:3000/assets/icon-32", "http://localhost:3000/assets/icon-32"),
      /is not https/,
    ],
    [
      "a pane over http",
      (xml) => xml.replace('SourceLocation DefaultValue="https', 'SourceLocation DefaultValue="http'),
      /SourceLocation: http:.* is not https/,
    ],
    [
      "a pane without an address",
      (xml) => xml.replace(/(<SourceLocation DefaultValue=")[^"]*/, "$1taskpane.html"),
      /is no address/,
    ],
    [
      "no pane",
      (xml) => xml.replace(/<SourceLocation DefaultValue[^>]*>/, ""),
      /DefaultSettings has no SourceLocation/,
    ],
    ["a host that is Word", (xml) => xml.replace('Name="Workbook"', 'Name="Document"'), /is not Excel's/],
    [
      "a right that there is not",
      (xml) => xml.replace("ReadWriteDocument", "ReadWriteWorkbook"),
      /Permissions are/,
    ],
    [
      "a requirement of no number",
      (xml) => xml.replace('MinVersion="1.9"', 'MinVersion="1,9"'),
      /requirement set ExcelApi 1,9/,
    ],
    [
      "an order that is not the schema's",
      (xml) =>
        xml
          .replace(/(<Permissions>.*<\/Permissions>)([^]*?)(<DefaultSettings>)/, "$2$3")
          .replace("<DefaultSettings>", "<Permissions>ReadWriteDocument</Permissions><DefaultSettings>"),
      /DefaultSettings stands too late/,
    ],
    [
      "two descriptions",
      (xml) => xml.replace(/<ProviderName>.*<\/ProviderName>/, "$&$&"),
      /more than one ProviderName/,
    ],
    [
      "an element that there is not",
      (xml) => xml.replace("<Supertip>", "<Tooltip/><Supertip>"),
      /has a Tooltip, which the schema does not know/,
    ],
    [
      "a resource that is not there",
      (xml) => xml.replace('resid="Gouji.Insert.Tip"', 'resid="Gouji.Insert.Tips"'),
      /which is not there/,
    ],
    [
      "a resource nobody asks for",
      (xml) => xml.replace("<bt:ShortStrings>", '$&<bt:String id="Gouji.Unused" DefaultValue="x" />'),
      /nothing asks for the resource Gouji\.Unused/,
    ],
    [
      "a text in place of an address",
      (xml) => xml.replace('FunctionFile resid="Gouji.Pane.Url"', 'FunctionFile resid="Gouji.Insert.Label"'),
      /not a bt:Url/,
    ],
    [
      "two of one id",
      (xml) => xml.replace('Group id="Gouji.Group.Tables"', 'Group id="Gouji.Tab"'),
      /two elements have the id Gouji\.Tab/,
    ],
    [
      "an id of 33 characters",
      (xml) => xml.replace('Item id="Gouji.InsertAll"', `Item id="${"g".repeat(33)}"`),
      /more than 32 characters/,
    ],
    [
      "an icon without 80 pixels",
      (xml) => xml.replace(/<bt:Image size="80"[^>]*>/, ""),
      /no image of 80 pixels/,
    ],
    [
      "a button that runs nothing",
      (xml) => xml.replace("<FunctionName>insertAllTables</FunctionName>", ""),
      /has no FunctionName/,
    ],
    [
      "a kind of button that there is not",
      (xml) => xml.replace('Control xsi:type="Button"', 'Control xsi:type="Link"'),
      /Control xsi:type="Link"/,
    ],
    [
      "a context menu of two controls",
      (xml) =>
        xml.replace(
          /(<OfficeMenu id="ContextMenuCell">\s*)(<Control [^]*?<\/Control>)(\s*<\/OfficeMenu>)/,
          "$1$2<Control/>$3",
        ),
      /OfficeMenu has more than one Control/,
    ],
  ];

  it.each(BROKEN)("does not hold with %s", (_, breakIt, said) => {
    const broken = breakIt(XML);
    expect(broken).not.toBe(XML);
    expect(manifestProblems(broken).join("\n")).toMatch(said);
  });

  it("does not hold of a release that points at the developer's computer", () => {
    expect(manifestProblems(XML, { isReleased: true }).length).toBeGreaterThan(10);
    const half = released(XML).replace(
      "https://budget.example.gov.cn/gouji/assets/icon-32",
      `${SOURCE}assets/icon-32`,
    );
    expect(manifestProblems(half, { isReleased: true })).toEqual([
      "IconUrl: https://localhost:3000/assets/icon-32.png is the developer's own computer",
    ]);
  });
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
    { group: "表格", commands: ["插入标准表", "增删行"] },
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
