import {
  changeSettings,
  isSettingsXml,
  readSettingsXml,
  writeSettingsXml,
} from "../../src/workbook/settingsXml";

const SETTINGS = {
  recognition: '{"sheets":[{"name":"表6 & <附件>","columns":{"3":"C"}}]}',
  'a"b': "第一行\n第二行\t末\r😀",
  empty: "",
};

test("texts come back as they were, whatever characters they have", () => {
  expect(readSettingsXml(writeSettingsXml(SETTINGS))).toEqual(SETTINGS);
});

test("the order of the keys makes no difference to the part", () => {
  const reversed = Object.fromEntries(Object.entries(SETTINGS).reverse());
  expect(writeSettingsXml(reversed)).toBe(writeSettingsXml(SETTINGS));
});

test("a part that another program wrote anew, with prefix and other quotes, is still read", () => {
  const xml =
    "<?xml version='1.0'?>\n<!-- kept --><g:settings xmlns:g='urn:gouji:workbook'>\n" +
    " <g:setting key='accepted'>&#x8868;6&#33;&amp;</g:setting><g:setting key='none'/></g:settings>";
  expect(isSettingsXml(xml)).toBe(true);
  expect(readSettingsXml(xml)).toEqual({ accepted: "表6!&", none: "" });
});

test.each([
  ["another namespace", '<settings xmlns="urn:someone:else"><setting key="a">b</setting></settings>'],
  ["a prefix that is bound to another", '<x:settings xmlns:x="urn:other" xmlns="urn:gouji:workbook"/>'],
  ["another root", '<b xmlns="urn:gouji:workbook"><settings/></b>'],
  ["no XML", "urn:gouji:workbook"],
])("a part with %s is none of ours", (_what, xml) => {
  expect(isSettingsXml(xml)).toBe(false);
  expect(readSettingsXml(xml)).toEqual({});
});

test("a text is written over, and null takes it away", () => {
  expect(
    changeSettings({ a: "1", b: "2" }, [
      { key: "a", value: null },
      { key: "b", value: "3" },
      { key: "c", value: "" },
    ]),
  ).toEqual({ b: "3", c: "" });
});
