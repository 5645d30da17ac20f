import type { Pack } from "../definition";
import { ACROSS } from "./across";
import { F01 } from "./f01";
import { F04 } from "./f04";
import { F06 } from "./f06";
import { F09 } from "./f09";
import { F02, F03, F05, F07, F08 } from "./functionalTables";
import { FINAL_ACCOUNTS_INSERTION } from "./insertion";

/** The tables of a department's published final accounts (部门决算公开表), in the form of 2024 and 2025. */
export const FINAL_ACCOUNTS: Pack = Object.freeze({
  id: "final-accounts-2024",
  name: "全国通行部门决算公开报表（9 张表）",
  tables: [F01, F02, F03, F04, F05, F06, F07, F08, F09],
  across: ACROSS,
  insertion: FINAL_ACCOUNTS_INSERTION,
});
