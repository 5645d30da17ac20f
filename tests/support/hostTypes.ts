import type { HostObject, ObjectType } from "../../workbench/host/objectType";
import { hostObject } from "../../workbench/host/objectType";
import { workbookType } from "../../workbench/host/objects/workbook";
import type { StoredSheet } from "../../workbench/host/store";
import { createWorkbookStore } from "../../workbench/host/store";

/** Calls that lead to what no property and no collection leads to. */
const CALLS: Readonly<Record<string, readonly string[]>> = {
  getRange: ["A1"],
  getByNamespace: ["urn:a"],
  getRanges: [],
};

/** Members that the client answers by itself, without asking the host for a member of that name. */
const CLIENT = /\.(load|context|isNullObject|items|toJSON|set|track|untrack)$|^RequestContext\./;

/** By which method the client asks for an event. */
const EVENTS: Readonly<Record<string, string>> = { onChanged: "_RegisterDataChangedEvent" };

/** Every class of the host's object model by its name, found by walking a workbook with a bit of everything. */
export function hostTypes(): ReadonlyMap<string, ObjectType<unknown>> {
  const store = createWorkbookStore("a.xlsx", ["表1"]);
  const sheet = store.sheets[0] as StoredSheet;
  const range = { firstRow: 0, lastRow: 0, firstColumn: 0, lastColumn: 0 };
  const look = { fill: "#FFFFFF", fontColor: "#000000", isBold: true };
  sheet.conditionalFormats.push({
    id: "{1}",
    type: "Custom",
    range,
    formula: "=1",
    stopIfTrue: false,
    ...look,
  });
  sheet.notes.push({ row: 0, column: 0, content: "a" });
  sheet.comments = [{ id: "{2}", row: 0, column: 0, content: "a" }];
  store.names.push({ name: "a", sheet: "表1", range }, { name: "b", sheet: "表1", range, scope: sheet.id });
  store.customXml.push({ id: "{3}", xml: '<a xmlns="urn:a"/>' });
  store.settings = [{ key: "a", value: 1 }];
  const types = new Map<string, ObjectType<unknown>>();
  const see = ({ type, target }: HostObject): void => {
    if (types.has(type.name)) return;
    types.set(type.name, type);
    for (const child of Object.values(type.children ?? {})) {
      const found = child.get(target);
      if (found) see(found);
    }
    for (const item of type.items?.(target) ?? []) see(item);
    for (const [name, args] of Object.entries(CALLS)) {
      const found = type.methods?.[name]?.call(target, args);
      if (found && typeof found === "object" && "type" in found) see(found as unknown as HostObject);
    }
  };
  see(hostObject(workbookType, store));
  return types;
}

/** Who answers a member such as "Range.values": the host, the client alone, or nobody. */
export function answeredBy(
  types: ReadonlyMap<string, ObjectType<unknown>>,
  member: string,
): "host" | "client" | undefined {
  if (CLIENT.test(member)) return "client";
  const [owner = "", name = ""] = member.split(".");
  const type = types.get(owner);
  const wire = EVENTS[name] ?? name.replace(/^on([A-Z]\w*)$/, "_Register$1Event");
  const isKnown = [type?.scalars, type?.children, type?.methods].some(
    (members) => members && Object.hasOwn(members, wire),
  );
  return isKnown ? "host" : undefined;
}
