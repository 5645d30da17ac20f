import type { Draft, Drafts } from "./drafts";
import { byId, element } from "./element";
import type { PageWords } from "./words";

/**
 * Offers the newest automatic copy of a page that is gone, above the grid; once it is restored or discarded, the next.
 * @param restore opens it; gives false where the user keeps what is open
 */
export async function offerLeft(
  drafts: Drafts,
  words: PageWords,
  language: string,
  restore: (draft: Draft) => Promise<boolean>,
): Promise<void> {
  const [draft] = await drafts.left().catch(() => []);
  const place = byId("left");
  place.hidden = draft === undefined;
  if (!draft) return;
  const at = new Date(draft.at).toLocaleString(language, { dateStyle: "short", timeStyle: "short" });
  const button = (label: string, act: () => Promise<boolean>) => {
    const made = element("button", { type: "button" }, label);
    made.addEventListener(
      "click",
      () =>
        void act().then(async (isDone) => {
          // A restored one is held by this page from now on, and no longer offered.
          if (isDone) await offerLeft(drafts, words, language, restore);
        }),
    );
    return made;
  };
  place.replaceChildren(
    element("span", {}, words.left(draft.name, at)),
    button(words.restore, () => restore(draft)),
    button(words.discard, async () => {
      await drafts.forget(draft.id);
      return true;
    }),
  );
}
