import { createDarkTheme, createLightTheme } from "@fluentui/react-components";
import type { BrandVariants, Theme } from "@fluentui/react-components";
import { createContext, useContext } from "react";
import type { Severity } from "../src/validation/finding";

/** The green of the add-in's icon, dark to light; 80 carries white text at 7:1. */
const BRAND: BrandVariants = {
  10: "#010504",
  20: "#061c17",
  30: "#082e27",
  40: "#093a31",
  50: "#0a463b",
  60: "#0b5044",
  70: "#0d594b",
  80: "#0e6251",
  90: "#227362",
  100: "#3a8474",
  110: "#539687",
  120: "#6ca89a",
  130: "#86b9ad",
  140: "#a1cbc1",
  150: "#bcddd5",
  160: "#d8efea",
};

/** Chinese fonts first: Latin fonts of the default theme leave Chinese to chance on Windows. */
const FONT_FAMILY =
  '"Segoe UI", "Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", sans-serif';

const LIGHT: Theme = { ...createLightTheme(BRAND), fontFamilyBase: FONT_FAMILY };
const DARK: Theme = {
  ...createDarkTheme(BRAND),
  fontFamilyBase: FONT_FAMILY,
  // The usual choices of a dark theme are too dim for text in this green.
  colorBrandForeground1: BRAND[130],
  colorBrandForegroundLink: BRAND[130],
  colorBrandForegroundLinkHover: BRAND[140],
  colorBrandForegroundLinkPressed: BRAND[120],
  colorCompoundBrandForeground1: BRAND[130],
};

export function paneTheme(isDark: boolean): Theme {
  return isDark ? DARK : LIGHT;
}

export interface SeverityColors {
  /** Holds 4.5:1 on the pane's background, also on that of a chosen finding. */
  readonly text: string;
  /** Fill of the icon, which is white inside. */
  readonly edge: string;
}

const LIGHT_COLORS: Readonly<Record<Severity, SeverityColors>> = {
  error: { text: "#9c0006", edge: "#c4314b" },
  warning: { text: "#7a4300", edge: "#b86e00" },
  rounding: { text: "#2b5797", edge: "#4a7cbd" },
  info: { text: "#424242", edge: "#757575" },
};

const DARK_COLORS: Readonly<Record<Severity, SeverityColors>> = {
  error: { text: "#ff9ba3", edge: "#d6455d" },
  warning: { text: "#ffc65c", edge: "#b86e00" },
  rounding: { text: "#a9c8f0", edge: "#4a7cbd" },
  info: { text: "#d6d6d6", edge: "#8a8a8a" },
};

const DarkContext = createContext(false);

export const DarkProvider = DarkContext.Provider;

/** The colours of the severities in the theme at hand. */
export function useSeverityColors(): Readonly<Record<Severity, SeverityColors>> {
  return useContext(DarkContext) ? DARK_COLORS : LIGHT_COLORS;
}
