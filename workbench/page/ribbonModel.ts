/** The ribbon as manifest.xml describes it; the page draws this and knows no button of its own. */
export interface RibbonTab {
  readonly label: string;
  readonly groups: readonly { readonly label: string; readonly buttons: readonly RibbonButton[] }[];
}

export interface RibbonButton {
  readonly id: string;
  readonly label: string;
  readonly tip: string;
  /** Path of the 32 px icon on this page's own host. */
  readonly icon: string;
  /** Undefined for a menu. */
  readonly action?:
    | { readonly kind: "executeFunction"; readonly name: string }
    | { readonly kind: "showTaskpane"; readonly page: string };
  /** The commands of a menu; empty for a button. */
  readonly items: readonly RibbonButton[];
}

export interface AddinManifest {
  readonly displayName: string;
  /** Path of the page that runs pane and commands (the shared runtime). */
  readonly runtimePage: string;
  readonly tabs: readonly RibbonTab[];
}

/**
 * Reads an add-in only manifest. Addresses in it name the host it is deployed on; only their paths are kept.
 * @param language "zh-CN" takes the default strings, another tag its overrides where there are any.
 * @throws Error naming what is missing: this page cannot run an add-in whose manifest it does not understand.
 */
export function readManifest(xml: string, language: string): AddinManifest {
  const manifest = new DOMParser().parseFromString(xml, "text/xml");
  if (manifest.querySelector("parsererror")) throw new Error("manifest.xml is not well-formed");

  const valueOf = (element: Element): string => {
    const override = [...element.children].find((one) => one.getAttribute("Locale") === language);
    const value = override?.getAttribute("Value") ?? element.getAttribute("DefaultValue");
    if (value === null) throw new Error(`manifest.xml: <${element.tagName}> has no value`);
    return value;
  };
  const child = (parent: Element, name: string): Element => {
    const found = [...parent.children].find((one) => one.localName === name);
    if (!found) throw new Error(`manifest.xml: <${parent.tagName}> has no <${name}>`);
    return found;
  };
  const children = (parent: Element, name: string) =>
    [...parent.children].filter((one) => one.localName === name);
  const resource = (element: Element): string => {
    const id = element.getAttribute("resid") ?? "";
    const found = manifest.getElementById(id) ?? manifest.querySelector(`Resources [id="${id}"]`);
    if (!found) throw new Error(`manifest.xml: no resource "${id}"`);
    return valueOf(found);
  };
  const path = (url: string) => new URL(url).pathname.slice(1);

  const action = (element: Element): NonNullable<RibbonButton["action"]> => {
    const type = element.getAttribute("xsi:type");
    if (type === "ExecuteFunction") {
      return { kind: "executeFunction", name: child(element, "FunctionName").textContent };
    }
    if (type === "ShowTaskpane") {
      return { kind: "showTaskpane", page: path(resource(child(element, "SourceLocation"))) };
    }
    throw new Error(`manifest.xml: action ${type} is not known here`);
  };
  const button = (control: Element): RibbonButton => {
    const isMenu = control.getAttribute("xsi:type") === "Menu";
    const icon = children(child(control, "Icon"), "Image").find((one) => one.getAttribute("size") === "32");
    if (!icon) throw new Error(`manifest.xml: ${control.id} has no icon of 32 px`);
    return {
      id: control.getAttribute("id") ?? "",
      label: resource(child(control, "Label")),
      tip: resource(child(child(control, "Supertip"), "Description")),
      icon: path(resource(icon)),
      ...(isMenu
        ? { items: children(child(control, "Items"), "Item").map(button) }
        : { items: [], action: action(child(control, "Action")) }),
    };
  };

  const root = manifest.documentElement;
  const runtime = root.querySelector("Runtimes > Runtime");
  if (!runtime) throw new Error("manifest.xml names no shared runtime");
  return {
    displayName: valueOf(child(root, "DisplayName")),
    runtimePage: path(resource(runtime)),
    tabs: [...root.querySelectorAll("CustomTab")].map((tab) => ({
      label: resource(child(tab, "Label")),
      groups: children(tab, "Group").map((group) => ({
        label: resource(child(group, "Label")),
        buttons: children(group, "Control").map(button),
      })),
    })),
  };
}
