import { createDelivery } from "./delivery";
import { Dispatcher } from "./dispatcher";
import type { ForcedDelay, ForcedFailure } from "./disturbances";
import { Disturbances } from "./disturbances";
import type { UserChange, WorkbookEngine } from "./engine";
import { HostError } from "./hostError";
import { workbookType } from "./objects/workbook";
import type { ApiVersion } from "./objectType";
import { hostObject } from "./objectType";
import { isTooLarge, sizeError } from "./payload";
import type { Quirks } from "./quirks";
import { withoutWrites } from "./quirks";
import type { WorkbookStore } from "./store";
import { createUndoList } from "./undoList";
import type { RequestBody, ResponseBody } from "./wire";
import { DELAY_FOR_CELL_EDIT } from "./wire";

export interface ExcelHostOptions {
  /** The ExcelApi requirement set played; members that came later answer ApiNotFound. "1.15" when left out. */
  readonly level?: ApiVersion;
  /** Calculates the workbook, and shows it in the page. Without one, formulas keep the values they came with. */
  readonly engine?: WorkbookEngine;
  /** In what this Excel is unkind; kept with the store. */
  readonly quirks?: Quirks;
}

/** An Excel in memory that answers the requests of the Office.js client. */
export interface ExcelHost {
  readonly level: ApiVersion;
  readonly store: WorkbookStore;
  /**
   * Answers one request body with a response body, both JSON text. A request with DELAY_FOR_CELL_EDIT among its flags
   * waits until the user has left the cell; others fail with InvalidOperationInCellEditMode meanwhile.
   * Rejects only for a defect of the host itself.
   */
  process(requestBody: string, flags?: number): Promise<string>;
  /** Makes the next round trip fail, or a later one. Requests that only release ranges do not count. */
  failNext(failure: ForcedFailure): void;
  /** Makes the next round trip slow, or later ones. */
  delayNext(delay: ForcedDelay): void;
  /** The user begins or ends typing in a cell. */
  setCellEditing(isEditing: boolean): void;
  /** Requests answered so far, without those that only release ranges. */
  readonly roundTrips: number;
  /** Ranges the client has not released. */
  readonly keptReferences: number;
  /** What follows belongs to one group of undo, or no longer. The client on npm does not tell; a stand-in does. */
  groupUndo(isGrouped: boolean): void;
  /** Calls back after each request that is counted; gives the function that stops it. */
  onProcessed(listener: () => void): () => void;
  /** Calls back with each message to the client that is no answer: events. Gives the function that stops it. */
  onMessage(listener: (text: string) => void): () => void;
  /** How many of the user's own changes could be undone now. */
  readonly undoSteps: number;
  /** Tells the client's listeners what the user has just done to the store. An engine tells it by itself. */
  userDid(change: UserChange): void;
}

const CELL_EDIT_MESSAGE =
  "Excel is in cell-editing mode. Please exit the edit mode by pressing ENTER or TAB or selecting another cell, and then try again.";

/** An Excel over a store; the store stays the caller's and may be read and changed between requests. */
export function createExcelHost(store: WorkbookStore, options: ExcelHostOptions = {}): ExcelHost {
  const { level = "1.15", engine, quirks } = options;
  if (quirks) store.quirks = quirks;
  const dispatcher = new Dispatcher(hostObject(workbookType, store), level, () => store.quirks);
  const undo = createUndoList(level);
  const listeners = new Set<() => void>();
  const delivery = createDelivery(store);
  const disturbances = new Disturbances();
  engine?.onUserChange((change) => delivery.userDid(change));
  let roundTrips = 0;
  let editing: { readonly over: Promise<void>; readonly end: () => void } | undefined;

  // Requests are carried out one after another: calculating takes time, and Excel never mixes two.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = last.then(work);
    last = result.catch(() => undefined);
    return result;
  };

  const answer = async (text: string, body: RequestBody, flags: number): Promise<ResponseBody> => {
    if (isRelease(body)) return dispatcher.execute(body);
    roundTrips++;
    const { failure, milliseconds } = disturbances.next();
    if (milliseconds > 0) await new Promise((resolve) => setTimeout(resolve, milliseconds));
    if (isTooLarge(text)) return sizeError("Request");
    if (undo.refuses(body)) return dispatcher.execute(body, { error: undoNotSupported(), atAction: 0 });
    const isBlocked = editing !== undefined && !(flags & DELAY_FOR_CELL_EDIT);
    return dispatcher.execute(body, isBlocked ? cellEditing() : failure, engine);
  };

  return {
    level,
    store,
    process: async (requestBody, flags = 0) => {
      const asked = JSON.parse(requestBody) as RequestBody;
      const isDelayed = editing !== undefined && (flags & DELAY_FOR_CELL_EDIT) !== 0;
      const body = isDelayed && store.quirks?.losesDelayedWrites ? withoutWrites(asked) : asked;
      while (editing && flags & DELAY_FOR_CELL_EDIT && !isRelease(body)) await editing.over;
      const response = await inTurn(async () => {
        const answered = JSON.stringify(await answer(requestBody, body, flags));
        if (!isRelease(body)) await engine?.settle();
        undo.addInDid(body, dispatcher.takeWritten());
        return isTooLarge(answered) ? JSON.stringify(sizeError("Response")) : answered;
      });
      if (!isRelease(body)) delivery.afterRequest();
      if (!isRelease(body)) for (const listener of listeners) listener();
      return response;
    },
    failNext: (failure) => disturbances.fail(failure),
    delayNext: (delay) => disturbances.delay(delay),
    setCellEditing: (isEditing) => {
      if (!isEditing) {
        editing?.end();
        editing = undefined;
      } else if (!editing) {
        let end = () => {};
        const over = new Promise<void>((resolve) => (end = resolve));
        editing = { over, end };
      }
    },
    get roundTrips() {
      return roundTrips;
    },
    get keptReferences() {
      return dispatcher.keptReferences;
    },
    groupUndo: (isGrouped) => undo.group(isGrouped),
    onProcessed: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onMessage: (listener) => delivery.onMessage(listener),
    userDid: (change) => {
      if (change.kind === "cells") undo.userDid();
      delivery.userDid(change);
    },
    get undoSteps() {
      return undo.steps;
    },
  };
}

function undoNotSupported() {
  return new HostError("UndoNotSupported", "The operation cannot be undone, so it cannot be grouped.");
}

function cellEditing() {
  return { error: new HostError("InvalidOperationInCellEditMode", CELL_EDIT_MESSAGE), atAction: 0 };
}

/** Each Excel.run ends with a request of the client's own that gives its ranges back. */
function isRelease({ Actions }: RequestBody): boolean {
  return (
    Actions.some(({ Name }) => Name === "_RemoveReference") &&
    Actions.every(
      ({ Name, ActionType }) => Name === "_RemoveReference" || ActionType === 1 || ActionType === 5,
    )
  );
}
