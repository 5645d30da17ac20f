import { element } from "./element";

/** Asks the user in a dialog of the page; gives the answer chosen, undefined where it is closed without one. */
export function ask<A extends string>(
  sentence: string,
  answers: readonly { readonly id: A; readonly label: string; readonly isUsual?: boolean }[],
): Promise<A | undefined> {
  const dialog = element("dialog", { className: "question" }, element("p", {}, sentence));
  dialog.setAttribute("aria-label", sentence);
  return new Promise((resolve) => {
    let chosen: A | undefined;
    const buttons = answers.map(({ id, label, isUsual = false }) => {
      const button = element("button", { type: "button", className: isUsual ? "usual" : "" }, label);
      button.addEventListener("click", () => {
        chosen = id;
        dialog.close();
      });
      return button;
    });
    dialog.append(element("div", { className: "answers" }, ...buttons));
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(chosen);
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
