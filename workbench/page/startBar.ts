import { byId, element } from "./element";
import type { PageWords } from "./words";

/** What the page may be begun with; each gives true, once it has, and the choice is offered no more. */
export interface Beginnings {
  open(): Promise<boolean>;
  make(): Promise<boolean>;
  example(): Promise<boolean>;
}

/** Says above the grid whose workbook is shown at first, and offers what to begin with. */
export function offerStart(words: PageWords, begin: Beginnings): void {
  const place = byId("start");
  const choice = (name: keyof Beginnings, label: string) => {
    const made = element("button", { type: "button" }, label);
    made.addEventListener("click", () => void begin[name]().then((isDone) => isDone && closeStart()));
    return made;
  };
  place.replaceChildren(
    element("span", {}, words.start.text),
    choice("open", words.start.open),
    choice("make", words.start.make),
    choice("example", words.start.example),
  );
  place.hidden = false;
}

/** The user has begun. */
export function closeStart(): void {
  byId("start").hidden = true;
}
