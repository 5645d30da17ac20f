/**
 * What Microsoft's validator asks of an add-in only manifest, without its service: closed networks cannot reach it, and it says
 * nothing of some mistakes that keep Excel from loading an add-in. Used by the release, which makes no archive of a manifest with
 * problems, and by tests.
 *
 * Sources: [MS-OWEMXML] (schemas of OfficeApp 1.1, TaskPaneAppVersionOverrides 1.0 and the basic types); the reference of
 * manifest elements (office-js-docs-reference, docs/manifest: resources, displayname, icon, officemenu, version); and what
 * `office-addin-manifest validate` says it looks at ("Manifest Version Correct Value: … greater or equal to 1.0",
 * "Secure Desktop Source Location", "Support URL Present", "Localhost Manifest Icon URL" …).
 */
const { URL } = require("node:url");
const { SaxesParser } = require("saxes");

const NAMESPACES = {
  OfficeApp: "http://schemas.microsoft.com/office/appforoffice/1.1",
  VersionOverrides: "http://schemas.microsoft.com/office/taskpaneappversionoverrides",
};

/** Children in the order of the schema (xs:sequence), by their parent; those that may come several times end with "*". */
const SEQUENCES = {
  OfficeApp:
    "Id AlternateId Version ProviderName DefaultLocale DisplayName Description IconUrl HighResolutionIconUrl SupportUrl AppDomains Hosts Requirements DefaultSettings Permissions Dictionary VersionOverrides*",
  AppDomains: "AppDomain*",
  DefaultSettings: "SourceLocation",
  VersionOverrides: "Description Requirements Hosts Resources WebApplicationInfo",
  Hosts: "Host*",
  Host: "Runtimes AllFormFactors DesktopFormFactor",
  Runtimes: "Runtime*",
  AllFormFactors: "ExtensionPoint*",
  DesktopFormFactor: "GetStarted FunctionFile ExtensionPoint*",
  GetStarted: "Title Description LearnMoreUrl",
  CustomTab: "OverriddenByRibbonApi Group* Label",
  Group: "OverriddenByRibbonApi Label Icon Control*",
  Control: "OverriddenByRibbonApi Label ToolTip Supertip Icon Action Enabled Items",
  Items: "Item*",
  Item: "OverriddenByRibbonApi Label Supertip Icon Action Enabled",
  Icon: "bt:Image*",
  // A context menu that has more keeps Excel from loading the add-in (OfficeDev/office-js issue 2601).
  OfficeMenu: "Control",
  Supertip: "Title Description",
  Action: "TaskpaneId SourceLocation FunctionName",
  Resources: "bt:Images bt:Urls bt:ShortStrings bt:LongStrings",
  "bt:Images": "bt:Image*",
  "bt:Urls": "bt:Url*",
  "bt:ShortStrings": "bt:String*",
  "bt:LongStrings": "bt:String*",
};

/** Children that must be there, by their parent. SupportUrl, HighResolutionIconUrl: the validator's own. */
const REQUIRED = {
  OfficeApp:
    "Id Version ProviderName DefaultLocale DisplayName Description IconUrl HighResolutionIconUrl SupportUrl Hosts DefaultSettings Permissions",
  DefaultSettings: "SourceLocation",
  VersionOverrides: "Hosts Resources",
  Hosts: "Host",
  GetStarted: "Title Description LearnMoreUrl",
  CustomTab: "Group Label",
  Group: "Label Icon Control",
  Item: "Label Supertip Action",
  Supertip: "Title Description",
};

/** Values of attributes and elements that the schema lists. */
const LISTED = [
  ["OfficeApp", "xsi:type", ["TaskPaneApp"]],
  ["VersionOverrides", "xsi:type", ["VersionOverridesV1_0"]],
  ["Control", "xsi:type", ["Button", "Menu"]],
  ["Action", "xsi:type", ["ExecuteFunction", "ShowTaskpane"]],
  ["ExtensionPoint", "xsi:type", ["PrimaryCommandSurface", "ContextMenu", "CustomFunctions"]],
  ["OfficeMenu", "id", ["ContextMenuCell", "ContextMenuText"]],
  ["Runtime", "lifetime", ["short", "long"]],
];
const PERMISSIONS = ["Restricted", "ReadDocument", "ReadAllDocument", "WriteDocument", "ReadWriteDocument"];

/** How long texts and names may be, in characters. */
const SHORT = 125;
const LONG = 250;
const ID = 32;
const URL_LENGTH = 2048;

/** Sizes of icons that every control and group needs, in pixels. */
const ICON_SIZES = ["16", "32", "80"];

/** The elements of an XML text: name, attributes, children, text. Throws where it is not well-formed. */
function parseXml(xml) {
  const root = { name: "", attributes: {}, children: [], text: "" };
  const open = [root];
  const parser = new SaxesParser({ xmlns: false });
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const element = { name, attributes, children: [], text: "", parent: open.at(-1) };
    open.at(-1).children.push(element);
    open.push(element);
  });
  parser.on("text", (text) => {
    open.at(-1).text += text.trim();
  });
  parser.on("closetag", () => void open.pop());
  parser.write(xml).close();
  return root.children[0];
}

/** An element and all below it, in the order of the document. */
function elementsOf(element) {
  return [element, ...element.children.flatMap(elementsOf)];
}

/**
 * What is wrong with a manifest, as sentences; none for one that Excel takes.
 * @param isReleased true for one that is handed on: it must not point at the developer's own computer
 */
function manifestProblems(xml, { isReleased = false } = {}) {
  let root;
  try {
    root = parseXml(xml);
  } catch (error) {
    return [`not well-formed: ${error.message}`];
  }
  const elements = elementsOf(root);
  const manifest = { root, elements, named: (name) => elements.filter((element) => element.name === name) };
  const rules = [
    rootProblems,
    orderProblems,
    requiredProblems,
    listedProblems,
    identityProblems,
    textProblems,
    resourceProblems,
    iconProblems,
    setProblems,
    addressProblems,
    ...(isReleased ? [releasedProblems] : []),
  ];
  return rules.flatMap((rule) => rule(manifest));
}

function rootProblems({ root, named }) {
  if (root.name !== "OfficeApp") return [`the root is ${root.name}, not OfficeApp`];
  return Object.entries(NAMESPACES)
    .filter(([name, namespace]) => named(name).some(({ attributes }) => attributes.xmlns !== namespace))
    .map(([name, namespace]) => `${name} is not of the namespace ${namespace}`);
}

function orderProblems({ elements }) {
  return elements.flatMap(({ name, children }) => {
    const sequence = SEQUENCES[name]?.split(" ");
    // Hosts and sets of the base part hold nothing further.
    if (!sequence || children.length === 0) return [];
    let last = 0;
    return children.flatMap((child, index) => {
      const place = sequence.findIndex((one) => one.replace("*", "") === child.name);
      if (place < 0) return [`${name} has a ${child.name}, which the schema does not know there`];
      const before = last;
      last = Math.max(last, place);
      if (place < before) return [`${child.name} stands too late in ${name}`];
      const isTwice = children.slice(0, index).some((other) => other.name === child.name);
      return isTwice && !sequence[place].endsWith("*") ? [`${name} has more than one ${child.name}`] : [];
    });
  });
}

function requiredProblems({ named }) {
  return Object.entries(REQUIRED).flatMap(([name, required]) =>
    named(name).flatMap(({ children }) =>
      required
        .split(" ")
        .filter((wanted) => !children.some((child) => child.name === wanted))
        .map((wanted) => `${name} has no ${wanted}`),
    ),
  );
}

function listedProblems({ named }) {
  const attributes = LISTED.flatMap(([name, attribute, values]) =>
    named(name)
      .filter((element) => !values.includes(element.attributes[attribute]))
      .map((element) => `${name} ${attribute}="${element.attributes[attribute] ?? ""}"`),
  );
  const permissions = named("Permissions")
    .filter(({ text }) => !PERMISSIONS.includes(text))
    .map(({ text }) => `Permissions are "${text}"`);
  const functions = named("Action")
    .filter(({ attributes: { "xsi:type": type } }) => type === "ExecuteFunction")
    .filter(({ children }) => !children.some(({ name, text }) => name === "FunctionName" && text !== ""))
    .map(() => "Action ExecuteFunction has no FunctionName");
  return [...attributes, ...permissions, ...functions];
}

function identityProblems({ root }) {
  const text = (name) => root.children.find((child) => child.name === name)?.text ?? "";
  const [id, version, locale] = ["Id", "Version", "DefaultLocale"].map(text);
  const problems = [];
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id) || /^[0-]+$/.test(id))
    problems.push(`Id "${id}" is no GUID`);
  if (!/^\d{1,5}(\.\d{1,5}){1,3}$/.test(version)) problems.push(`Version "${version}" is not as 1.0.0.0`);
  else if (Number(version.split(".")[0]) < 1) problems.push(`Version ${version} is below 1.0`);
  if (!/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/.test(locale)) problems.push(`DefaultLocale "${locale}"`);
  return problems;
}

/** What an element and its overrides for other languages say. */
function valuesOf({ attributes, children }) {
  const overrides = children.filter(({ name }) => /^(bt:)?Override$/.test(name));
  return [attributes.DefaultValue ?? "", ...overrides.map((override) => override.attributes.Value ?? "")];
}

function textProblems({ root, named }) {
  const base = (name) => root.children.filter((child) => child.name === name);
  const limited = [
    ...[...base("ProviderName")].map((element) => [element, SHORT, [element.text]]),
    ...base("DisplayName").map((element) => [element, SHORT, valuesOf(element)]),
    ...base("Description").map((element) => [element, LONG, valuesOf(element)]),
    ...named("bt:ShortStrings").flatMap(({ children }) => children.map((one) => [one, SHORT, valuesOf(one)])),
    ...named("bt:LongStrings").flatMap(({ children }) => children.map((one) => [one, LONG, valuesOf(one)])),
  ];
  return limited.flatMap(([{ name, attributes }, most, values]) => {
    const where = `${name} ${attributes.id ?? ""}`.trim();
    return values.flatMap((value) =>
      value === ""
        ? [`${where} is empty`]
        : value.length > most
          ? [`${where} has ${value.length} characters, more than ${most}`]
          : [],
    );
  });
}

function resourceProblems({ elements, named }) {
  const kinds = ["bt:Image", "bt:Url", "bt:String"];
  const resources = kinds.flatMap(named).filter(({ attributes }) => attributes.id !== undefined);
  const known = new Map(resources.map((resource) => [resource.attributes.id, resource]));
  const ids = elements.flatMap(({ name, attributes }) => (name === "Set" ? [] : (attributes.id ?? [])));
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
  const used = elements.filter(({ attributes }) => attributes.resid !== undefined);
  const usedIds = new Set(used.map(({ attributes }) => attributes.resid));
  return [
    ...twice.map((id) => `two elements have the id ${id}`),
    ...ids.filter((id) => id.length > ID).map((id) => `the id ${id} has more than ${ID} characters`),
    ...used.flatMap(({ name, attributes: { resid } }) => {
      const resource = known.get(resid);
      if (!resource) return [`${name} asks for the resource ${resid}, which is not there`];
      const wanted = kindAskedFor(name);
      return resource.name === wanted
        ? []
        : [`${name} asks for the ${resource.name} ${resid}, not a ${wanted}`];
    }),
    ...[...known.keys()].filter((id) => !usedIds.has(id)).map((id) => `nothing asks for the resource ${id}`),
  ];
}

/** Which kind of resource an element asks for. */
function kindAskedFor(name) {
  if (name === "bt:Image") return "bt:Image";
  return /^(Label|Title|Description|Namespace|ToolTip)$/.test(name) ? "bt:String" : "bt:Url";
}

function iconProblems({ root, named }) {
  const sizes = named("Icon").flatMap(({ parent, children }) => {
    const there = children.map(({ attributes }) => attributes.size);
    return ICON_SIZES.filter((size) => !there.includes(size)).map(
      (size) => `the icon of ${parent.attributes.id ?? parent.name} has no image of ${size} pixels`,
    );
  });
  const formats = root.children
    .filter(({ name }) => /^(IconUrl|HighResolutionIconUrl)$/.test(name))
    .flatMap((element) => valuesOf(element).map((value) => [element.name, value]))
    .filter(([, value]) => !/\.(png|jpe?g|gif|bmp|exif|tiff?)$/i.test(value))
    .map(([name, value]) => `${name} ${value} is no image that Office takes`);
  return [...sizes, ...formats];
}

/** Names and versions of requirement sets; that of the base part is what every Excel is asked for. */
function setProblems({ root, named }) {
  const hosts = root.children.find(({ name }) => name === "Hosts")?.children ?? [];
  const unknown = hosts
    .filter(({ attributes }) => attributes.Name !== "Workbook")
    .map(({ attributes }) => `Host ${attributes.Name ?? ""} is not Excel's (Workbook)`);
  const sets = ["Set", "bt:Set"]
    .flatMap(named)
    .filter(({ attributes }) => !attributes.Name || !/^\d+\.\d+$/.test(attributes.MinVersion ?? "1.1"))
    .map(({ attributes }) => `requirement set ${attributes.Name ?? ""} ${attributes.MinVersion ?? ""}`);
  return [...unknown, ...sets];
}

/** All addresses that a manifest names, with the element that names them. */
function addressesOf({ root, named }) {
  const base = /^(IconUrl|HighResolutionIconUrl|SupportUrl)$/;
  const elements = [
    ...root.children.filter(({ name }) => base.test(name)),
    ...named("SourceLocation").filter(({ attributes }) => attributes.resid === undefined),
    ...named("bt:Url"),
    ...named("bt:Image").filter(({ attributes }) => attributes.resid === undefined),
  ];
  return elements.flatMap((element) =>
    valuesOf(element).map((value) => ({ where: element.attributes.id ?? element.name, value })),
  );
}

function addressProblems(manifest) {
  return addressesOf(manifest).flatMap(({ where, value }) => {
    if (!URL.canParse(value)) return [`${where}: "${value}" is no address`];
    if (new URL(value).protocol !== "https:") return [`${where}: ${value} is not https`];
    return value.length > URL_LENGTH ? [`${where}: the address has more than ${URL_LENGTH} characters`] : [];
  });
}

function releasedProblems(manifest) {
  return addressesOf(manifest)
    .filter(({ value }) => URL.canParse(value) && /^(localhost|\[::1\])$/.test(new URL(value).hostname))
    .map(({ where, value }) => `${where}: ${value} is the developer's own computer`);
}

module.exports = { elementsOf, manifestProblems, parseXml };
