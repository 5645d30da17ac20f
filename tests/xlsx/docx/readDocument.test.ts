import { strToU8, zipSync } from "fflate";
import { readDocument } from "../../../src/xlsx/docx/readDocument";

/** A Word document with this body, and other parts. */
function documentOf(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  return zipSync({
    ...Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])),
    "word/document.xml": strToU8(
      `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>${body}</w:body></w:document>`,
    ),
  });
}

const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (...runs: string[]) => `<w:p>${runs.join("")}</w:p>`;
const cell = (...texts: string[]) => `<w:tc>${texts.map((text) => paragraph(run(text))).join("")}</w:tc>`;
const table = (...rows: string[]) => `<w:tbl>${rows.map((row) => `<w:tr>${row}</w:tr>`).join("")}</w:tbl>`;

/** The notes of a document by their ids, and the two that draw the line above them. */
function notesOf(kind: "footnote" | "endnote", notes: Readonly<Record<string, string>>): string {
  const note = (id: string, body: string) => `<w:${kind} w:id="${id}">${body}</w:${kind}>`;
  const line = note("-1", paragraph("<w:r><w:separator/></w:r>"));
  return `<w:${kind}s xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${line}${Object.entries(
    notes,
  )
    .map(([id, text]) => note(id, paragraph(`<w:r><w:${kind}Ref/></w:r>`, run(text))))
    .join("")}</w:${kind}s>`;
}

describe("a Word document", () => {
  test("has each note below the paragraph or the row of a table that refers to it", () => {
    const refers = (kind: "footnote" | "endnote", id: string) =>
      `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`;
    const body =
      paragraph(run("收入总计"), refers("footnote", "2"), run(" 1890.17 万元。")) +
      paragraph(run("支出总计"), refers("endnote", "2"), refers("footnote", "3")) +
      table(
        cell("项目") + `<w:tc>${paragraph(run("8.65"), refers("footnote", "4"))}</w:tc>`,
        cell("甲", "乙"),
      );
    const parts = {
      "word/footnotes.xml": notesOf("footnote", {
        2: "含上年结转 35.20 万元。",
        3: "不含结转。",
        4: "见表7。",
      }),
      "word/endnotes.xml": notesOf("endnote", { 2: "见第四部分。" }),
    };
    expect(readDocument(documentOf(body, parts)).split("\n")).toEqual([
      "收入总计 1890.17 万元。",
      "含上年结转 35.20 万元。",
      "支出总计",
      "见第四部分。",
      "不含结转。",
      "项目\t8.65",
      "见表7。",
      "甲",
      "乙",
      "",
    ]);
  });

  test("is read a line a paragraph, runs put together", () => {
    const body = paragraph(run("三公经费 8."), run("65 万元。")) + paragraph() + paragraph(run("其中："));
    expect(readDocument(documentOf(body))).toBe("三公经费 8.65 万元。\n\n其中：\n");
  });

  test("has what is inserted with changes tracked, and nothing of what is deleted or moved away", () => {
    const body = paragraph(
      run("预算"),
      `<w:ins w:id="1">${run("8.65")}</w:ins>`,
      `<w:del w:id="2"><w:r><w:delText>8.56</w:delText></w:r></w:del>`,
      `<w:moveFrom w:id="3">${run("旧")}</w:moveFrom>`,
      `<w:moveTo w:id="4">${run("万元")}</w:moveTo>`,
    );
    expect(readDocument(documentOf(body))).toBe("预算8.65万元\n");
  });

  test("has the result of a field and not its code", () => {
    const body = paragraph(
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGEREF _Toc1 \\h </w:instrText></w:r>`,
      `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${run("12")}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
      `<w:fldSimple w:instr=" DATE ">${run("2026年")}</w:fldSimple>`,
    );
    expect(readDocument(documentOf(body))).toBe("122026年\n");
  });

  test("has rows of tables as lines, several paragraphs of a cell in one piece", () => {
    const body = table(cell("项目", "名称") + cell("预算（万元）"), cell("甲项目") + cell("14,248.00"));
    expect(readDocument(documentOf(body))).toBe("项目名称\t预算（万元）\n甲项目\t14,248.00\n");
  });

  test("framed by a table of one cell keeps its paragraphs", () => {
    const body = table(cell("一、收支预算", "2020年收支总预算 31,600.01 万元。")) + paragraph(run("完"));
    expect(readDocument(documentOf(body))).toBe("一、收支预算\n2020年收支总预算 31,600.01 万元。\n完\n");
  });

  test("with a picture's words for older programs has them once", () => {
    const body = paragraph(
      `<w:r><mc:AlternateContent><mc:Choice Requires="wps">${run("框")}</mc:Choice><mc:Fallback>${run("框")}</mc:Fallback></mc:AlternateContent></w:r>`,
    );
    expect(readDocument(documentOf(body))).toBe("框\n");
  });
});
