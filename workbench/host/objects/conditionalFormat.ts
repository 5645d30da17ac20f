import { HostError, invalidArgument, itemNotFound, notImplemented } from "../hostError";
import type { HostObject, ObjectType } from "../objectType";
import { hostObject } from "../objectType";
import type { StoredConditionalFormat } from "../store";
import { newId } from "../store";
import { rangeType } from "./range";
import { rangeAreas } from "./rangeAreas";
import type { RangeTarget } from "./rangeTarget";
import { boolean, color, overlaps, requireUnprotected } from "./rangeTarget";

/** A conditional format, with the range by whose collection it was reached. */
interface FormatTarget {
  readonly at: RangeTarget;
  readonly format: StoredConditionalFormat;
}

/** What a new format shows before it is told to has not been observed in Excel. */
function known<V>(value: V | undefined, location: string): V {
  if (value === undefined)
    throw notImplemented(location, "of a format that has none is not known to this host");
  return value;
}

/** Excel's longest formula in a cell or rule. Source: Excel specifications and limits. */
const LONGEST_FORMULA = 8192;

/** By which the client knows a format. */
function idOf({ at, format }: FormatTarget): string {
  return at.store.quirks?.hasUnstableIds ? String(at.sheet.conditionalFormats.indexOf(format)) : format.id;
}

/** Source: Excel JavaScript API reference, Excel.ConditionalFormat and what hangs on it (ExcelApi 1.6). */
const fill: ObjectType<FormatTarget> = {
  name: "ConditionalRangeFill",
  scalars: {
    color: {
      since: "1.6",
      get: ({ format }) => known(format.fill, "ConditionalRangeFill.color"),
      set: ({ format }, value) => {
        format.fill = color(value, "ConditionalRangeFill.color");
      },
    },
  },
};

const font: ObjectType<FormatTarget> = {
  name: "ConditionalRangeFont",
  scalars: {
    bold: {
      since: "1.6",
      get: ({ format }) => known(format.isBold, "ConditionalRangeFont.bold"),
      set: ({ format }, value) => {
        format.isBold = boolean(value, "ConditionalRangeFont.bold");
      },
    },
    color: {
      since: "1.6",
      get: ({ format }) => known(format.fontColor, "ConditionalRangeFont.color"),
      set: ({ format }, value) => {
        format.fontColor = color(value, "ConditionalRangeFont.color");
      },
    },
  },
};

const look: ObjectType<FormatTarget> = {
  name: "ConditionalRangeFormat",
  children: {
    fill: { since: "1.6", get: (target) => hostObject(fill, target) },
    font: { since: "1.6", get: (target) => hostObject(font, target) },
  },
};

const rule: ObjectType<FormatTarget> = {
  name: "ConditionalFormatRule",
  scalars: {
    formula: {
      since: "1.6",
      get: ({ format }) => {
        if (format.isUnreadable) throw itemNotFound("ConditionalFormatRule.formula");
        return format.formula;
      },
      set: ({ at, format }, value) => {
        const isFormula = typeof value === "string" && value.startsWith("=");
        if (!isFormula || value.length > (at.store.quirks?.longestRule ?? LONGEST_FORMULA))
          throw invalidArgument("ConditionalFormatRule.formula");
        format.formula = value;
      },
    },
  },
};

const custom: ObjectType<FormatTarget> = {
  name: "CustomConditionalFormat",
  children: {
    format: { since: "1.6", get: (target) => hostObject(look, target) },
    rule: { since: "1.6", get: (target) => hostObject(rule, target) },
  },
};

const conditionalFormat: ObjectType<FormatTarget> = {
  name: "ConditionalFormat",
  identity: (target) => ({ Id: idOf(target) }),
  scalars: {
    id: { since: "1.6", get: idOf },
    type: { since: "1.6", get: ({ format }) => format.type },
    priority: { since: "1.6", get: ({ at, format }) => at.sheet.conditionalFormats.indexOf(format) },
    stopIfTrue: {
      since: "1.6",
      get: ({ format }) => format.stopIfTrue,
      set: ({ format }, value) => {
        format.stopIfTrue = boolean(value, "ConditionalFormat.stopIfTrue");
      },
    },
  },
  children: {
    custom: {
      since: "1.6",
      get: (target) => {
        if (target.format.type === "Custom") return hostObject(custom, target);
        throw new HostError("InvalidOperation", "The operation is invalid.", "ConditionalFormat.custom");
      },
    },
    customOrNullObject: {
      since: "1.6",
      get: (target) => (target.format.type === "Custom" ? hostObject(custom, target) : null),
    },
  },
  methods: {
    getRange: {
      since: "1.6",
      call: ({ at, format }) => hostObject(rangeType, { ...at, range: format.range }),
    },
    getRanges: {
      since: "1.9",
      call: ({ at, format }) =>
        hostObject(rangeAreas, { at, areas: [format.range, ...(format.moreRanges ?? [])] }),
    },
    delete: {
      since: "1.6",
      call: ({ at, format }) => {
        requireUnprotected(at.sheet, "ConditionalFormat.delete");
        const { conditionalFormats } = at.sheet;
        conditionalFormats.splice(conditionalFormats.indexOf(format), 1);
        return undefined;
      },
    },
  },
};

/** The formats that touch the range, highest priority first. */
function formatsAt(at: RangeTarget): HostObject[] {
  return at.sheet.conditionalFormats
    .filter(({ range }) => overlaps(range, at.range))
    .map((format) => hostObject(conditionalFormat, { at, format }));
}

export const conditionalFormatCollection: ObjectType<RangeTarget> = {
  name: "ConditionalFormatCollection",
  items: formatsAt,
  methods: {
    getCount: { since: "1.6", call: (at) => formatsAt(at).length },
    getItem: {
      since: "1.6",
      call: (at, [id]) => {
        const format = at.sheet.conditionalFormats.find(
          (one) => idOf({ at, format: one }) === id && overlaps(one.range, at.range),
        );
        if (!format) throw itemNotFound("ConditionalFormatCollection.getItem");
        return hostObject(conditionalFormat, { at, format });
      },
    },
    getItemAt: {
      since: "1.6",
      call: (at, [index]) => {
        const format = formatsAt(at)[Number(index)];
        if (!format) throw itemNotFound("ConditionalFormatCollection.getItemAt");
        return format;
      },
    },
    clearAll: {
      since: "1.6",
      call: (at) => {
        requireUnprotected(at.sheet, "ConditionalFormatCollection.clearAll");
        const { conditionalFormats } = at.sheet;
        const rest = conditionalFormats.filter(({ range }) => !overlaps(range, at.range));
        conditionalFormats.splice(0, conditionalFormats.length, ...rest);
        return undefined;
      },
    },
    add: {
      since: "1.6",
      call: (at, [type]) => {
        const location = "ConditionalFormatCollection.add";
        requireUnprotected(at.sheet, location);
        if (type !== "Custom")
          throw notImplemented(location, `of type ${String(type)} is not known to this host`);
        const format: StoredConditionalFormat = {
          id: newId(at.store),
          type,
          range: at.range,
          formula: "",
          stopIfTrue: false,
        };
        // "Adds a new conditional format to the collection at the first/top priority."
        at.sheet.conditionalFormats.unshift(format);
        return hostObject(conditionalFormat, { at, format });
      },
    },
  },
};
