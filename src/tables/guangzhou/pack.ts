import type { Pack } from "../definition";
import { ACROSS } from "./across";
import { GUANGZHOU_INSERTION } from "./insertion";
import { T01 } from "./t01";
import { T02 } from "./t02";
import { T03 } from "./t03";
import { T04 } from "./t04";
import { T05 } from "./t05";
import { T06 } from "./t06";
import { T07 } from "./t07";
import { T08 } from "./t08";
import { T09 } from "./t09";
import { T10 } from "./t10";
import { T11 } from "./t11";
import { T12 } from "./t12";
import { T13 } from "./t13";
import { T14 } from "./t14";

/** The 14 tables of the Guangzhou department budget (广州市部门预算公开报表, 2020). */
export const GUANGZHOU: Pack = Object.freeze({
  id: "guangzhou-2020",
  name: "广州市部门预算公开报表（14 张表）",
  tables: [T01, T02, T03, T04, T05, T06, T07, T08, T09, T10, T11, T12, T13, T14],
  across: ACROSS,
  insertion: GUANGZHOU_INSERTION,
});
