import type { Pack } from "../definition";
import { ACROSS } from "./across";
import { NATIONAL_INSERTION } from "./insertion";
import { N03, N05, N06, N07 } from "./functionalTables";
import { N01 } from "./n01";
import { N02 } from "./n02";
import { N04 } from "./n04";
import { N08 } from "./n08";
import { N09 } from "./n09";
import { N10 } from "./n10";

/** The tables that most departments in the country publish (部门预算公开表), in the form of 2024 to 2026. */
export const NATIONAL: Pack = Object.freeze({
  id: "national-2024",
  name: "全国通行部门预算公开报表（10 张表）",
  tables: [N01, N02, N03, N04, N05, N06, N07, N08, N09, N10],
  across: ACROSS,
  insertion: NATIONAL_INSERTION,
});
