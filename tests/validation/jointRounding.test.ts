import { readRulesJson } from "../../src/relations/ownRules/readRulesJson";
import { GUANGZHOU } from "../../src/tables/guangzhou/pack";
import { checkWorkbook } from "../../src/validation/check";
import { sheetOf, smallT06, workbookOf } from "../support/sheet";

test("a figure printed finely, far along sums that hold, contradicts a rule that holds by rounding alone", () => {
  const fine = { value: 1164.390001, numberFormat: "0.000000" };
  const rules = readRulesJson(
    JSON.stringify({ rules: [{ id: "J1", text: "T06[合计].c3 = T06[合计].c4 + 1164.39" }] }),
  );
  const workbook = workbookOf(sheetOf("表6", smallT06({ "10,4": fine })));
  const { findings } = checkWorkbook(workbook, GUANGZHOU, { rules }).result;
  expect(rules.problems).toEqual([]);
  expect(findings.map(({ rule }) => rule)).toContain("joint");
});
