import type { ApiVersion } from "./objectType";
import { isAtLeast } from "./objectType";
import { isWriting } from "./quirks";
import type { RequestBody } from "./wire";
import { ACTION_TYPE } from "./wire";

/** How many of the user's own changes can be undone: Excel's list of undo steps, as far as add-ins touch it. */
export interface UndoList {
  readonly steps: number;
  /** The user has changed something. */
  userDid(): void;
  /** A request was carried out. @param hasWritten true when it has changed something */
  addInDid(request: RequestBody, hasWritten: boolean): void;
  /** What follows is to be one step, or no longer. */
  group(isGrouped: boolean): void;
  /** True for a request that cannot be part of a group. */
  refuses(request: RequestBody): boolean;
}

/** The wire's name for all custom XML parts. */
const XML_PARTS = "CustomXmlParts";

/**
 * Below ExcelApi 1.20 every change by an add-in empties the list; from then on what cannot be undone does: custom XML parts,
 * that a sheet goes or gets another name, which in a group is refused, and the mere question for merged areas. Sources: office-js-docs, docs/develop/
 * application-specific-api-model.md and docs/excel/excel-add-ins-undo-capabilities.md; OfficeDev/office-js issues 3788, 4484,
 * 5918, 6170, 6415; ExcelApi 1.20 requirement set ("adds undo support for Excel JavaScript APIs").
 */
export function createUndoList(level: ApiVersion): UndoList {
  let steps = 0;
  let isGrouped = false;
  const keeps = isAtLeast(level, "1.20");
  return {
    get steps() {
      return steps;
    },
    userDid: () => {
      steps++;
    },
    addInDid: (request, hasWritten) => {
      if (asksForMerges(request)) steps = 0;
      if (hasWritten && (!keeps || touchesXml(request) || changesSheets(request))) steps = 0;
    },
    group: (grouped) => {
      isGrouped = grouped;
    },
    refuses: (request) => isGrouped && (touchesXml(request) || changesSheets(request)),
  };
}

function touchesXml(request: RequestBody): boolean {
  const isXml = (id: number): boolean => {
    const path = request.ObjectPaths[String(id)];
    return path !== undefined && (path.Name === XML_PARTS || isXml(path.ParentObjectPathId ?? 0));
  };
  return request.Actions.some((action) => isWriting(action, request) && isXml(action.ObjectPathId));
}

function asksForMerges({ ObjectPaths }: RequestBody): boolean {
  return Object.values(ObjectPaths).some(({ Name }) => Name?.startsWith("GetMergedAreas"));
}

/** A sheet's path is its name or id in the collection. */
function changesSheets({ Actions, ObjectPaths }: RequestBody): boolean {
  return Actions.some(({ ActionType, Name = "", ObjectPathId }) => {
    const path = ObjectPaths[String(ObjectPathId)];
    const parent = path && ObjectPaths[String(path.ParentObjectPathId ?? 0)];
    if (parent?.Name !== "Worksheets") return false;
    const { method, setProperty } = ACTION_TYPE;
    return (ActionType === method && Name === "Delete") || (ActionType === setProperty && Name === "Name");
  });
}
