import { invalidArgument, notImplemented } from "../hostError";
import type { ObjectType } from "../objectType";
import type { WorkbookStore } from "../store";

const KINDS = ["Recalculate", "Full", "FullRebuild"];

/**
 * Cells are calculated before each reading and the screen is drawn after each request, so that asking for either
 * changes nothing. What suspends calculation is the dispatcher's matter. Source: Excel JavaScript API reference, Excel.Application.
 */
export const application: ObjectType<WorkbookStore> = {
  name: "Application",
  scalars: {
    calculationMode: {
      get: ({ quirks }) => (quirks?.isManual ? "Manual" : "Automatic"),
      set: (_store, value) => {
        if (value !== "Automatic") {
          throw notImplemented(
            "Application.calculationMode",
            "other than Automatic is not known to this host",
          );
        }
      },
    },
    calculationState: { since: "1.9", get: ({ quirks }) => (quirks?.isManual ? "Pending" : "Done") },
  },
  methods: {
    calculate: {
      call: (_store, [kind]) => {
        if (!KINDS.includes(String(kind))) throw invalidArgument("Application.calculate");
        return undefined;
      },
    },
    suspendApiCalculationUntilNextSync: { since: "1.6", call: () => undefined },
    suspendScreenUpdatingUntilNextSync: { since: "1.9", call: () => undefined },
  },
};
