import { isTrue } from "../../src/xlsx/package/workbookPart";
import type { StoredPageLayout } from "../host/store";

/** Excel.PaperType by the number that files have for it. Source: ECMA-376 part 1, 18.3.1.63. */
export const PAPER_SIZES: Readonly<Record<string, number>> = {
  Letter: 1,
  Tabloid: 3,
  Ledger: 4,
  Legal: 5,
  A3: 8,
  A4: 9,
  A4Small: 10,
  A5: 11,
  B4: 12,
  B5: 13,
  Folio: 14,
};

export const POINTS_IN_INCH = 72;

const SIDES = ["top", "bottom", "left", "right", "header", "footer"] as const;
const CORNERS: Readonly<Record<string, string>> = { L: "left", C: "center", R: "right" };

type Attributes = Readonly<Record<string, string>>;

/** Takes over what an element of a worksheet says of printing; other elements say nothing of it. */
export function readPageElement(layout: StoredPageLayout, tag: string, attributes: Attributes): void {
  if (tag === "pageSetUpPr" && isTrue(attributes["fitToPage"])) layout.fit = { wide: 1, high: 1 };
  else if (tag === "printOptions") {
    layout.centerHorizontally = isTrue(attributes["horizontalCentered"]);
    layout.centerVertically = isTrue(attributes["verticalCentered"]);
  } else if (tag === "pageMargins") {
    for (const side of SIDES) {
      const inches = Number(attributes[side] ?? NaN);
      if (inches >= 0) layout.margins[side] = Number((inches * POINTS_IN_INCH).toFixed(2));
    }
  } else if (tag === "pageSetup") readPageSetup(layout, attributes);
}

function readPageSetup(layout: StoredPageLayout, attributes: Attributes): void {
  layout.orientation = attributes["orientation"] === "landscape" ? "Landscape" : "Portrait";
  const paper = Object.entries(PAPER_SIZES).find(([, size]) => String(size) === attributes["paperSize"]);
  if (paper) layout.paperSize = paper[0];
  const scale = Number(attributes["scale"] ?? 100);
  if (scale !== 100) layout.scale = scale;
  if (!layout.fit) return;
  // 0: as many pages as it takes.
  const [wide, high] = [Number(attributes["fitToWidth"] ?? 1), Number(attributes["fitToHeight"] ?? 1)];
  layout.fit = { ...(wide > 0 && { wide }), ...(high > 0 && { high }) };
}

/** "&L左&C第 &P 页" → what stands in the corners. Source: ECMA-376 part 1, 18.3.1.46. */
export function readHeaderFooter(layout: StoredPageLayout, tag: string, text: string): void {
  const where = tag === "oddHeader" ? "Header" : "Footer";
  const parts = text.split(/&([LCR])/);
  // Without a code in front the text stands in the middle.
  if (parts[0]) parts.splice(0, 1, "", "C", parts[0]);
  const corners: Record<string, string> = { ...layout.headersFooters };
  for (let index = 1; index + 1 < parts.length; index += 2) {
    corners[`${CORNERS[parts[index] ?? ""]}${where}`] = parts[index + 1] ?? "";
  }
  layout.headersFooters = corners;
}
