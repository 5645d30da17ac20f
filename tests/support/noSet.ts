import type { Pack } from "../../src/tables/definition";

/** A set without a table: whatever a workbook holds is read by its structure alone. */
export const NO_SET: Pack = {
  id: "none",
  name: "没有一张表",
  tables: [],
  across: [],
  insertion: { tables: {}, links: [], offers: { units: [], codes: [], projects: [] } },
};
