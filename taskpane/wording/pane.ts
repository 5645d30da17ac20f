import type { Place } from "../session";
import type { Words } from "./words";

/** Words of the frame around the five places. */
export interface PaneWords {
  /** Heard by screen readers: to the eye Excel's own bar above the pane says it. */
  readonly title: string;
  readonly places: Readonly<Record<Place, string>>;
  readonly placesLabel: string;
  readonly cancel: string;
  readonly cancelling: string;
  readonly cancelled: string;
  readonly unexpected: string;
  readonly noOffice: string;
}

export const PANE_WORDS: Words<PaneWords> = {
  "zh-CN": {
    title: "部门预算勾稽",
    places: { check: "校验", codes: "编码", tables: "表格", notes: "说明", settings: "设置" },
    placesLabel: "窗格的五个部分",
    cancel: "取消",
    cancelling: "正在取消…",
    cancelled: "已取消，这一步没有改动工作簿。",
    unexpected: "没有完成，工作簿未改动。请再试一次；仍不行，请保存后重新打开工作簿。",
    noOffice: "没有连上 Excel。请在 Excel 的“部门预算”选项卡中打开本窗格。",
  },
  "en-US": {
    title: "Department budget checks",
    places: { check: "Check", codes: "Codes", tables: "Tables", notes: "Text", settings: "Settings" },
    placesLabel: "The five parts of the pane",
    cancel: "Cancel",
    cancelling: "Cancelling…",
    cancelled: "Cancelled; the workbook is unchanged.",
    unexpected: "Not finished; the workbook is unchanged. Try again, or save and reopen the workbook.",
    noOffice: "Excel cannot be reached. Open this pane from the Department Budget tab of Excel.",
  },
};
