import { accessDenied, HostError } from "./hostError";
import type { Action, RequestBody } from "./wire";
import { ACTION_TYPE, PATH_TYPE } from "./wire";

/**
 * In what an Excel is unkinder than it needs to be: each can be played by itself. Nothing is played when left out.
 * What is of one format or sheet stands there (store.ts): rules that cannot be read, sheets that are refused, obstacles.
 */
export interface Quirks {
  /**
   * Ids of conditional formats are their places in the collection, so that they change as others come and go. Source:
   * reference of Excel.ConditionalFormat.id: "The priority of the conditional format in the current ConditionalFormatCollection."
   */
  readonly hasUnstableIds?: boolean;
  /**
   * The longest formula that a conditional format takes, in characters; 8,192 when left out. Suspected to be 255 for add-ins,
   * as it is in Excel's own dialog box; no page of Microsoft says so.
   */
  readonly longestRule?: number;
  /** New rows take over the conditional formats of the row above. Source: Microsoft support, "Insert or delete rows and columns". */
  readonly extendsRules?: boolean;
  /** Formulas are calculated by hand, and something was changed since. Source: reference, Excel.CalculationMode and CalculationState. */
  readonly isManual?: boolean;
  /** Sizes of paper are refused. Source: Excel's own page setup, which needs a printer; not observed through add-ins. */
  readonly hasNoPrinter?: boolean;
  /** Nothing can be changed. Source: office-js-docs, docs/testing/application-specific-api-error-handling.md, AccessDenied. */
  readonly isReadOnly?: boolean;
  /** Another workbook has the focus. Source: office-js-docs, docs/excel/excel-add-ins-troubleshooting.md. */
  readonly isBehindAnother?: boolean;
  /**
   * The workbook is shared in the old way: conditional formats and lists of entries can be neither added nor changed. Source:
   * Microsoft support, "About the shared workbook feature" (features that are not supported).
   */
  readonly isShared?: boolean;
  /** What is written by a request that waited for the user to leave a cell gets lost. Source: OfficeDev/office-js issue 1393. */
  readonly losesDelayedWrites?: boolean;
}

/** Methods that change nothing, besides those whose names begin with Get or an underscore. */
const READING = /^(_|Get|Activate$|Select$|Calculate$|Suspend)/;

/** True for an action that changes the workbook: what makes an object does so when its path is first followed. */
export function isWriting(
  { ActionType, Name = "", ObjectPathId }: Action,
  { ObjectPaths }: RequestBody,
): boolean {
  if (ActionType === ACTION_TYPE.setProperty) return true;
  if (ActionType === ACTION_TYPE.method) return !READING.test(Name);
  const path = ActionType === ACTION_TYPE.instantiate ? ObjectPaths[String(ObjectPathId)] : undefined;
  return path?.ObjectPathType === PATH_TYPE.method && !READING.test(path.Name);
}

/** Why an action is refused by an Excel that is like this; undefined when it is not. */
export function refusalOf(
  quirks: Quirks | undefined,
  action: Action,
  body: RequestBody,
): HostError | undefined {
  if (quirks?.isBehindAnother && action.ActionType !== ACTION_TYPE.trace)
    return new HostError("GeneralException", "There was an internal error while processing the request.");
  if (quirks?.isShared && isWriting(action, body) && isOfRules(action, body))
    return new HostError("UnsupportedOperation", "The operation being attempted is not supported.");
  return quirks?.isReadOnly && isWriting(action, body) ? accessDenied(action.Name ?? "") : undefined;
}

/** What a shared workbook does not let anybody touch, by the names of the wire. */
const RULES: ReadonlySet<string> = new Set(["ConditionalFormats", "DataValidation"]);

function isOfRules({ ObjectPathId }: Action, { ObjectPaths }: RequestBody): boolean {
  for (
    let path = ObjectPaths[String(ObjectPathId)];
    path;
    path = ObjectPaths[String(path.ParentObjectPathId ?? 0)]
  )
    if (RULES.has(path.Name)) return true;
  return false;
}

/** A request of which nothing is carried out that would change the workbook. */
export function withoutWrites(body: RequestBody): RequestBody {
  return {
    ...body,
    Actions: body.Actions.map((action) =>
      isWriting(action, body) ? { ...action, ActionType: ACTION_TYPE.trace } : action,
    ),
  };
}
