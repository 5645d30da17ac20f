import { element } from "./element";
import type { RibbonButton, RibbonTab } from "./ribbonModel";

/** Draws the add-in's ribbon tab; `onPress` gets the button that was pressed. */
export function drawRibbon(
  place: HTMLElement,
  tabs: readonly RibbonTab[],
  onPress: (button: RibbonButton) => void,
): void {
  place.replaceChildren(
    ...tabs.flatMap((tab) => [
      element("span", { className: "ribbonTab" }, tab.label),
      element(
        "div",
        { className: "ribbonGroups" },
        ...tab.groups.map((group) =>
          element(
            "div",
            { className: "ribbonGroup" },
            element("div", { className: "ribbonButtons" }, ...group.buttons.map((one) => draw(one, onPress))),
            element("span", { className: "ribbonGroupLabel" }, group.label),
          ),
        ),
      ),
    ]),
  );
}

function draw(button: RibbonButton, onPress: (button: RibbonButton) => void): HTMLElement {
  if (button.items.length === 0) return drawButton(button, onPress);
  const list = element(
    "div",
    { className: "ribbonMenu" },
    ...button.items.map((one) => drawButton(one, onPress)),
  );
  list.hidden = true;
  const opener = drawButton({ ...button, label: `${button.label} ▾` }, () => (list.hidden = !list.hidden));
  const close = () => (list.hidden = true);
  list.addEventListener("click", close);
  document.addEventListener("click", ({ target }) => {
    if (!(target instanceof Node && opener.contains(target))) close();
  });
  const whole = element("div", { className: "ribbonMenuButton" }, opener, list);
  whole.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || list.hidden) return;
    close();
    opener.focus();
  });
  return whole;
}

function drawButton(button: RibbonButton, onPress: (button: RibbonButton) => void): HTMLButtonElement {
  const drawn = element(
    "button",
    { type: "button", id: button.id, title: button.tip },
    element("img", { src: button.icon, alt: "", width: 32, height: 32 }),
    button.label,
  );
  drawn.addEventListener("click", () => onPress(button));
  return drawn;
}
