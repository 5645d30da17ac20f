import { readFileSync } from "node:fs";
import type { AxeResults } from "axe-core";
import type { Frame, Page } from "playwright-core";

const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

/** The pane's own frame on the workbench's page. */
export function paneFrame(page: Page): Frame {
  const frame = page.frames().find((one) => one.url().includes("taskpane.html"));
  if (!frame) throw new Error("the pane has no frame");
  return frame;
}

/**
 * What axe finds wrong, one line each: rule, what it asks for, the first element.
 * @param rules the only ones to apply; all when left out
 */
export async function axeProblems(frame: Frame, rules?: readonly string[]): Promise<string[]> {
  // By evaluation, which the page's policy against foreign scripts does not reach.
  if (!(await frame.evaluate(() => "axe" in window))) await frame.evaluate(AXE);
  const { violations } = await frame.evaluate(async (only) => {
    const { axe } = window as unknown as {
      axe: { run(context: object, options: object): Promise<AxeResults> };
    };
    // Colours are measured when they have come to rest; a spinner never does.
    const rest = Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
    await Promise.race([rest, new Promise((resolve) => setTimeout(resolve, 300))]);
    // Fluent UI's focus traps hand the focus on at once and are never rested on.
    return axe.run(
      { exclude: ["[data-tabster-dummy]"] },
      {
        resultTypes: ["violations"],
        ...(only && { runOnly: [...only] }),
      },
    );
  }, rules);
  return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes[0]?.html.slice(0, 160)}`);
}

/** How the pane is shown when it is looked at for parts cut off. */
export interface PaneSize {
  /** Width in pixels. */
  readonly width: number;
  /** Enlargement, 1 for none. */
  readonly zoom: number;
}

/**
 * In each of these sizes the elements that reach beyond the pane, and the pane itself when it can be scrolled sideways.
 * Afterwards the pane is as wide as before. Looked at from the page around it, all sizes at one go.
 */
export function cutOff(page: Page, sizes: readonly PaneSize[]): Promise<string[]> {
  return page.evaluate(async (wanted) => {
    const pane = document.getElementById("pane");
    const inner = pane?.querySelector("iframe")?.contentDocument;
    if (!pane || !inner) throw new Error("the pane is not on the page");
    const settled = () =>
      new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const problems = () => {
      const { clientWidth, scrollWidth } = inner.documentElement;
      const over = [...inner.querySelectorAll("body *")].filter((one) => {
        const { width, height, left, right } = one.getBoundingClientRect();
        const isSeen = width > 1 && height > 1 && getComputedStyle(one).visibility === "visible";
        // A wide heading is looked at by moving it, with the keyboard too; the picture itself must fit.
        const moves = one.parentElement?.closest("[tabindex='0']");
        if (moves && getComputedStyle(moves).overflowX === "auto") return false;
        // What lies wholly outside is meant for screen readers alone.
        return isSeen && right > 0 && (left < -0.5 || right > clientWidth + 0.5);
      });
      return [
        ...(scrollWidth > clientWidth ? [`needs ${scrollWidth} of ${clientWidth} pixels`] : []),
        ...over.slice(0, 3).map((one) => `${one.tagName} “${one.textContent?.slice(0, 30)}” is cut off`),
      ];
    };
    const before = pane.style.width;
    const found: string[] = [];
    for (const { width, zoom } of wanted) {
      pane.style.width = `${width}px`;
      inner.documentElement.style.zoom = String(zoom);
      await settled();
      found.push(...problems().map((problem) => `${width} px, ${zoom * 100} %: ${problem}`));
    }
    pane.style.width = before;
    inner.documentElement.style.zoom = "";
    await settled();
    return found;
  }, sizes);
}

interface Stop {
  readonly name: string;
  /** Place in the document, by which the order is judged. */
  readonly index: number;
  readonly isMarked: boolean;
  /** What lies over it while it has the focus, "" where nothing does. */
  readonly cover: string;
}

/**
 * Walks through the pane by Tab from its beginning. Gives what is wrong: an element that does not show that it has the
 * focus, that is covered while it has it, that comes out of order, or that Tab does not reach at all.
 */
export async function keyboardProblems(page: Page, frame: Frame): Promise<string[]> {
  const count = await frame.evaluate(() => {
    const look = (element: Element) =>
      ["", "::after", "::before"]
        .map((pseudo) => {
          const style = getComputedStyle(element, pseudo);
          const { outlineStyle, outlineWidth, outlineColor, boxShadow, textDecorationLine } = style;
          const { borderTopColor, borderTopWidth, borderBottomColor, borderBottomWidth, backgroundColor } =
            style;
          const { transform, textDecorationColor, textDecorationStyle } = style;
          return JSON.stringify([
            [outlineStyle, outlineWidth, outlineColor, boxShadow, textDecorationLine, transform],
            [borderTopColor, borderTopWidth, borderBottomColor, borderBottomWidth, backgroundColor],
            [textDecorationColor, textDecorationStyle],
          ]);
        })
        .join();
    // An input shows its focus on the box around it.
    const lookOf = (element: Element) =>
      look(element) +
      (element.matches("input, select, textarea") && element.parentElement
        ? look(element.parentElement)
        : "");
    const nameOf = (element: Element) =>
      `${element.tagName} “${(element.getAttribute("aria-label") ?? element.textContent ?? "").trim().slice(0, 40)}”`;
    const all = [...document.querySelectorAll("*")];
    const stops: (Omit<Stop, "cover" | "isMarked"> & {
      look: string;
      element: Element;
      isMarked: boolean;
      cover: string;
    })[] = [];
    /** What lies over an element, "" where nothing does. */
    const coverOf = (element: Element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      const hit = document.elementFromPoint(left + width / 2, top + Math.min(height / 2, 12));
      if (hit && (element.contains(hit) || hit.contains(element))) return "";
      return hit ? nameOf(hit) : `the edge of the window (${Math.round(top)})`;
    };
    // On a busy computer the pane is drawn anew only after the key has come up; what says that something is being loaded goes.
    const settle = async () => {
      const last = stops.at(-1);
      if (!last || last.cover === "" || last.element !== document.activeElement) return;
      for (let frames = 0; frames < 300 && last.cover !== ""; frames++) {
        await new Promise(requestAnimationFrame);
        last.cover = coverOf(last.element);
      }
    };
    const measure = () => {
      const last = stops.at(-1);
      const element = document.activeElement;
      if (last && last.element !== element && last.look === lookOf(last.element)) last.isMarked = false;
      if (!element || element === document.body || element.matches("[data-tabster-dummy], [data-walk]"))
        return;
      if (stops.some((one) => one.element === element)) return;
      stops.push({
        name: nameOf(element),
        index: all.indexOf(element),
        isMarked: true,
        cover: coverOf(element),
        look: lookOf(element),
        element,
      });
    };
    const expected = [
      ...document.querySelectorAll("button, a[href], input, select, textarea, summary, [tabindex='0']"),
    ]
      .filter(
        (one) => one.checkVisibility() && !one.matches(":disabled, [tabindex='-1'], [data-tabster-dummy]"),
      )
      .filter((one) => one.getBoundingClientRect().width > 1);
    const walk = { stops, expected, nameOf, settle, end: async () => {} };
    walk.end = async () => {
      removeEventListener("keyup", measure, true);
      measure();
      await settle();
    };
    Object.assign(window, { walk });
    // By then the focus is where the key has brought it, and in sight.
    addEventListener("keyup", measure, true);
    (document.activeElement as HTMLElement | null)?.blur();
    // The walk begins at an element put in before all others, whatever had the focus last.
    const start = document.createElement("span");
    start.tabIndex = 0;
    start.dataset["walk"] = "start";
    document.body.prepend(start);
    start.focus();
    scrollTo(0, 0);
    return expected.length;
  });
  // The first one may only bring the focus from the page into the frame; the last one leads out of it.
  for (let step = 0; step < count + 3; step++) {
    await page.keyboard.press("Tab");
    const isInside = await frame.evaluate(async () => {
      await (window as unknown as { walk: { settle(): Promise<void> } }).walk.settle();
      return document.hasFocus();
    });
    // Beyond the pane Tab would walk on in the sheet, and the user's cell with it.
    if (step > 0 && !isInside) break;
  }
  return frame.evaluate(async () => {
    const { walk } = window as unknown as {
      walk: {
        stops: (Stop & { element: Element })[];
        expected: Element[];
        nameOf(element: Element): string;
        end(): Promise<void>;
      };
    };
    await walk.end();
    document.querySelector("[data-walk]")?.remove();
    const { stops, expected } = walk;
    const reached = new Set(stops.map(({ element }) => element));
    // In a group that arrow keys move in (tabs, a menu, the findings) Tab goes to where one was last.
    const isGrouped = (one: Element) => {
      const group = one.closest(
        "[role=tablist], [role=menu], [role=radiogroup], [role=listbox], [data-tabster*=mover]",
      );
      return group !== null && [...reached].some((other) => group.contains(other));
    };
    const isRadio = (one: Element) => one instanceof HTMLInputElement && one.type === "radio";
    return [
      ...stops.filter(({ isMarked }) => !isMarked).map(({ name }) => `${name} does not show its focus`),
      ...stops
        .filter(({ cover }) => cover !== "")
        .map(({ name, cover }) => `${name} is covered by ${cover} while it has the focus`),
      ...stops.flatMap(({ name, index }, at) =>
        at > 0 && index < (stops[at - 1]?.index ?? 0) ? [`${name} comes out of order`] : [],
      ),
      ...expected
        .filter((one) => one.isConnected && !reached.has(one) && !isGrouped(one) && !isRadio(one))
        .map((one) => `${walk.nameOf(one)} is not reached by Tab`),
    ];
  });
}

/** Gives the pane a width in pixels, whatever the window. */
export async function setPaneWidth(page: Page, width: number): Promise<void> {
  await page.evaluate((pixels) => {
    const pane = document.getElementById("pane");
    if (pane) Object.assign(pane.style, { width: `${pixels}px`, boxSizing: "content-box" });
  }, width);
}
