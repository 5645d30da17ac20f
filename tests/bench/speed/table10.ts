import { strToU8, zipSync } from "fflate";
import { Chooser, randomFrom } from "../../support/random";

const HEADINGS: readonly (readonly string[])[] = [
  ["2020年部门预算项目支出预算表"],
  ["部门名称：某部门", "", "", "", "", "", "", "", "", "", "", "", "", "单位：万元"],
  [
    ...["单位编码(科目编码)", "项目名称(项目类别)", "总计", "财政拨款", "", "", ""],
    ...["财政专户管理资金", "事业收入资金", "经营收入资金", "其他资金", "上年预结转", "项目内容", "绩效目标"],
  ],
  ["", "", "", "合计", "一般公共预算", "政府性基金预算", "国有资本经营预算"],
  Array.from({ length: 14 }, (_, index) => String(index + 1)),
];
const CODES = ["2010301", "2010302", "2010399", "2080501", "2080505", "2101101", "2210201", "2130199"];
/** Projects of one unit. */
const PROJECTS = 30;
/** Kinds of money that add up to a row's total: three of 财政拨款, five others. */
const MONEY = 8;

/** Amounts in 分, a column each. */
type Amounts = readonly number[];

/**
 * A workbook with one sheet, 表10 with so many rows (headings and all) of 14 columns, whose figures add up: projects below
 * units below a total. Texts are shared strings, as Excel writes them.
 */
export function table10(rows: number): Uint8Array {
  const strings = new Map<string, number>();
  const text = (value: string): string => {
    if (value === "") return "";
    const place = strings.get(value) ?? strings.size;
    strings.set(value, place);
    return `t="s"><v>${place}</v></c>`;
  };
  const lines = [...HEADINGS.map((cells) => cells.map(text))];
  const amount = (hundredths: number) => `s="1"><v>${(hundredths / 100).toFixed(2)}</v></c>`;
  for (const { code, name, amounts, notes } of bodyOf(rows - HEADINGS.length))
    lines.push([text(code), text(name), ...amounts.map(amount), ...notes.map(text)]);
  const sheet = lines.map((cells, row) => {
    const own = cells.map((cell, column) =>
      cell === "" ? "" : `<c r="${String.fromCharCode(65 + column)}${row + 1}" ${cell}`,
    );
    return `<row r="${row + 1}">${own.join("")}</row>`;
  });
  const shared = [...strings.keys()].map((value) => `<si><t>${value}</t></si>`);
  return zipSync(partsOf(sheet.join(""), shared.join(""), strings.size), { level: 1 });
}

interface BodyRow {
  readonly code: string;
  readonly name: string;
  readonly amounts: Amounts;
  readonly notes: readonly string[];
}

function bodyOf(count: number): BodyRow[] {
  const choose = new Chooser(randomFrom(10));
  const units: { readonly unit: BodyRow; readonly projects: readonly BodyRow[] }[] = [];
  for (let left = count - 1; left > 0;) {
    const number = units.length;
    const projects = Array.from({ length: Math.min(PROJECTS, left - 1) }, (_, index) => ({
      code: choose.pick(CODES),
      name: `项目${number}-${index}经费`,
      amounts: projectAmounts(choose),
      notes: ["项目内容说明", "绩效目标说明"],
    }));
    const unit = {
      code: String(100_000 + number),
      name: `第${number}单位`,
      amounts: sum(projects),
      notes: [],
    };
    units.push({ unit, projects });
    left -= 1 + projects.length;
  }
  const total = { code: "", name: "合计", amounts: sum(units.map(({ unit }) => unit)), notes: [] };
  return [total, ...units.flatMap(({ unit, projects }) => [unit, ...projects])];
}

function projectAmounts(choose: Chooser): Amounts {
  const money = Array.from({ length: MONEY }, () => (choose.below(2) === 0 ? choose.below(1_000_000) : 0));
  const fiscal = money.slice(0, 3).reduce((a, b) => a + b);
  return [fiscal + money.slice(3).reduce((a, b) => a + b), fiscal, ...money];
}

function sum(rows: readonly { readonly amounts: Amounts }[]): Amounts {
  const all = new Array<number>(MONEY + 2).fill(0);
  for (const { amounts } of rows) for (const [column, value] of amounts.entries()) all[column]! += value;
  return all;
}

function partsOf(sheet: string, shared: string, count: number): Record<string, Uint8Array> {
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const packages = "http://schemas.openxmlformats.org/package/2006";
  const types = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const head = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`;
  const parts: Readonly<Record<string, string>> = {
    "[Content_Types].xml": `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${types}.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${types}.sharedStrings+xml"/><Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="表10" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    "xl/styles.xml": `<styleSheet xmlns="${main}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf numFmtId="4" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    "xl/worksheets/sheet1.xml": `<worksheet xmlns="${main}"><sheetData>${sheet}</sheetData></worksheet>`,
    "xl/sharedStrings.xml": `<sst xmlns="${main}" count="${count}" uniqueCount="${count}">${shared}</sst>`,
  };
  return Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(head + xml)]));
}
