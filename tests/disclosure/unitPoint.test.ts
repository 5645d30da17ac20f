import { completeness } from "../../src/disclosure/completeness";
import { choosePack } from "../../src/recognition/choosePack";
import { recogniseWorkbook } from "../../src/recognition/recognise";
import { PACKS } from "../../src/tables/packs";
import { departmentOf, unitsOf } from "../support/unitMistakes";
import { unitRecipes } from "../support/departmentUnits";

const workbook = departmentOf(unitsOf(unitRecipes(3, 7)));
const pack = choosePack(workbook, PACKS);
const { tables } = recogniseWorkbook(workbook, pack);
const NAMES = "第156001局、第156002局、第156003局";

/** What the list says of the units of a department of three, with this text beside its tables. */
function units(text: string | undefined) {
  const point = completeness({ workbook, pack, tables, text }).find(({ rule }) => rule === "complete.units");
  return [point?.status, point?.problem?.key ?? null];
}

describe("the units a text speaks of", () => {
  test.each([
    ["纳入部门预算编制范围的单位共3个。"],
    ["纳入2020年部门预算编制范围的二级预算单位共三家。"],
    [`部门预算由以下预算单位共 3 个组成：${NAMES}。`],
  ])("agree with the tables: %s", (text) => {
    expect(units(text)).toEqual(["met", null]);
  });

  test.each([["纳入部门预算编制范围的单位共4个。"], ["纳入2020年部门预算编制范围的二级预算单位共十三家。"]])(
    "are another number: %s",
    (text) => {
      expect(units(text)).toEqual(["doubt", "complete.units.differ"]);
    },
  );

  test("lack one that the tables list", () => {
    expect(units("纳入部门预算编制范围的单位有：第156001局、第156003局。")).toEqual([
      "doubt",
      "complete.units.unnamed",
    ]);
  });

  test("are a person's to tick where it neither counts nor lists them", () => {
    expect(units("第156001局主管某某工作，下属单位2个。")).toEqual(["manual", null]);
    expect(units(undefined)).toEqual(["unknown", null]);
  });
});
