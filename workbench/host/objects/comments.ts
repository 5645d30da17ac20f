import type { CellRange } from "../../../src/workbook/address";
import { HostError, invalidArgument, itemNotFound, notImplemented } from "../hostError";
import type { Argument, HostObject, ObjectType } from "../objectType";
import { hostObject, isHostObject } from "../objectType";
import type { StoredComment, StoredSheet, WorkbookStore } from "../store";
import { findSheet, newId } from "../store";
import { rangeType } from "./range";
import type { RangeTarget } from "./rangeTarget";
import { rangeAt, requireUnprotected } from "./rangeTarget";

interface CommentTarget {
  readonly store: WorkbookStore;
  readonly sheet: StoredSheet;
  readonly comment: StoredComment;
}

/** The comments of one sheet, or of all. */
interface CommentsTarget {
  readonly store: WorkbookStore;
  readonly only: StoredSheet | undefined;
}

/** Source: Excel JavaScript API reference, Excel.Comment (ExcelApi 1.10). Authors, dates and replies are not kept. */
const commentType: ObjectType<CommentTarget> = {
  name: "Comment",
  identity: ({ comment }) => ({ Id: comment.id }),
  scalars: {
    id: { since: "1.10", get: ({ comment }) => comment.id },
    content: {
      since: "1.10",
      get: ({ comment }) => comment.content,
      set: ({ sheet, comment }, value) => {
        requireUnprotected(sheet, "Comment.content", "allowEditObjects");
        if (typeof value !== "string") throw invalidArgument("Comment.content");
        comment.content = value;
      },
    },
  },
  methods: {
    getLocation: {
      since: "1.10",
      call: ({ store, sheet, comment: { row, column } }) => {
        const range = { firstRow: row, lastRow: row, firstColumn: column, lastColumn: column };
        return hostObject(rangeType, { store, sheet, range });
      },
    },
    delete: {
      since: "1.10",
      call: ({ sheet, comment }) => {
        requireUnprotected(sheet, "Comment.delete", "allowEditObjects");
        sheet.comments = (sheet.comments ?? []).filter((one) => one !== comment);
        return undefined;
      },
    },
  },
};

function all({ store, only }: CommentsTarget): HostObject[] {
  return (only ? [only] : store.sheets).flatMap((sheet) =>
    (sheet.comments ?? []).map((comment) => hostObject(commentType, { store, sheet, comment })),
  );
}

function found(comment: HostObject | undefined, member: string): HostObject {
  if (!comment) throw itemNotFound(`CommentCollection.${member}`);
  return comment;
}

/** Source: Excel JavaScript API reference, Excel.CommentCollection. */
export const commentCollection: ObjectType<CommentsTarget> = {
  name: "CommentCollection",
  items: all,
  methods: {
    add: { since: "1.10", call: add },
    getCount: { since: "1.10", call: (target) => all(target).length },
    getItem: {
      since: "1.10",
      call: (target, [id]) =>
        found(
          all(target).find((one) => (one.target as CommentTarget).comment.id === id),
          "getItem",
        ),
    },
    getItemAt: { since: "1.10", call: (target, [index]) => found(all(target)[Number(index)], "getItemAt") },
    getItemByCell: {
      since: "1.10",
      call: (target, [cell]) => {
        const [sheet, row, column] = cellOf(target, cell, "CommentCollection.getItemByCell");
        const comment = sheet.comments?.find((one) => one.row === row && one.column === column);
        if (!comment) throw itemNotFound("CommentCollection.getItemByCell");
        return hostObject(commentType, { store: target.store, sheet, comment });
      },
    },
  },
};

function add(target: CommentsTarget, [cell, content]: readonly Argument[]): HostObject {
  const location = "CommentCollection.add";
  const [sheet, row, column] = cellOf(target, cell, location);
  requireUnprotected(sheet, location, "allowEditObjects");
  if (typeof content !== "string") throw notImplemented(location, "with mentions is not known to this host");
  if (content === "") throw invalidArgument(location);
  if (sheet.comments?.some((one) => one.row === row && one.column === column)) {
    throw new HostError("ItemAlreadyExists", "The resource being created already exists.", location);
  }
  const comment = { id: newId(target.store), row, column, content };
  sheet.comments = [...(sheet.comments ?? []), comment];
  return hostObject(commentType, { store: target.store, sheet, comment });
}

/** A single cell: a range, or an address that names its sheet ("The cell to which the comment is added"). */
function cellOf(
  { store, only }: CommentsTarget,
  cell: Argument | undefined,
  location: string,
): readonly [sheet: StoredSheet, row: number, column: number] {
  const [sheet, range] = isHostObject(cell)
    ? rangeOf(cell, location)
    : addressed(store, only, cell, location);
  if (range.firstRow !== range.lastRow || range.firstColumn !== range.lastColumn)
    throw invalidArgument(location);
  return [sheet, range.firstRow, range.firstColumn];
}

function rangeOf(cell: HostObject, location: string): readonly [StoredSheet, CellRange] {
  if (cell.type !== rangeType) throw invalidArgument(location);
  const { sheet, range } = cell.target as RangeTarget;
  return [sheet, range];
}

function addressed(
  store: WorkbookStore,
  only: StoredSheet | undefined,
  cell: Argument | undefined,
  location: string,
): readonly [StoredSheet, CellRange] {
  const [, quoted, plain, address = cell] = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/.exec(String(cell)) ?? [];
  const name = quoted?.replaceAll("''", "'") ?? plain;
  const sheet = name === undefined ? only : findSheet(store, name);
  if (!sheet) throw invalidArgument(location);
  return [sheet, rangeAt(address, location)];
}
