import type { ObjectType } from "../objectType";
import { hostObject } from "../objectType";
import type { RangeTarget } from "./rangeTarget";
import { boolean, color, common, writeGrid } from "./rangeTarget";

/** Source of the properties: Excel JavaScript API reference, Excel.RangeFill, Excel.RangeFont, Excel.RangeFormat. */
const rangeFill: ObjectType<RangeTarget> = {
  name: "RangeFill",
  scalars: {
    color: {
      // A cell without a fill reads as white.
      get: (target) => common(target, (cell) => cell?.fill ?? "#FFFFFF"),
      set: (target, value) =>
        writeGrid(target, value, "RangeFill.color", (cell, one) => {
          cell.fill = color(one, "RangeFill.color");
        }),
    },
  },
  methods: {
    clear: {
      call: (target) => {
        // Any value will do: it is only visited, not written.
        writeGrid(target, true, "RangeFill.clear", (cell) => delete cell.fill);
        return undefined;
      },
    },
  },
};

const rangeFont: ObjectType<RangeTarget> = {
  name: "RangeFont",
  scalars: {
    bold: {
      get: (target) => common(target, (cell) => cell?.isBold ?? false),
      set: (target, value) =>
        writeGrid(target, value, "RangeFont.bold", (cell, one) => {
          cell.isBold = boolean(one, "RangeFont.bold");
        }),
    },
    color: {
      get: (target) => common(target, (cell) => cell?.fontColor ?? "#000000"),
      set: (target, value) =>
        writeGrid(target, value, "RangeFont.color", (cell, one) => {
          cell.fontColor = color(one, "RangeFont.color");
        }),
    },
  },
};

export const rangeFormat: ObjectType<RangeTarget> = {
  name: "RangeFormat",
  children: {
    fill: { get: (target) => hostObject(rangeFill, target) },
    font: { get: (target) => hostObject(rangeFont, target) },
  },
};
