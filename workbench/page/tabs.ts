import type { StoredSheet } from "../host/store";
import { element } from "./element";
import { openMenu } from "./menu";

/** What can be done with sheets by their tabs; sheets by their ids. */
export interface TabActions {
  choose(id: string): void;
  /** Puts a blank sheet behind another, or behind all. */
  add(behind?: string): void;
  /** Gives a sheet another name; one that cannot be is said to the user. */
  rename(id: string, name: string): void;
  remove(id: string): void;
}

/**
 * Draws the sheet tabs, each with the number of marks on it, and the button for another sheet. A tab is renamed by F2 or
 * a double click; its menu opens by the right button or the menu key.
 */
export function drawTabs(
  place: HTMLElement,
  sheets: readonly StoredSheet[],
  active: string,
  actions: TabActions,
): void {
  // A redraw while a name is typed would take the field away.
  if (place.querySelector("input")) return;
  const shown = sheets.filter(({ visibility }) => visibility === "Visible");
  place.replaceChildren(
    ...shown.map((sheet) => tabOf(place, sheet, sheet.id === active, shown.length, actions)),
  );
  place.onkeydown = ({ key, target }) => {
    const step = key === "ArrowRight" ? 1 : key === "ArrowLeft" ? -1 : 0;
    if (step === 0 || target instanceof HTMLInputElement) return;
    const next = shown[shown.findIndex(({ id }) => id === active) + step];
    if (!next) return;
    actions.choose(next.id);
    place.querySelector<HTMLElement>("[aria-selected=true]")?.focus();
  };
}

function tabOf(
  place: HTMLElement,
  sheet: StoredSheet,
  isActive: boolean,
  count: number,
  actions: TabActions,
): HTMLElement {
  const marks = sheet.conditionalFormats.filter(({ type }) => type === "Custom").length;
  const tab = element("button", { type: "button", tabIndex: isActive ? 0 : -1 }, sheet.name);
  tab.setAttribute("role", "tab");
  tab.setAttribute("aria-selected", String(isActive));
  if (marks > 0) tab.append(element("span", { className: "marks", title: `${marks} 处标记` }, String(marks)));
  const rename = () => askName(place, sheet, actions);
  const menu = () =>
    openMenu(tab, [
      { label: "插入工作表", act: () => actions.add(sheet.id) },
      { label: "重命名", act: rename },
      { label: "删除", isDisabled: count === 1, act: () => actions.remove(sheet.id) },
    ]);
  tab.addEventListener("click", () => actions.choose(sheet.id));
  tab.addEventListener("dblclick", rename);
  tab.addEventListener("contextmenu", (event) => {
    event.preventDefault();
    menu();
  });
  tab.addEventListener("keydown", ({ key }) => {
    if (key === "F2") rename();
  });
  return tab;
}

/** A field in place of the tab: Enter and leaving it take the name, Escape does not. */
function askName(place: HTMLElement, { id, name }: StoredSheet, actions: TabActions): void {
  const tab = place.querySelector<HTMLElement>("[aria-selected=true]");
  const field = element("input", { value: name, maxLength: 31, className: "tabName" });
  field.setAttribute("aria-label", "工作表名称");
  let isOver = false;
  const end = (isTaken: boolean) => {
    if (isOver) return;
    isOver = true;
    field.remove();
    if (isTaken && field.value !== name) actions.rename(id, field.value);
    else actions.choose(id);
  };
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === "Escape") end(event.key === "Enter");
  });
  field.addEventListener("blur", () => end(true));
  tab?.replaceWith(field);
  field.focus();
  field.select();
}
