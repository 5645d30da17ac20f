import { escapeText } from "../../../src/workbook/escapeXml";
import type { StoredPageLayout } from "../../host/store";
import { PAPER_SIZES, POINTS_IN_INCH } from "../pageLooks";
import type { WorksheetText } from "./worksheetPart";
import { putElement, withAttributes } from "./worksheetPart";

/** Codes of the three places of a header or footer. Source: ECMA-376 part 1, 18.3.1.46. */
const PLACES = { left: "&L", center: "&C", right: "&R" } as const;

/** A worksheet's text with what is to be seen on paper set as another layout has it; the same parts stay as they are. */
export function writePageLayout(
  sheet: WorksheetText,
  before: StoredPageLayout,
  now: StoredPageLayout,
): string {
  const { part } = sheet;
  let { text } = sheet;
  const differs = (...names: readonly (keyof StoredPageLayout)[]) =>
    names.some((name) => JSON.stringify(before[name]) !== JSON.stringify(now[name]));
  const put = (tag: Parameters<typeof putElement>[1], make: Parameters<typeof putElement>[2]) => {
    text = putElement({ text, part }, tag, make);
  };
  const attributes = (
    tag: Parameters<typeof putElement>[1],
    values: Readonly<Record<string, string | undefined>>,
  ) => {
    put(tag, (p, was) => {
      const start = was?.element.startTagEnd;
      if (was === undefined || start === undefined) return withAttributes(`<${p}${tag}/>`, values);
      const length = start - was.element.start;
      return withAttributes(was.text.slice(0, length), values) + was.text.slice(length);
    });
  };
  if (differs("fit")) {
    put("sheetPr", (p, was) => fitXml(p, was?.text, now.fit !== undefined));
  }
  if (differs("centerHorizontally", "centerVertically")) {
    attributes("printOptions", {
      horizontalCentered: now.centerHorizontally ? "1" : undefined,
      verticalCentered: now.centerVertically ? "1" : undefined,
    });
  }
  if (differs("margins")) {
    const inches = Object.entries(now.margins).map(([side, points]) => [side, inchesOf(points)] as const);
    attributes("pageMargins", Object.fromEntries(inches));
  }
  if (differs("orientation", "paperSize", "fit", "scale")) {
    const { fit, scale } = now;
    attributes("pageSetup", {
      paperSize: String(PAPER_SIZES[now.paperSize] ?? 9),
      orientation: now.orientation.toLowerCase(),
      scale: fit || scale === undefined || scale === 100 ? undefined : String(scale),
      // 0: as many pages as it takes.
      fitToWidth: fit ? String(fit.wide ?? 0) : undefined,
      fitToHeight: fit ? String(fit.high ?? 0) : undefined,
    });
  }
  if (differs("headersFooters")) {
    put("headerFooter", (p) => {
      const line = (where: "Header" | "Footer", tag: string) => {
        const words = Object.entries(PLACES).map(([side, code]) => {
          const own = now.headersFooters?.[`${side}${where}`] ?? "";
          return own === "" ? "" : code + own;
        });
        const line = words.join("");
        return line === "" ? "" : `<${p}${tag}>${escapeText(line)}</${p}${tag}>`;
      };
      return `<${p}headerFooter>${line("Header", "oddHeader")}${line("Footer", "oddFooter")}</${p}headerFooter>`;
    });
  }
  return text;
}

function inchesOf(points: number): string {
  return String(Number((points / POINTS_IN_INCH).toFixed(4)));
}

/** Without fitToPage the numbers of pages in pageSetup say nothing. Source: ECMA-376 part 1, 18.3.1.65. */
function fitXml(p: string, was: string | undefined, fits: boolean): string {
  const own = `<${p}pageSetUpPr fitToPage="${fits ? 1 : 0}"/>`;
  if (was === undefined) return `<${p}sheetPr>${own}</${p}sheetPr>`;
  const known = /<(?:[\w.-]+:)?pageSetUpPr\b[^>]*>/.exec(was)?.[0];
  if (known) return was.replace(known, withAttributes(known, { fitToPage: fits ? "1" : "0" }));
  return was.endsWith("/>") && !was.includes("</")
    ? `${was.slice(0, -2)}>${own}</${p}sheetPr>`
    : was.replace(/<\/[^>]*>$/, (end) => own + end);
}
