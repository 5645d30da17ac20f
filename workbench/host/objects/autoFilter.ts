import { invalidArgument, notImplemented } from "../hostError";
import type { Argument, ObjectType } from "../objectType";
import { isHostObject } from "../objectType";
import type { SheetTarget } from "./notes";
import { rangeType } from "./range";
import type { RangeTarget } from "./rangeTarget";

/** Filters without criteria. Source: Excel JavaScript API reference, Excel.AutoFilter (ExcelApi 1.9). */
export const autoFilter: ObjectType<SheetTarget> = {
  name: "AutoFilter",
  methods: {
    apply: { since: "1.9", call: apply },
    remove: {
      since: "1.9",
      call: ({ sheet }) => {
        delete sheet.filter;
        return undefined;
      },
    },
  },
};

function apply({ sheet }: SheetTarget, [range, column, criteria]: readonly Argument[]): undefined {
  const location = "AutoFilter.apply";
  if (column != null || criteria != null) throw notImplemented("AutoFilter.apply with criteria");
  if (!isHostObject(range) || range.type !== rangeType) throw invalidArgument(location);
  const target = range.target as RangeTarget;
  if (target.sheet !== sheet) throw invalidArgument(location);
  sheet.filter = target.range;
  return undefined;
}
