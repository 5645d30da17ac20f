import { invalidArgument, itemNotFound } from "../hostError";
import type { Argument, HostObject, ObjectType } from "../objectType";
import { hostObject } from "../objectType";
import type { StoredXmlPart, WorkbookStore } from "../store";
import { newId } from "../store";

interface PartTarget {
  readonly store: WorkbookStore;
  readonly part: StoredXmlPart;
}

/** Source: Excel JavaScript API reference, Excel.CustomXmlPart (ExcelApi 1.5). */
const customXmlPart: ObjectType<PartTarget> = {
  name: "CustomXmlPart",
  identity: ({ part }) => ({ Id: part.id }),
  scalars: {
    id: { since: "1.5", get: ({ part }) => part.id },
    namespaceUri: { since: "1.5", get: ({ part }) => namespaceOf(part.xml) },
  },
  methods: {
    getXml: { since: "1.5", call: ({ part }) => part.xml },
    setXml: {
      since: "1.5",
      call: ({ part }, [xml]) => {
        part.xml = requireXml(xml, "CustomXmlPart.setXml");
        return undefined;
      },
    },
    delete: {
      since: "1.5",
      call: ({ store, part }) => {
        store.customXml.splice(store.customXml.indexOf(part), 1);
        return undefined;
      },
    },
  },
};

interface ScopedTarget {
  readonly store: WorkbookStore;
  readonly namespace: string;
}

/** The parts of one namespace: Excel.CustomXmlPartScopedCollection. */
const scopedParts: ObjectType<ScopedTarget> = {
  name: "CustomXmlPartScopedCollection",
  items: (target) => scoped(target),
  methods: {
    getCount: { since: "1.5", call: (target) => scoped(target).length },
    getItem: { since: "1.5", call: (target, [id]) => required(byId(scoped(target), id)) },
    getItemOrNullObject: { since: "1.5", call: (target, [id]) => byId(scoped(target), id) ?? null },
    getOnlyItem: { since: "1.5", call: (target) => required(only(scoped(target))) },
    getOnlyItemOrNullObject: { since: "1.5", call: (target) => only(scoped(target)) ?? null },
  },
};

/** Source: Excel JavaScript API reference, Excel.CustomXmlPartCollection. */
export const customXmlParts: ObjectType<WorkbookStore> = {
  name: "CustomXmlPartCollection",
  items: (store) => store.customXml.map((part) => hostObject(customXmlPart, { store, part })),
  methods: {
    add: {
      since: "1.5",
      call: (store, [xml]) => {
        const part = { id: newId(store), xml: requireXml(xml, "CustomXmlPartCollection.add") };
        store.customXml.push(part);
        return hostObject(customXmlPart, { store, part });
      },
    },
    getByNamespace: {
      since: "1.5",
      call: (store, [namespace]) => {
        if (typeof namespace !== "string") throw invalidArgument("CustomXmlPartCollection.getByNamespace");
        return hostObject(scopedParts, { store, namespace });
      },
    },
    getCount: { since: "1.5", call: (store) => store.customXml.length },
    getItem: { since: "1.5", call: (store, [id]) => required(byId(everyPart(store), id)) },
    getItemOrNullObject: { since: "1.5", call: (store, [id]) => byId(everyPart(store), id) ?? null },
  },
};

function everyPart(store: WorkbookStore): HostObject[] {
  return store.customXml.map((part) => hostObject(customXmlPart, { store, part }));
}

function scoped({ store, namespace }: ScopedTarget): HostObject[] {
  return everyPart(store).filter(({ target }) => namespaceOf((target as PartTarget).part.xml) === namespace);
}

function byId(parts: readonly HostObject[], id: Argument | undefined): HostObject | undefined {
  return parts.find(({ target }) => (target as PartTarget).part.id === id);
}

function only(parts: readonly HostObject[]): HostObject | undefined {
  return parts.length === 1 ? parts[0] : undefined;
}

function required(part: HostObject | undefined): HostObject {
  if (!part) throw itemNotFound("CustomXmlPartCollection.getItem");
  return part;
}

/** Excel takes any well-formed document; whether it is one is told by its root element alone here. */
function requireXml(xml: Argument | undefined, location: string): string {
  if (typeof xml !== "string" || rootOf(xml) === undefined) throw invalidArgument(location);
  return xml;
}

/** The namespace of the root element; "" when it has none. */
function namespaceOf(xml: string): string {
  const [, prefix, attributes = ""] = rootOf(xml) ?? [];
  const name = prefix === undefined ? "xmlns" : `xmlns:${prefix}`;
  return new RegExp(`(?:^|\\s)${name}\\s*=\\s*["']([^"']*)["']`).exec(attributes)?.[1] ?? "";
}

function rootOf(xml: string): RegExpExecArray | undefined {
  return (
    /^\uFEFF?(?:\s|<\?[^>]*\?>|<!--[\s\S]*?-->)*<(?:([\w.-]+):)?[\w.-]+\b([^>]*)>/.exec(xml) ?? undefined
  );
}
