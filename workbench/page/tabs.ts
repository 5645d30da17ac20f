import type { StoredSheet } from "../host/store";
import { element } from "./element";

/** Draws the sheet tabs, each with the number of marks on it; `onChoose` gets the id of the sheet chosen. */
export function drawTabs(
  place: HTMLElement,
  sheets: readonly StoredSheet[],
  active: string,
  onChoose: (id: string) => void,
): void {
  place.replaceChildren(
    ...sheets
      .filter(({ visibility }) => visibility === "Visible")
      .map((sheet) => {
        const isActive = sheet.id === active;
        const marks = sheet.conditionalFormats.filter(({ type }) => type === "Custom").length;
        const tab = element("button", { type: "button", tabIndex: isActive ? 0 : -1 }, sheet.name);
        tab.setAttribute("role", "tab");
        tab.setAttribute("aria-selected", String(isActive));
        tab.addEventListener("click", () => onChoose(sheet.id));
        if (marks > 0) {
          tab.append(element("span", { className: "marks", title: `${marks} 处标记` }, String(marks)));
        }
        return tab;
      }),
  );
  place.onkeydown = ({ key }) => {
    const step = key === "ArrowRight" ? 1 : key === "ArrowLeft" ? -1 : 0;
    if (step === 0) return;
    const shown = sheets.filter(({ visibility }) => visibility === "Visible");
    const next = shown[shown.findIndex(({ id }) => id === active) + step];
    if (!next) return;
    onChoose(next.id);
    place.querySelector<HTMLElement>("[aria-selected=true]")?.focus();
  };
}
