import { recogniseWorkbook } from "../../src/recognition/recognise";
import { GUANGZHOU } from "../../src/tables/guangzhou/pack";
import { makeVariant } from "../support/variants/makeVariant";
import { compareVariant } from "../support/compareVariant";

test("a column of 序号 beside zeros is no column of amounts, though it adds up within its own step", () => {
  const variant = makeVariant(GUANGZHOU, "T11", 6);
  expect(compareVariant(variant).problems).toEqual([]);
  const [table] = recogniseWorkbook(variant.workbook, GUANGZHOU).tables;
  expect(table?.columns.has(11)).toBe(false);
});
