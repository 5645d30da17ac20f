import { recordChange } from "./changes";
import type { UserChange } from "./engine";
import { takeEvents } from "./events";
import type { WorkbookStore } from "./store";
import type { EventEntry } from "./wire";

/** Messages to the client that no request has asked for. */
export interface Delivery {
  /** Calls back with each message's text; gives the function that stops it. */
  onMessage(listener: (text: string) => void): () => void;
  /** Sends the events of what a request has just done, once its answer is on its way. */
  afterRequest(): void;
  /** Sends the events of something the user has done. */
  userDid(change: UserChange): void;
}

/** Taken before anybody replaces the clock: a macrotask, so that an answer always comes before its events. */
const later: (work: () => void) => void = typeof setImmediate === "function" ? setImmediate : setTimeout;

/** The wire's number for messages that tell of events. */
const EVENT_MESSAGE = 3;

/** Turns what happens to a store into the events that the client has asked for. */
export function createDelivery(store: WorkbookStore): Delivery {
  const listeners = new Set<(text: string) => void>();
  const send = (entries: readonly EventEntry[]) => {
    if (entries.length === 0) return;
    const text = JSON.stringify({ id: 0, type: EVENT_MESSAGE, message: { entries } });
    later(() => listeners.forEach((listener) => listener(text)));
  };
  return {
    onMessage: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    afterRequest: () => send(takeEvents(store, "add-in")),
    userDid: (change) => {
      // What a request has done so far is the add-in's doing, not the user's.
      send(takeEvents(store, "add-in"));
      recordChange(store, change);
      send(takeEvents(store, "user"));
    },
  };
}
