/** @jest-environment jsdom */
import { TextDecoder, TextEncoder } from "node:util";
import { publicVersionFile } from "../../taskpane/publicVersion";
import { checkSnapshot } from "../../src/actions/validate";
import { readWorkbook } from "../../src/xlsx/read/readWorkbook";
import { MemoryPort } from "../support/memoryPort";
import { seedWorkbook } from "../support/seedWorkbook";
import { click, host, open, setUpPane, tab } from "./openPane";

setUpPane();

Object.assign(globalThis, { TextDecoder, TextEncoder });

const saved: string[] = [];
beforeAll(() => {
  URL.createObjectURL = () => "blob:public";
  URL.revokeObjectURL = () => {};
  HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
    saved.push(this.download);
  };
});

test("where Excel lets no add-in save files 公开版 says so, and what to do", async () => {
  const realm = globalThis as { Office?: unknown };
  const { Office: usual } = realm;
  realm.Office = { context: { platform: "Mac" } };
  await open({});
  await tab("tables");
  expect(host.textContent).toContain(
    "苹果电脑上的 Excel 不允许加载项保存文件。请在浏览器工作台里打开本工作簿，再另存公开版。",
  );
  expect([...host.querySelectorAll("button")].map(({ textContent }) => textContent)).not.toContain(
    "另存公开版",
  );
  realm.Office = usual;
});

test("公开版 hands over a file with the same figures, and says how many pages it has", async () => {
  const budget = seedWorkbook();
  const made = publicVersionFile(new MemoryPort(budget));
  await open({ publicVersion: () => made });
  await tab("tables");
  await click("另存公开版");
  expect(saved).toEqual(["baiyun-2020（公开版）.xlsx"]);
  expect(host.textContent).toMatch(/公开版已另存：14 张表，共 \d+ 页/);
  const { bytes } = await made;
  const copy = checkSnapshot(readWorkbook(bytes ?? new Uint8Array(), "2020.xlsx"));
  expect(copy.relations).toEqual(checkSnapshot(budget).relations);
});
