/** Whether Excel is dark, now and after each change. */
export interface ThemeSource {
  isDark(): boolean;
  /** Calls back after a change; gives the function that ends it. */
  subscribe(listener: () => void): () => void;
}

/**
 * Excel's theme. Where Excel does not tell (on the web, and before Microsoft 365) the system's choice stands in for it.
 * High contrast needs nothing here: the system forces its colours on the page.
 */
export function officeTheme(): ThemeSource {
  const system = window.matchMedia("(prefers-color-scheme: dark)");
  return {
    isDark: () => {
      // Declared as always there; Excel on the web leaves it out.
      const theme = Office.context.officeTheme as Office.OfficeTheme | undefined;
      return theme?.bodyBackgroundColor ? isDarkColor(theme.bodyBackgroundColor) : system.matches;
    },
    subscribe: (listener) => {
      system.addEventListener("change", listener);
      return () => system.removeEventListener("change", listener);
    },
  };
}

/** True for a colour such as "#262626" whose perceived lightness is below one half. Weights: ITU-R BT.601. */
function isDarkColor(color: string): boolean {
  const [red = 255, green = 255, blue = 255] = (color.match(/[0-9a-f]{2}/gi) ?? []).map((part) =>
    parseInt(part, 16),
  );
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128;
}
