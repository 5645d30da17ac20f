import { act } from "react";
import { createRoot } from "react-dom/client";
import type { Root } from "react-dom/client";
import type { CellAddress } from "../../src/workbook/address";
import type { Actions } from "../../taskpane/actions";
import { App } from "../../taskpane/components/App";
import type { LaterSection } from "../../taskpane/components/sectionLater";
import { SECTIONS } from "../../taskpane/places/places";
import type { Services } from "../../taskpane/services";
import type { Place, Session } from "../../taskpane/session";
import { paneServices } from "./paneServices";

let root: Root;
export let host: HTMLElement;
export let session: Session;
export let services: Services;
export let visited: CellAddress[];

/** To be called once by each test file: what jsdom lacks, and an end to each pane. */
export function setUpPane() {
  beforeAll(async () => {
    // As if each place had been opened before: what a section does is tested, not how it comes.
    const sections = Object.values(SECTIONS).flat();
    await Promise.all(
      sections.flatMap(({ Component }) => ("load" in Component ? [(Component as LaterSection).load()] : [])),
    );
    Object.assign(globalThis, {
      IS_REACT_ACT_ENVIRONMENT: true,
      // jsdom has none; Fluent UI only wants to construct one.
      ResizeObserver: class {
        observe() {}
        unobserve() {}
        disconnect() {}
      },
    });
    // jsdom lays nothing out.
    Element.prototype.scrollIntoView = () => {};
  });
  afterEach(async () => {
    await act(async () => root.unmount());
    host.remove();
  });
}

export async function open(actions: Partial<Actions>, locale: "zh-CN" | "en-US" = "zh-CN") {
  visited = [];
  const pane = paneServices({ select: async (cell) => void visited.push(cell), ...actions }, locale);
  ({ session, services } = pane);
  host = document.body.appendChild(document.createElement("div"));
  root = createRoot(host);
  await act(async () => root.render(<App services={pane.services} />));
}

/** A button of the place that is shown; tabs are not meant. */
export function button(text: string): HTMLButtonElement {
  const shown = [...host.querySelectorAll<HTMLButtonElement>("button:not([role=tab])")].filter(
    (one) => one.closest("[hidden]") === null,
  );
  const found =
    shown.find((one) => one.textContent === text) ?? shown.find((one) => one.textContent?.includes(text));
  if (!found) throw new Error(`no button "${text}" in: ${host.textContent}`);
  return found;
}

export const click = (text: string) => act(async () => button(text).click());

/** Opens a place by its tab. */
export function tab(name: Place) {
  const found = [...host.querySelectorAll<HTMLButtonElement>("[role=tab]")].find(
    (one) => one.id === `tab-${name}`,
  );
  if (!found) throw new Error(`no tab "${name}"`);
  return act(async () => found.click());
}

/** The place that is shown. */
export const place = () => host.querySelector<HTMLElement>("[role=tabpanel]:not([hidden])") as HTMLElement;
