import type { CellRange } from "../../../src/workbook/address";
import type { ObjectType } from "../objectType";
import type { RangeTarget } from "./rangeTarget";
import { addressOf } from "./rangeTarget";

/** Several areas of one sheet, as far as their address goes. Source: Excel JavaScript API reference, Excel.RangeAreas. */
export const rangeAreas: ObjectType<{ readonly at: RangeTarget; readonly areas: readonly CellRange[] }> = {
  name: "RangeAreas",
  scalars: {
    address: {
      since: "1.9",
      get: ({ at, areas }) => areas.map((range) => addressOf({ ...at, range })).join(","),
    },
    areaCount: { since: "1.9", get: ({ areas }) => areas.length },
  },
};
