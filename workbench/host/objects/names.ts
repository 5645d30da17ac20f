import { HostError, invalidArgument, itemNotFound, notImplemented } from "../hostError";
import type { Argument, HostObject, ObjectType } from "../objectType";
import { hostObject, isHostObject } from "../objectType";
import type { StoredName, StoredSheet, WorkbookStore } from "../store";
import { findSheet } from "../store";
import { absoluteAddress, mapReferences, sheetInFormula } from "../../../src/workbook/formula/references";
import type { Json } from "../wire";
import { rangeType } from "./range";
import type { RangeTarget } from "./rangeTarget";
import { addressOf, boolean, oneOf } from "./rangeTarget";

interface NameTarget {
  readonly store: WorkbookStore;
  readonly name: StoredName;
}

/** The names of the workbook, or those that one sheet keeps to itself. */
export interface NamesTarget {
  readonly store: WorkbookStore;
  readonly scope: StoredSheet | undefined;
}

/** Source: Excel JavaScript API reference, Excel.NamedItem. */
const namedItem: ObjectType<NameTarget> = {
  name: "NamedItem",
  identity: ({ name }) => ({ _Id: name.name }),
  scalars: {
    name: { get: ({ name }) => name.name },
    type: { get: ({ name }) => (name.range ? "Range" : typeOfFormula(name)) },
    formula: { since: "1.7", get: (target) => formulaOf(target), set: setFormula },
    value: { get: (target) => valueOf(target) },
    scope: { since: "1.4", get: ({ name }) => (name.scope === undefined ? "Workbook" : "Worksheet") },
    visible: {
      get: ({ name }) => !name.isHidden,
      set: ({ name }, value) => {
        name.isHidden = !boolean(value, "NamedItem.visible");
      },
    },
    comment: {
      since: "1.4",
      get: ({ name }) => name.comment ?? "",
      set: ({ name }, value) => {
        name.comment = oneOf(value, "NamedItem.comment", (text) => text.length <= 255);
      },
    },
  },
  methods: {
    getRange: {
      call: (target) => {
        const range = rangeOf(target);
        if (!range) throw itemNotFound("NamedItem.getRange");
        return range;
      },
    },
    getRangeOrNullObject: { since: "1.4", call: (target) => rangeOf(target) },
    delete: {
      since: "1.4",
      call: ({ store, name }) => {
        store.names.splice(store.names.indexOf(name), 1);
        return undefined;
      },
    },
  },
};

function rangeOf({ store, name }: NameTarget): HostObject | null {
  const sheet = name.range && findSheet(store, name.sheet);
  return sheet && name.range ? hostObject(rangeType, { store, sheet, range: name.range }) : null;
}

function formulaOf({ name }: NameTarget): string {
  return name.range
    ? `=${sheetInFormula(name.sheet)}!${absoluteAddress(name.range)}`
    : (name.formula as string);
}

function setFormula({ store, name }: NameTarget, value: Json): void {
  if (typeof value !== "string" || !value.startsWith("=")) throw invalidArgument("NamedItem.formula");
  const rest = { ...name };
  delete (rest as { range?: unknown }).range;
  delete (rest as { formula?: unknown }).formula;
  const scope = store.sheets.find(({ id }) => id === name.scope);
  const meant = meaning({ store, scope }, value, "NamedItem.formula");
  store.names.splice(store.names.indexOf(name), 1, { ...rest, ...meant });
}

/** A constant such as ="2020" or =12; other formulas are an engine's to calculate. */
function constantOf({ formula = "" }: StoredName): string | number | boolean | undefined {
  const [, text] = /^="((?:[^"]|"")*)"$/.exec(formula) ?? [];
  if (text !== undefined) return text.replaceAll('""', '"');
  if (/^=-?\d+(\.\d+)?$/.test(formula)) return Number(formula.slice(1));
  return /^=(TRUE|FALSE)$/i.test(formula) ? formula.toUpperCase() === "=TRUE" : undefined;
}

function typeOfFormula(name: StoredName): Json {
  const value = constantOf(name);
  if (name.formula?.includes("#REF!")) return "Error";
  if (value === undefined)
    throw notImplemented("NamedItem.type", `of ${name.formula} is not known to this host`);
  return { string: "String", number: "Double", boolean: "Boolean" }[typeof value as "string"];
}

/** Of a range its address, of a constant the constant itself. */
function valueOf({ store, name }: NameTarget): Json {
  const sheet = name.range && findSheet(store, name.sheet);
  if (sheet && name.range) return addressOf({ store, sheet, range: name.range });
  if (name.formula?.includes("#REF!")) return "#REF!";
  const value = constantOf(name);
  if (value === undefined)
    throw notImplemented("NamedItem.value", `of ${name.formula} is not known to this host`);
  return value;
}

function inScope({ store, scope }: NamesTarget): StoredName[] {
  return store.names.filter((name) => name.scope === scope?.id);
}

/** A name by its text, whatever the case. */
export function findName(target: NamesTarget, key: Argument | undefined): StoredName | undefined {
  return inScope(target).find(({ name }) => name.toLowerCase() === String(key).toLowerCase());
}

function nameBy(target: NamesTarget, key: Argument | undefined): HostObject | undefined {
  const name = findName(target, key);
  return name && hostObject(namedItem, { store: target.store, name });
}

/** Source: Excel JavaScript API reference, Excel.NamedItemCollection. */
export const namedItemCollection: ObjectType<NamesTarget> = {
  name: "NamedItemCollection",
  items: (target) => inScope(target).map((name) => hostObject(namedItem, { store: target.store, name })),
  methods: {
    add: { since: "1.4", call: add },
    addFormulaLocal: { since: "1.4", call: add },
    getCount: { since: "1.4", call: (target) => inScope(target).length },
    getItem: {
      call: (target, [key]) => {
        const name = nameBy(target, key);
        if (!name) throw itemNotFound("NamedItemCollection.getItem");
        return name;
      },
    },
    getItemOrNullObject: { since: "1.4", call: (target, [key]) => nameBy(target, key) ?? null },
  },
};

/**
 * Names begin with a letter, _ or \, have no blanks, are no addresses and at most 255 characters long. Source:
 * Microsoft, "Names in formulas", learn about syntax rules for names.
 */
const NAME = /^[\p{L}_\\][\p{L}\p{M}\d_.\\?]{0,254}$/u;
const ADDRESS = /^([A-Za-z]{1,3}\d{1,7}|[RrCc]|[Rr]\d*[Cc]\d*)$/;

function add(target: NamesTarget, [key, reference, comment]: readonly Argument[]): HostObject {
  const location = "NamedItemCollection.add";
  if (typeof key !== "string" || !NAME.test(key) || ADDRESS.test(key)) throw invalidArgument(location);
  if (findName(target, key)) {
    throw new HostError("ItemAlreadyExists", "The resource being created already exists.", location);
  }
  const name: StoredName = {
    name: key,
    ...meaning(target, reference, location),
    ...(typeof comment === "string" && comment !== "" && { comment }),
    ...(target.scope && { scope: target.scope.id }),
  };
  target.store.names.push(name);
  return hostObject(namedItem, { store: target.store, name });
}

/** A range as such, or a formula; a formula that is one reference with its sheet is that range. */
function meaning(
  { store }: NamesTarget,
  reference: Argument | undefined,
  location: string,
): Pick<StoredName, "sheet" | "range" | "formula"> {
  if (isHostObject(reference)) {
    if (reference.type !== rangeType)
      throw notImplemented(location, "of several ranges is not known to this host");
    const { sheet, range } = reference.target as RangeTarget;
    return { sheet: sheet.name, range };
  }
  if (typeof reference !== "string" || reference === "") throw invalidArgument(location);
  const formula = reference.startsWith("=") ? reference : `="${reference.replaceAll('"', '""')}"`;
  let found: Pick<StoredName, "sheet" | "range"> | undefined;
  const rest = mapReferences(formula, ({ sheet, range, fixed }) => {
    const isFixed = Object.values(fixed).every(Boolean);
    const stored = sheet === undefined ? undefined : findSheet(store, sheet);
    if (stored && isFixed) found = { sheet: stored.name, range };
    return "";
  });
  return found && rest === "=" ? found : { sheet: "", formula };
}
