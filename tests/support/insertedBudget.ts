import type { EconomicCodes } from "../../src/codes/correspondence";
import type { InsertOptions, ProjectOption } from "../../src/planning/insert/options";
import { GUANGZHOU } from "../../src/tables/guangzhou/pack";
import { seedRows } from "./seedWorkbook";

/** Rows of a seed table below its heading, without the field that tells headings. */
function seedBody(id: string): string[][] {
  return seedRows(id, "complete")
    .filter(([mark]) => mark !== "#H")
    .map(([, ...fields]) => fields);
}

function projects(): ProjectOption[] {
  let unit = "";
  return seedBody("T10").flatMap(([code = "", name = ""]) => {
    if (/^\d{6}$/.test(code)) unit = code;
    return /^\d{7}$/.test(code) ? [{ name, code, unit }] : [];
  });
}

/** The pairs as 表9 prints them; there the two headings are swapped. */
function economic(): EconomicCodes[] {
  return seedBody("T09").flatMap(([first = "", second = ""]) => {
    const [department, government] = [first, second].map((text) => /^\[(\d{5})\]/.exec(text)?.[1] ?? "");
    return department && government ? [{ department, government }] : [];
  });
}

/** What the 2020 budget of 白云区政务服务数据管理局 is inserted with: its units, projects, codes, and pairs of codes. */
export function seedOptions(blankRows = 3): InsertOptions {
  return {
    tables: GUANGZHOU.tables.map(({ id }) => id),
    year: 2020,
    department: "广州市白云区政务服务数据管理局",
    unit: "万元",
    units: [
      { code: "156", name: "广州市白云区政务服务数据管理局" },
      ...seedBody("T10").flatMap(([code = "", name = ""]) => (/^\d{6}$/.test(code) ? [{ code, name }] : [])),
    ],
    projects: projects(),
    codes: seedBody("T03").flatMap(([code = ""]) => (code.length === 7 ? [code] : [])),
    economic: economic(),
    blankRows,
  };
}
