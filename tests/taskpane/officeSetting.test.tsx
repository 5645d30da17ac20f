/** @jest-environment jsdom */
import { readOfficeDefaults } from "../../src/actions/officeDefaults";
import { host, open, setUpPane, tab } from "./openPane";

setUpPane();

const RULES =
  '{"version":1,"name":"某某厅 2027","rules":[{"id":"自7","text":"T06[合计].c3 = T06[合计].c4"}]}';

test("设置 says what is laid down for everyone, and what of it cannot be used", async () => {
  const office = readOfficeDefaults(RULES.replace('"rules"', '"rulez":1,"rules"'), "office.json");
  await open({ officeDefaults: async () => office });
  await tab("settings");
  expect(host.textContent).toContain("全单位的规定");
  expect(host.textContent).toContain("某某厅 2027。由管理员统一规定");
  expect(host.textContent).toContain("自定义勾稽关系：1 条");
  expect(host.textContent).toContain("没有“rulez”这一项");
});
