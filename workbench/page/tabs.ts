import type { StoredSheet } from "../host/store";
import { MARK_SIGNATURE, severityOfMark } from "../../src/workbook/edit";
import { element } from "./element";
import { openMenu } from "./menu";
import type { PageWords } from "./words";

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
 * Draws the sheet tabs, each with the number of cells marked on it as errors or warnings, and the button for another sheet. A tab is renamed by F2 or
 * a double click; its menu opens by the right button or the menu key.
 */
export function drawTabs(
  place: HTMLElement,
  sheets: readonly StoredSheet[],
  active: string,
  { words, ...actions }: TabActions & { readonly words: PageWords },
): void {
  // A redraw while a name is typed would take the field away.
  if (place.querySelector("input")) return;
  const shown = sheets.filter(({ visibility }) => visibility === "Visible");
  place.replaceChildren(
    ...shown.map((sheet) =>
      tabOf(place, sheet, { isActive: sheet.id === active, count: shown.length, words, actions }),
    ),
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

interface TabOptions {
  readonly isActive: boolean;
  /** How many sheets are shown. */
  readonly count: number;
  readonly words: PageWords;
  readonly actions: TabActions;
}

function tabOf(
  place: HTMLElement,
  sheet: StoredSheet,
  { isActive, count, words, actions }: TabOptions,
): HTMLElement {
  const tab = element("button", { type: "button", tabIndex: isActive ? 0 : -1 }, sheet.name);
  tab.setAttribute("role", "tab");
  tab.setAttribute("aria-selected", String(isActive));
  tab.dataset["sheet"] = sheet.id;
  const marks = marksOf(sheet, words);
  if (marks) tab.append(marks);
  const rename = () => askName(place, sheet, words, actions);
  const menu = () =>
    openMenu(tab, [
      { label: words.sheet.insert, act: () => actions.add(sheet.id) },
      { label: words.sheet.rename, act: rename },
      { label: words.sheet.remove, isDisabled: count === 1, act: () => actions.remove(sheet.id) },
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

/** How many cells of a sheet are to be looked at, red for errors; undefined where none is. What is only involved counts for none. */
function marksOf({ conditionalFormats }: StoredSheet, words: PageWords): HTMLElement | undefined {
  const severities = conditionalFormats
    .filter(({ formula }) => formula.includes(MARK_SIGNATURE))
    .map(({ formula }) => severityOfMark(formula));
  const [errors, warnings] = (["error", "warning"] as const).map(
    (severity) => severities.filter((one) => one === severity).length,
  ) as [number, number];
  if (errors + warnings === 0) return undefined;
  const className = errors > 0 ? "marks" : "marks warnings";
  return element("span", { className, title: words.marks(errors, warnings) }, String(errors + warnings));
}

/** A field in place of the tab: Enter and leaving it take the name, Escape does not. */
function askName(place: HTMLElement, { id, name }: StoredSheet, words: PageWords, actions: TabActions): void {
  // Not the tab that was pressed: with the sheet that is shown all of them are drawn anew.
  const tab = [...place.querySelectorAll<HTMLElement>("[role=tab]")].find(
    ({ dataset }) => dataset["sheet"] === id,
  );
  const field = element("input", { value: name, maxLength: 31, className: "tabName" });
  field.setAttribute("aria-label", words.sheet.name);
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
