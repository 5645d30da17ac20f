import type { ColumnMatch } from "../recognised";
import { columnText } from "../columnText";
import type { ReadSheet } from "../readSheet";
import { headText } from "../rows";
import { isPart, normaliseRowName, normaliseText, parseCodeCell, saysNothing } from "../text";
import { cellText } from "../grid";
import { cellAt } from "../../workbook/snapshot";
import { rowContent } from "./content";
import type { NumberedSide } from "./layout";
import { isTotalWord } from "./words";

/** How a line is numbered: 一、 | （一） | 1. | （1）; none for a line without a number. */
export type Numbering = "none" | "一、" | "(一)" | "1." | "(1)";

/** What one row of a list says of itself. */
export interface RowFacts {
  readonly sheetRow: number;
  readonly code: string;
  /** For comparing: numbering, 其中 and spaces off. */
  readonly key: string;
  readonly numbering: Numbering;
  /** 3 for 三、 and （三） and 3.; 0 without a number. */
  readonly ordinal: number;
  /** 其中：… */
  readonly isPart: boolean;
  readonly isTotal: boolean;
  /** Its name stands in none of the list's own columns: that of 序号, or those of another list. */
  readonly isBeside: boolean;
  /** It has neither name nor code where its list has them, and says what it is in another column: 2026年 below a unit's 2025年. */
  readonly isUnnamed: boolean;
  readonly indent: number;
  /** Numbers of the further text columns that say something. */
  readonly filled: readonly number[];
  /** Numbers of the columns before the amounts that say something, that of its name among them. */
  readonly says: readonly number[];
}

/** The rows of a list that have a name or a code, from top to bottom. */
export function readRowFacts(
  sheet: ReadSheet,
  columns: ReadonlyMap<number, ColumnMatch>,
  side: NumberedSide,
  rows: readonly number[],
): RowFacts[] {
  return rows.flatMap((sheetRow) => {
    const text = (number: number | undefined) => columnText(sheet, columns, number, sheetRow);
    const codeText = text(side.code);
    const saysSomething = (number: number) => !saysNothing(text(number));
    const parsed = parseCodeCell(codeText);
    const isShared = side.code === side.name;
    const named = isShared ? parsed.name || (parsed.code === "" ? codeText : "") : text(side.name);
    const own = named || (parsed.code === "" ? codeText : "");
    const isSilent = own === "" && parsed.code === "";
    const total = isSilent ? totalIn(sheet, sheetRow) : "";
    const head = isSilent && total === "" ? headText(sheet, columns, side, sheetRow) : "";
    const spoken = own || total || head;
    const key = normaliseRowName(spoken);
    if (key === "" && parsed.code === "") return [];
    const place = columns.get(side.name)?.sheetColumn;
    const raw = place === undefined ? "" : cellText(cellAt(sheet, sheetRow, place));
    return [
      {
        sheetRow,
        code: parsed.code,
        key,
        ...numberingOf(spoken),
        isPart: isPart(spoken),
        isTotal: parsed.code === "" && isTotalWord(spoken),
        isBeside: isSilent && head === "",
        isUnnamed: head !== "",
        indent: /^[\s\u3000]*/.exec(raw)?.[0].length ?? 0,
        filled: side.texts.filter(saysSomething),
        says: [side.name, ...side.headColumns].filter(saysSomething),
      },
    ];
  });
}

/** 合计 in whichever column of words it stands, such as that of 序号. */
function totalIn(sheet: ReadSheet, row: number): string {
  return (
    rowContent(sheet, row).find(({ content, text }) => content === "word" && isTotalWord(text))?.text ?? ""
  );
}

const CHINESE = "一二三四五六七八九十";

function numberingOf(spoken: string): { numbering: Numbering; ordinal: number } {
  const plain = normaliseText(spoken).replace(/^其中:?/, "");
  const forms: readonly (readonly [Numbering, RegExp])[] = [
    ["一、", /^([一二三四五六七八九十]+)[、.]/],
    ["(一)", /^\(([一二三四五六七八九十]+)\)/],
    ["1.", /^(\d{1,2})[、.](?!\d)/],
    ["(1)", /^\((\d{1,2})\)/],
  ];
  for (const [numbering, form] of forms) {
    const number = form.exec(plain)?.[1];
    if (number !== undefined)
      return { numbering, ordinal: /^\d/.test(number) ? Number(number) : chinese(number) };
  }
  return { numbering: "none", ordinal: 0 };
}

/** 十二 → 12, 二十三 → 23. */
function chinese(text: string): number {
  const digit = (character: string | undefined) => CHINESE.indexOf(character ?? "") + 1;
  const ten = text.indexOf("十");
  if (ten < 0) return digit(text[0]);
  return (ten === 0 ? 1 : digit(text[0])) * 10 + (ten + 1 < text.length ? digit(text[ten + 1]) : 0);
}
