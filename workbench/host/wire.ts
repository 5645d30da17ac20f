/**
 * The messages that the Excel client of Office.js sends and expects. Names are the wire's own. Found by reading the
 * requests of the client in @microsoft/office-js 1.1.110 (dist/excel-web-16.00.js), which knows ExcelApi up to 1.15.
 */

export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

export const PATH_TYPE = {
  root: 1,
  method: 3,
  property: 4,
  indexer: 5,
  reference: 6,
  nullObject: 7,
} as const;

export const ACTION_TYPE = {
  instantiate: 1,
  query: 2,
  method: 3,
  setProperty: 4,
  trace: 5,
  ensureUnchanged: 8,
} as const;

/** Of the request's flags only this one changes what the host does: wait until the user has left the cell. */
export const DELAY_FOR_CELL_EDIT = 64;

export interface ArgumentInfo {
  readonly Arguments?: readonly Json[] | null;
  /** Where an argument is an object of the same request: its path id in the argument's place, else 0. */
  readonly ReferencedObjectPathIds?: readonly Json[] | null;
}

export interface ObjectPath {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: ArgumentInfo;
}

export interface QueryInfo {
  readonly Select?: readonly string[] | null;
  readonly Expand?: readonly string[] | null;
  readonly Top?: number;
  readonly Skip?: number;
}

export interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly ObjectPathId: number;
  readonly Name?: string;
  readonly ArgumentInfo?: ArgumentInfo;
  readonly QueryInfo?: QueryInfo | null;
}

export interface RequestBody {
  /** True when the client wants every range of the request kept for later requests. */
  readonly AutoKeepReference?: boolean;
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}

export interface ActionResult {
  readonly ActionId: number;
  readonly Value: Json;
}

export interface ResponseBody {
  readonly Results?: readonly ActionResult[];
  readonly Error?: {
    readonly Code: string;
    readonly Message: string;
    readonly Location: string;
    readonly ActionIndex: number;
    readonly HttpStatusCode: number;
  };
  /** What was done before the error: Excel does not take it back. */
  readonly ProcessedResults?: { readonly Results: readonly ActionResult[] };
}

/** The category of all events of workbooks. */
export const EVENT_CATEGORY = 65536;

/** One event, as the client is told of it. */
export interface EventEntry {
  readonly messageCategory: number;
  readonly messageType: number;
  readonly targetId: string;
  /** JSON text of the event's arguments. */
  readonly message: string;
}
