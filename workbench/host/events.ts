import type { CellRange } from "../../src/workbook/address";
import type { HostChange } from "./changes";
import { takeChanges } from "./changes";
import type { Method } from "./objectType";
import { localAddress } from "./objects/rangeTarget";
import type { ApiVersion } from "./objectType";
import type { WorkbookStore } from "./store";
import { newId } from "./store";
import type { EventEntry, Json } from "./wire";
import { EVENT_CATEGORY } from "./wire";

/** Numbers of events on the wire. Source: the event handlers of the client in @microsoft/office-js 1.1.110. */
const EVENT = {
  changed: 10,
  activated: 11,
  deactivated: 12,
  added: 13,
  selectionChanged: 14,
  deleted: 15,
  calculated: 16,
} as const;

/** The target of events that are asked for on the collection of sheets. */
const ALL_SHEETS = "Workbook";

/** What the client calls to be told of an event, by the event. */
const REGISTRATION = {
  changed: "DataChanged",
  activated: "Activated",
  deactivated: "Deactivated",
  added: "Added",
  selectionChanged: "SelectionChanged",
  deleted: "Deleted",
  calculated: "Calculated",
} as const satisfies Record<keyof typeof EVENT, string>;

interface EventState {
  /** How many of the client's objects have asked for an event of a target: "10|{00000001}" → 1. */
  readonly asked: Map<string, number>;
  /** Where an event has happened, for the range it may be asked for. */
  readonly places: Map<string, { readonly sheet: string; readonly range: CellRange }>;
}

const states = new WeakMap<WorkbookStore, EventState>();

/** Places of so many events are kept: an add-in asks for the range in its handler, soon after. */
const MOST_PLACES = 1000;

function stateOf(store: WorkbookStore): EventState {
  const known = states.get(store);
  if (known) return known;
  const made: EventState = { asked: new Map(), places: new Map() };
  states.set(store, made);
  return made;
}

/**
 * The methods by which the client asks for the events of an object, and ends it.
 * @param since the events the object has, with the requirement set that brought them
 * @param targetOf the store and the id that the client knows the source by
 */
export function eventMethods<T>(
  since: Partial<Record<keyof typeof EVENT, ApiVersion>>,
  targetOf: (target: T) => readonly [store: WorkbookStore, id: string],
): Readonly<Record<string, Method<T>>> {
  const methods: Record<string, Method<T>> = {};
  for (const [name, level] of Object.entries(since) as [keyof typeof EVENT, ApiVersion][]) {
    for (const [verb, step] of [
      ["Register", 1],
      ["Unregister", -1],
    ] as const) {
      methods[`_${verb}${REGISTRATION[name]}Event`] = {
        since: level,
        call: (target) => {
          const [store, id] = targetOf(target);
          const { asked } = stateOf(store);
          const key = `${EVENT[name]}|${id}`;
          asked.set(key, Math.max((asked.get(key) ?? 0) + step, 0));
          return undefined;
        },
      };
    }
  }
  return methods;
}

/** The id of all sheets together. */
export function allSheets(store: WorkbookStore): readonly [WorkbookStore, string] {
  return [store, ALL_SHEETS];
}

/** Where an event has happened, by the id it was told with. */
export function placeOfEvent(store: WorkbookStore, id: unknown) {
  return stateOf(store).places.get(String(id));
}

/** What has happened since the last call, as events that were asked for, each for its sheet and for all sheets. */
export function takeEvents(store: WorkbookStore, source: "add-in" | "user"): readonly EventEntry[] {
  return takeChanges(store).flatMap((change) => entriesOf(store, change, source));
}

function entriesOf(store: WorkbookStore, change: HostChange, source: "add-in" | "user"): EventEntry[] {
  const { sheet } = change;
  const place = { worksheetId: sheet };
  switch (change.kind) {
    case "cells":
      return entries(store, "changed", sheet, () => ({
        ...place,
        changeType: change.change,
        source: "Local",
        address: localAddress(change.range),
        referenceId: keepPlace(store, sheet, change.range),
        triggerSource: source === "add-in" ? "ThisLocalAddin" : "Unknown",
        shiftDirection: "None",
      }));
    case "selection":
      return entries(store, "selectionChanged", sheet, () => ({
        ...place,
        address: localAddress(change.range),
      }));
    case "activated":
      return [
        ...entries(store, "deactivated", change.before, () => ({ worksheetId: change.before })),
        ...entries(store, "activated", sheet, () => place),
      ];
    case "calculated":
      return entries(store, "calculated", sheet, () => ({ ...place, address: "" }));
    case "added":
    case "deleted":
      return entries(store, change.kind, sheet, () => ({ ...place, source: "Local" }));
  }
}

function entries(
  store: WorkbookStore,
  event: keyof typeof EVENT,
  sheet: string,
  details: () => Readonly<Record<string, Json>>,
): EventEntry[] {
  const { asked } = stateOf(store);
  const targets = [sheet, ALL_SHEETS].filter((id) => (asked.get(`${EVENT[event]}|${id}`) ?? 0) > 0);
  if (targets.length === 0) return [];
  const message = JSON.stringify(details());
  return targets.map((targetId) => ({
    messageCategory: EVENT_CATEGORY,
    messageType: EVENT[event],
    targetId,
    message,
  }));
}

function keepPlace(store: WorkbookStore, sheet: string, range: CellRange): string {
  const { places } = stateOf(store);
  const id = newId(store);
  places.set(id, { sheet, range });
  const [oldest] = places.keys();
  if (places.size > MOST_PLACES && oldest !== undefined) places.delete(oldest);
  return id;
}
