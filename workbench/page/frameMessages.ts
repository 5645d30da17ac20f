/**
 * What page and add-in frame say to each other, by postMessage between two windows of the same origin. "bridge" carries
 * the Office.js client's own messages unchanged; the others stand for what Excel does around them.
 */
export type ToFrame =
  | { readonly kind: "bridge"; readonly text: string }
  /** A ribbon button was pressed. */
  | { readonly kind: "invoke"; readonly command: string };

export type ToPage =
  | { readonly kind: "bridge"; readonly text: string }
  /** The add-in has put a function behind a ribbon command. */
  | { readonly kind: "associated"; readonly command: string }
  | { readonly kind: "completed"; readonly command: string }
  /** The add-in has begun, or ended, a work that takes several requests: in between the workbook is half-done. */
  | { readonly kind: "working"; readonly isWorking: boolean }
  | { readonly kind: "showPane" }
  /** F6 was pressed in the add-in: the keyboard goes on to the next part of the window, or back to the one before. */
  | { readonly kind: "leave"; readonly isBack: boolean };

/** Calls back with each message that comes from one window of this origin; anything else is none of ours. */
export function listenTo<M>(source: () => Window | null, onMessage: (message: M) => void): void {
  addEventListener("message", (event: MessageEvent<M>) => {
    if (event.origin === location.origin && event.source === source()) onMessage(event.data);
  });
}
