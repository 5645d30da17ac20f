/**
 * Served in the place of office.js inside the add-in's frame: Office itself, then Microsoft's own Excel client,
 * unchanged, joined to the page around the frame. The add-in's files do not know the difference.
 */
import { attachPortBridge } from "../host/bridge";
import type { BridgeHolder } from "../host/bridge";
import { createOffice } from "../host/officeLoader";
import type { OfficeNamespace } from "../host/officeLoader";
import { readConditions } from "./conditions";
import { listenTo } from "./frameMessages";
import type { ToFrame, ToPage } from "./frameMessages";

const self = document.currentScript as HTMLScriptElement;
const send = (message: ToPage) => parent.postMessage(message, location.origin);

const bridge = attachPortBridge(window as BridgeHolder, (text) => send({ kind: "bridge", text }));
const holder = window as unknown as { Office: OfficeNamespace };
const { language, api } = readConditions(location.search);
const office = createOffice(holder, {
  displayLanguage: language,
  ...(api && { level: api }),
  // Where another Excel is played its loss of undo is played too.
  keepsUndo: api === undefined,
  showTaskpane: () => send({ kind: "showPane" }),
});

/** Lets the page know which ribbon buttons work by now: Excel waits for the add-in in the same way. */
function tellAssociations({ actions }: OfficeNamespace): void {
  const { associate } = actions;
  Object.assign(actions, {
    associate: (command: string, run: Parameters<typeof associate>[1]) => {
      associate(command, run);
      send({ kind: "associated", command });
    },
  });
}

listenTo<ToFrame>(
  () => parent,
  (message) => {
    if (message.kind === "bridge") bridge.receive(message.text);
    else
      void office
        .invoke(message.command)
        .finally(() => send({ kind: "completed", command: message.command }));
  },
);

// The add-in says by data-working what it is at; in real Excel nobody listens.
const root = document.documentElement;
new MutationObserver(() => send({ kind: "working", isWorking: "working" in root.dataset })).observe(root, {
  attributeFilter: ["data-working"],
});

addEventListener(
  "keydown",
  (event) => {
    if (event.key !== "F6") return;
    event.preventDefault();
    send({ kind: "leave", isBack: event.shiftKey });
  },
  { capture: true },
);

const client = document.createElement("script");
client.src = new URL("excel-web-16.00.js", self.src).href;
client.addEventListener("load", () => {
  office.clientLoaded();
  tellAssociations(holder.Office);
});
document.head.append(client);
