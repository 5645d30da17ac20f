import type { CellRange } from "../../../src/workbook/address";
import { HostError, invalidArgument, notImplemented } from "../hostError";
import type { Argument, HostObject, Method, ObjectType, Scalar } from "../objectType";
import { hostObject, isHostObject } from "../objectType";
import type { StoredPageLayout } from "../store";
import { absoluteAddress } from "../../../src/workbook/formula/references";
import type { Json } from "../wire";
import type { SheetTarget } from "./notes";
import { rangeType } from "./range";
import type { RangeTarget } from "./rangeTarget";
import { boolean, number, oneOf, rangeAt } from "./rangeTarget";

/** Sizes of paper that Chinese printers have; Excel.PaperType knows more. */
const PAPER = ["A3", "A4", "A4Small", "A5", "B4", "B5", "Letter", "Legal", "Tabloid", "Ledger", "Folio"];

/** Points in the units of setPrintMargins (Excel.PrintMarginUnit). */
const POINTS = { Points: 1, Inches: 72, Centimeters: 72 / 2.54 } as const;

/** The widest margin Excel takes, in points: 49 inches. Source: Excel's own page setup dialog. */
const WIDEST_MARGIN = 49 * 72;

type Flag = "centerHorizontally" | "centerVertically";
type Side = keyof StoredPageLayout["margins"];

function flag(name: Flag): Scalar<SheetTarget> {
  return {
    since: "1.9",
    get: ({ sheet }) => sheet.pageLayout[name],
    set: ({ sheet }, value) => {
      sheet.pageLayout[name] = boolean(value, `PageLayout.${name}`);
    },
  };
}

function margin(side: Side): Scalar<SheetTarget> {
  return {
    since: "1.9",
    get: ({ sheet }) => sheet.pageLayout.margins[side],
    set: ({ sheet }, value) => {
      sheet.pageLayout.margins[side] = number(value, `PageLayout.${side}Margin`, 0, WIDEST_MARGIN);
    },
  };
}

const CORNERS = ["leftHeader", "centerHeader", "rightHeader", "leftFooter", "centerFooter", "rightFooter"];

/** Source: Excel JavaScript API reference, Excel.HeaderFooter. */
const headerFooter: ObjectType<SheetTarget> = {
  name: "HeaderFooter",
  scalars: Object.fromEntries(
    CORNERS.map((corner): [string, Scalar<SheetTarget>] => [
      corner,
      {
        since: "1.9",
        get: ({ sheet }) => sheet.pageLayout.headersFooters?.[corner] ?? "",
        set: ({ sheet }, value) => {
          // Excel's limit for each of header and footer, their codes included.
          const text = oneOf(value, `HeaderFooter.${corner}`, (one) => one.length <= 255);
          sheet.pageLayout.headersFooters = { ...sheet.pageLayout.headersFooters, [corner]: text };
        },
      },
    ]),
  ),
};

/** All pages have the same headers here. Source: Excel JavaScript API reference, Excel.HeaderFooterGroup. */
const headerFooterGroup: ObjectType<SheetTarget> = {
  name: "HeaderFooterGroup",
  scalars: { state: { since: "1.9", get: () => "Default" } },
  children: { defaultForAllPages: { since: "1.9", get: (target) => hostObject(headerFooter, target) } },
};

/** Source: Excel JavaScript API reference, Excel.PageLayout (ExcelApi 1.9). */
export const pageLayout: ObjectType<SheetTarget> = {
  name: "PageLayout",
  scalars: {
    orientation: {
      since: "1.9",
      get: ({ sheet }) => sheet.pageLayout.orientation,
      set: ({ sheet }, value) => {
        const names = ["Portrait", "Landscape"];
        const name = oneOf(value, "PageLayout.orientation", (text) => names.includes(text));
        sheet.pageLayout.orientation = name as StoredPageLayout["orientation"];
      },
    },
    paperSize: {
      since: "1.9",
      get: ({ sheet }) => sheet.pageLayout.paperSize,
      set: ({ store, sheet }, value) => {
        if (store.quirks?.hasNoPrinter)
          throw new HostError("GeneralException", "No printer is installed.", "PageLayout.paperSize");
        sheet.pageLayout.paperSize = oneOf(value, "PageLayout.paperSize", (text) => PAPER.includes(text));
      },
    },
    centerHorizontally: flag("centerHorizontally"),
    centerVertically: flag("centerVertically"),
    topMargin: margin("top"),
    bottomMargin: margin("bottom"),
    leftMargin: margin("left"),
    rightMargin: margin("right"),
    headerMargin: margin("header"),
    footerMargin: margin("footer"),
    zoom: { since: "1.9", get: ({ sheet }) => zoomOf(sheet.pageLayout), set: setZoom },
  },
  children: { headersFooters: { since: "1.9", get: (target) => hostObject(headerFooterGroup, target) } },
  methods: {
    setPrintArea: {
      since: "1.9",
      call: (target, [area]) => {
        target.sheet.pageLayout.printArea = absoluteAddress(areaOf(target, area, "PageLayout.setPrintArea"));
        return undefined;
      },
    },
    setPrintTitleRows: titles("titleRows", "PageLayout.setPrintTitleRows"),
    setPrintTitleColumns: titles("titleColumns", "PageLayout.setPrintTitleColumns"),
    getPrintTitleRowsOrNullObject: titleRange("titleRows", "PageLayout.getPrintTitleRowsOrNullObject"),
    getPrintTitleColumnsOrNullObject: titleRange(
      "titleColumns",
      "PageLayout.getPrintTitleColumnsOrNullObject",
    ),
    setPrintMargins: { since: "1.9", call: setPrintMargins },
  },
};

function zoomOf({ fit, scale }: StoredPageLayout): Json {
  if (!fit) return { scale: scale ?? 100 };
  return {
    ...(fit.wide !== undefined && { horizontalFitToPages: fit.wide }),
    ...(fit.high !== undefined && { verticalFitToPages: fit.high }),
  };
}

/** Excel.PageLayoutZoomOptions: either a scale in percent or pages to fit, the other one null or left out. */
function setZoom({ sheet }: SheetTarget, value: Json): void {
  const location = "PageLayout.zoom";
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw invalidArgument(location);
  const { scale, horizontalFitToPages: wide, verticalFitToPages: high } = value as Record<string, Json>;
  const pages = (count: Json) => number(count, location, 1, 32767);
  const hasFit = wide != null || high != null;
  if (hasFit === (scale != null)) throw invalidArgument(location);
  if (!hasFit) sheet.pageLayout.scale = number(scale ?? null, location, 10, 400);
  sheet.pageLayout.fit = hasFit
    ? { ...(wide != null && { wide: pages(wide) }), ...(high != null && { high: pages(high) }) }
    : undefined;
}

function areaOf({ sheet }: SheetTarget, area: Argument | undefined, location: string): CellRange {
  if (!isHostObject(area)) return rangeAt(area, location);
  if (area.type !== rangeType) throw notImplemented(location, "of several ranges is not known to this host");
  const { sheet: other, range } = area.target as RangeTarget;
  if (other !== sheet) throw invalidArgument(location);
  return range;
}

/** Whole rows or columns repeated on each page; of other ranges those they lie in. */
function titles(name: "titleRows" | "titleColumns", location: string): Method<SheetTarget> {
  return {
    since: "1.9",
    call: (target, [area]) => {
      const text = absoluteAddress(areaOf(target, area, location));
      const isLines = name === "titleRows" ? /^\$\d+:\$\d+$/ : /^\$[A-Z]+:\$[A-Z]+$/;
      if (!isLines.test(text)) throw notImplemented(location, "of a part of rows is not known to this host");
      target.sheet.pageLayout[name] = text;
      return undefined;
    },
  };
}

function titleRange(name: "titleRows" | "titleColumns", location: string): Method<SheetTarget> {
  return {
    since: "1.9",
    call: ({ store, sheet }): HostObject | null => {
      const text = sheet.pageLayout[name];
      if (text === undefined) return null;
      return hostObject(rangeType, { store, sheet, range: rangeAt(text, location) });
    },
  };
}

function setPrintMargins({ sheet }: SheetTarget, [unit, options]: readonly Argument[]): undefined {
  const location = "PageLayout.setPrintMargins";
  const points = POINTS[String(unit) as keyof typeof POINTS];
  if (points === undefined || typeof options !== "object" || options === null)
    throw invalidArgument(location);
  const given = options as unknown as Readonly<Record<string, Json>>;
  for (const [side, size] of Object.entries(given)) {
    if (size === null) continue;
    if (!(side in sheet.pageLayout.margins)) throw invalidArgument(location);
    sheet.pageLayout.margins[side as Side] = number(size, location, 0, WIDEST_MARGIN / points) * points;
  }
  return undefined;
}
