import { PACKS } from "../../src/tables/packs";
import { fullName, numberOf } from "../../src/messages/tableName";

test("a table with a number is called by number and title", () => {
  expect(fullName({ label: "表2", title: "收入预算总表" })).toBe("表2 收入预算总表");
  expect(fullName({ label: "公开06表", title: "支出预算表" })).toBe("公开06表 支出预算表");
  expect(fullName({ label: "表一", title: "一般公共预算支出表" })).toBe("表一 一般公共预算支出表");
});

test("a table without a number is called by its title, and not twice", () => {
  expect(fullName({ label: "收入决算表", title: "收入决算表" })).toBe("收入决算表");
  expect(fullName({ label: "“三公”经费表", title: "一般公共预算“三公”经费支出表" })).toBe(
    "一般公共预算“三公”经费支出表",
  );
});

test("in every set either all tables have a number or none", () => {
  const counts = PACKS.map(({ tables }) => [
    tables.length,
    tables.filter((table) => numberOf(table) !== "").length,
  ]);
  expect(counts.map(([all, numbered]) => numbered === all || numbered === 0)).toEqual(PACKS.map(() => true));
  expect(counts.some(([, numbered]) => numbered === 0)).toBe(true);
});
