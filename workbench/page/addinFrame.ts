import { answerMessage } from "../host/bridge";
import type { ExcelHost } from "../host/excelHost";
import { element } from "./element";
import { listenTo } from "./frameMessages";
import type { ToFrame, ToPage } from "./frameMessages";

export interface AddinEvents {
  /** The add-in is ready for a ribbon command, or busy with it. */
  onReady(command: string, isReady: boolean): void;
  /** The add-in asks to be seen. */
  onShow(): void;
  /** The add-in begins or ends a work of several requests. */
  onWorking(isWorking: boolean): void;
  /** The keyboard leaves the add-in by F6. */
  onLeave(isBack: boolean): void;
}

/** The add-in's shared runtime: one page in a frame, alive whether it is seen or not. */
export interface AddinFrame {
  /** Loads the add-in anew for this workbook, as Excel does for every workbook it opens. */
  attach(host: ExcelHost): void;
  /** Runs a ribbon command. */
  invoke(command: string): void;
}

/**
 * The frame of the add-in inside `place`.
 * @param address of the add-in's page, with the language in its query
 */
export function createAddinFrame(place: HTMLElement, address: string, events: AddinEvents): AddinFrame {
  let frame: HTMLIFrameElement | undefined;
  let host: ExcelHost | undefined;
  let stopEvents: (() => void) | undefined;
  const send = (message: ToFrame) => frame?.contentWindow?.postMessage(message, location.origin);

  listenTo<ToPage>(
    () => frame?.contentWindow ?? null,
    (message) => {
      if (message.kind === "bridge") {
        if (host) void answerMessage(host, message.text).then((text) => send({ kind: "bridge", text }));
      } else if (message.kind === "showPane") events.onShow();
      else if (message.kind === "leave") events.onLeave(message.isBack);
      else if (message.kind === "working") events.onWorking(message.isWorking);
      else events.onReady(message.command, true);
    },
  );

  return {
    attach: (next) => {
      frame?.remove();
      stopEvents?.();
      stopEvents = next.onMessage((text) => send({ kind: "bridge", text }));
      host = next;
      events.onWorking(false);
      frame = element("iframe", { src: address, title: "勾稽" });
      place.append(frame);
    },
    invoke: (command) => {
      events.onReady(command, false);
      send({ kind: "invoke", command });
    },
  };
}
