import { element } from "./element";

export interface MenuItem {
  readonly label: string;
  readonly isDisabled?: boolean;
  act(): void;
}

/** Opens a small menu above an element; arrow keys move in it, Escape and a click beside it close it. */
export function openMenu(anchor: HTMLElement, items: readonly MenuItem[]): void {
  const menu = element("div", { className: "menu" });
  menu.setAttribute("role", "menu");
  menu.setAttribute("popover", "auto");
  const buttons = items.map(({ label, isDisabled = false, act }) => {
    const button = element("button", { type: "button", disabled: isDisabled }, label);
    button.setAttribute("role", "menuitem");
    button.addEventListener("click", () => {
      menu.hidePopover();
      act();
    });
    return button;
  });
  menu.append(...buttons);
  menu.addEventListener("keydown", (event) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const enabled = buttons.filter(({ disabled }) => !disabled);
    const at = enabled.findIndex((one) => one === document.activeElement);
    enabled[(at + step + enabled.length) % enabled.length]?.focus();
  });
  menu.addEventListener("toggle", (event) => {
    if (event.newState === "closed") menu.remove();
  });
  document.body.append(menu);
  menu.showPopover();
  const { left, top } = anchor.getBoundingClientRect();
  menu.style.left = `${left}px`;
  menu.style.top = `${top - menu.offsetHeight}px`;
  buttons[0]?.focus();
}
