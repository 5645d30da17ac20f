import { byId } from "./element";

/** What keys do in the page around the grid. */
export interface KeyActions {
  /** Ctrl+PageDown (+1), Ctrl+PageUp (-1): the next sheet that is shown, or the one before. */
  turn(by: 1 | -1): void;
  /** F8 (+1), Shift+F8 (-1): the next finding, or the one before. */
  step(by: 1 | -1): void;
}

/**
 * Gives the page the keys of Excel's window. Browsers keep Ctrl+PageUp and Ctrl+PageDown to themselves in a window with
 * tabs, so that Alt does the same.
 */
export function followKeys({ turn, step }: KeyActions): void {
  let inGrid: HTMLElement | undefined;
  let isGoing = false;
  // Whether F6 has brought the keyboard where it is: a press of the mouse or Tab says that the user goes on otherwise.
  let isByF6 = false;
  const goesOtherwise = () => {
    isByF6 = false;
  };
  addEventListener("pointerdown", goesOtherwise, { capture: true });
  document.addEventListener("focusin", ({ target, relatedTarget: from }) => {
    if (!(target instanceof HTMLElement) || !byId("grid").contains(target)) return;
    inGrid = target;
    // Univer takes the keyboard whenever an add-in selects a cell, also from a user on the way to the pane.
    const isOnTheWay = from instanceof HTMLElement && from.closest("#ribbon, #tabs") !== null;
    if (isOnTheWay && from.isConnected && isByF6 && !isGoing) from.focus();
  });
  const keys: Readonly<Record<string, (event: KeyboardEvent) => void>> = {
    F6: ({ shiftKey }) => {
      isGoing = true;
      goOn(shiftKey, inGrid);
      isGoing = false;
      isByF6 = true;
    },
    F8: ({ shiftKey }) => step(shiftKey ? -1 : 1),
    PageDown: () => turn(1),
    PageUp: () => turn(-1),
  };
  addEventListener(
    "keydown",
    (event) => {
      if (event.key === "Tab") goesOtherwise();
      const act = keys[event.key];
      const isTurn = event.key.startsWith("Page");
      if (!act || (isTurn && !event.ctrlKey && !event.altKey)) return;
      event.preventDefault();
      event.stopPropagation();
      act(event);
    },
    { capture: true },
  );
}

/**
 * Puts the keyboard into the next part of the window (ribbon, grid, sheet tabs, pane), or the one before.
 * @param inGrid what the keyboard was last in of the grid
 */
export function goOn(isBack: boolean, inGrid?: HTMLElement): void {
  const pane = byId("pane").querySelector("iframe");
  const parts: readonly (readonly [place: HTMLElement, focus: HTMLElement | null | undefined])[] = [
    [byId("ribbon"), byId("ribbon").querySelector<HTMLElement>("button:enabled")],
    [byId("grid"), gridField(inGrid)],
    [byId("tabs"), byId("tabs").querySelector<HTMLElement>("[aria-selected=true]")],
    [byId("pane"), byId("pane").hidden ? null : pane],
  ];
  const there = parts.filter(([, focus]) => focus);
  const at = there.findIndex(([place]) => place.contains(document.activeElement));
  const step = isBack ? -1 : 1;
  const next =
    at < 0 ? there[isBack ? there.length - 1 : 0] : there[(at + step + there.length) % there.length];
  next?.[1]?.focus();
}

/** Where a button that was pressed has lost the keyboard, as it takes no press for a while, the grid has it, as in Excel. */
export function returnToGrid(): void {
  if (document.activeElement === document.body) gridField(undefined)?.focus();
}

/** The grid takes keys by a field out of sight. */
function gridField(known: HTMLElement | undefined): HTMLElement | null {
  if (known?.isConnected) return known;
  return byId("grid").querySelector<HTMLElement>("[contenteditable=true]");
}
