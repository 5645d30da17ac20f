import { createLightTheme } from "@fluentui/react-components";
import type { BrandVariants } from "@fluentui/react-components";

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

export const THEME = createLightTheme(BRAND);

/** Chinese fonts first: Latin fonts of the default theme leave Chinese to chance on Windows. */
export const FONT_FAMILY =
  '"Segoe UI", "Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", sans-serif';

/** Icon, text and background of each severity; the text colours hold 4.5:1 on their backgrounds. */
export const SEVERITY_COLORS = {
  error: { text: "#9c0006", background: "#ffe3e6", edge: "#c4314b" },
  warning: { text: "#7a4300", background: "#fff3cf", edge: "#d98c00" },
  rounding: { text: "#2b5797", background: "#e6effa", edge: "#5b8bc9" },
  info: { text: "#424242", background: "#f0f0f0", edge: "#8a8a8a" },
} as const;
