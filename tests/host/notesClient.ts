/**
 * Cell notes (ExcelApi 1.18) for the client from npm, which ends at 1.15: the two classes of the published interface,
 * on the client's own machinery for paths, batches and loading. A stand-in for what newer clients bring; tests only.
 */
interface ClientObject {
  readonly context: unknown;
  _handleResult(value: unknown): void;
}

type ClientClass = new (context: unknown, path: unknown) => ClientObject;

/** The undocumented part of OfficeExtension that Excel's classes are made with. */
interface ClientMachinery {
  readonly ClientObject: ClientClass;
  readonly BatchApiHelper: {
    createPropertyObject(
      type: ClientClass,
      parent: unknown,
      name: string,
      isCollection: boolean,
      flags: number,
    ): unknown;
    createMethodObject(
      type: ClientClass,
      parent: unknown,
      name: string,
      operation: number,
      args: readonly unknown[],
      isCollection: boolean,
      isInvalidAfterRequest: boolean,
      getById: null,
      flags: number,
    ): unknown;
    createIndexerObject(type: ClientClass, parent: unknown, args: readonly unknown[]): unknown;
    createChildItemObject(
      type: ClientClass,
      hasIndexer: boolean,
      parent: unknown,
      item: unknown,
      index: number,
    ): ClientObject;
    invokeMethod(
      object: unknown,
      name: string,
      operation: number,
      args: readonly unknown[],
      flags: number,
      result: number,
    ): unknown;
  };
  readonly Utility: { load(object: unknown, option: unknown): unknown };
}

/** Default and read-only operations, as the client numbers them. */
const WRITE = 0;
const READ = 1;

/** Gives Excel.Worksheet its notes; asks anew for each client that is loaded. */
export function addNotes(runtime: {
  readonly Excel: typeof Excel;
  readonly OfficeExtension: typeof OfficeExtension;
}): void {
  const { ClientObject, BatchApiHelper, Utility } = runtime.OfficeExtension as unknown as ClientMachinery;

  class Note extends ClientObject {
    content = "";
    get _className() {
      return "Note";
    }
    getLocation() {
      const range = runtime.Excel.Range as unknown as ClientClass;
      return BatchApiHelper.createMethodObject(range, this, "GetLocation", READ, [], false, true, null, 4);
    }
    delete() {
      BatchApiHelper.invokeMethod(this, "Delete", WRITE, [], 0, 0);
    }
    override _handleResult(value: unknown) {
      super._handleResult(value);
      const { Content } = (value ?? {}) as { Content?: string };
      if (Content !== undefined) this.content = Content;
    }
  }

  class NoteCollection extends ClientObject {
    items: ClientObject[] = [];
    get _className() {
      return "NoteCollection";
    }
    get _isCollection() {
      return true;
    }
    add(cell: string, content: string) {
      return BatchApiHelper.createMethodObject(
        Note,
        this,
        "Add",
        WRITE,
        [cell, content],
        false,
        true,
        null,
        0,
      );
    }
    getItem(key: string) {
      return BatchApiHelper.createIndexerObject(Note, this, [key]);
    }
    getItemAt(index: number) {
      return BatchApiHelper.createMethodObject(Note, this, "GetItemAt", READ, [index], false, false, null, 4);
    }
    load(option: unknown) {
      return Utility.load(this, option);
    }
    override _handleResult(value: unknown) {
      super._handleResult(value);
      const { _Items = [] } = (value ?? {}) as { _Items?: unknown[] };
      this.items = _Items.map((item, index) => {
        const note = BatchApiHelper.createChildItemObject(Note, false, this, item, index);
        note._handleResult(item);
        return note;
      });
    }
  }

  Object.defineProperty(runtime.Excel.Worksheet.prototype, "notes", {
    configurable: true,
    get(this: unknown) {
      return BatchApiHelper.createPropertyObject(NoteCollection, this, "Notes", true, 4);
    },
  });
}
