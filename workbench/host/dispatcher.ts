import type { WorkbookEngine } from "./engine";
import { HostError, invalidArgument, notImplemented } from "./hostError";
import { isHostObject, lowerFirst, MemberLookup } from "./objectType";
import type { ApiVersion, Argument, HostObject } from "./objectType";
import { answerQuery } from "./query";
import { isWriting, refusalOf } from "./quirks";
import type { Quirks } from "./quirks";
import { ACTION_TYPE, PATH_TYPE } from "./wire";
import type { Action, ActionResult, ArgumentInfo, Json, RequestBody, ResponseBody } from "./wire";

/** The state of one request: its paths, and the objects they turned out to be (null: a null object). */
interface Run {
  readonly body: RequestBody;
  readonly objects: Map<number, HostObject | null>;
}

/** HTTP status by code, where it is not 400. Source: the error table of office-js-docs (as in hostError.ts). */
const HTTP_STATUS: Readonly<Record<string, number>> = {
  AccessDenied: 403,
  ApiNotFound: 404,
  ItemNotFound: 404,
  ItemAlreadyExists: 409,
  NotImplemented: 501,
  GeneralException: 500,
};

/** Properties that are what formulas come to. Without any named, all are asked for. */
const VALUES = /(^|[/.])(values|text|valueTypes|valuesAsJson\w*|\*|\$all)$/i;

/** Methods that look at what formulas come to: how wide a column has to be, say. */
const LOOKS_AT_VALUES = /^(Autofit|Find|Replace|GetSpecialCells|RemoveDuplicates|Apply)/;

/** True for an action before which everything has to be calculated; any other can be done before it is. */
function asksForValues({ ActionType, Name = "", QueryInfo, ArgumentInfo: given }: Action): boolean {
  if (ActionType === ACTION_TYPE.method) {
    // What is copied with its formulas is calculated where it comes to stand.
    return Name === "CopyFrom" ? given?.Arguments?.[1] === "Values" : LOOKS_AT_VALUES.test(Name);
  }
  const asked = [...(QueryInfo?.Select ?? []), ...(QueryInfo?.Expand ?? [])];
  return ActionType === ACTION_TYPE.query && (asked.length === 0 || asked.some((path) => VALUES.test(path)));
}

/** After this nothing is calculated before the end of the request. Source: Excel.Application in the reference. */
const SUSPEND = "SuspendApiCalculationUntilNextSync";

/** The index of the action that is to fail; beyond the last where only the answer is lost. */
function failedAction(atAction: number, { Actions }: RequestBody): number {
  return atAction === Infinity ? Infinity : Math.min(atAction, Actions.length - 1);
}

function errorResponse(error: HostError, index: number, results: readonly ActionResult[]): ResponseBody {
  return {
    Error: {
      Code: error.code,
      Message: error.message,
      Location: error.location,
      ActionIndex: index,
      HttpStatusCode: HTTP_STATUS[error.code] ?? 400,
    },
    ProcessedResults: { Results: results },
  };
}

/** Carries out requests on the object model under `root`, action by action, as Excel does. */
export class Dispatcher {
  private readonly lookup: MemberLookup;
  private readonly references = new Map<string, HostObject>();
  private readonly referenceIds = new WeakMap<HostObject, string>();
  private nextReference = 1;
  private hasWritten = false;

  constructor(
    private readonly root: HostObject,
    level: ApiVersion,
    private readonly quirks: () => Quirks | undefined = () => undefined,
  ) {
    this.lookup = new MemberLookup(level);
  }

  /**
   * Runs the actions in order. At the first failure the rest are skipped; what was done stays done.
   * @param failure when given, the action with this index fails so (the last one when there are fewer; after all of them when
   * it is infinite)
   * @param engine calculates before values are asked for, when cells were written earlier in the request
   */
  async execute(
    body: RequestBody,
    failure?: { readonly error: HostError; readonly atAction: number },
    engine?: WorkbookEngine,
  ): Promise<ResponseBody> {
    const run: Run = { body, objects: new Map() };
    const results: ActionResult[] = [];
    let isSuspended = false;
    for (const [index, action] of body.Actions.entries()) {
      try {
        if (failure && index >= failedAction(failure.atAction, body)) throw failure.error;
        const refusal = refusalOf(this.quirks(), action, body);
        if (refusal) throw refusal;
        if (isWriting(action, body)) this.hasWritten = true;
        isSuspended ||= action.Name === SUSPEND;
        if (engine?.isBehind && !isSuspended && asksForValues(action)) await engine.settle(true);
        results.push({ ActionId: action.Id, Value: this.perform(action, run) });
      } catch (error) {
        if (!(error instanceof HostError)) throw error;
        return errorResponse(error, index, results);
      }
    }
    return failure ? errorResponse(failure.error, body.Actions.length - 1, results) : { Results: results };
  }

  /** True once a request has changed something; asking sets it back. */
  takeWritten(): boolean {
    const { hasWritten } = this;
    this.hasWritten = false;
    return hasWritten;
  }

  /** How many ranges the client has not released yet. */
  get keptReferences(): number {
    return this.references.size;
  }

  private perform(action: Action, run: Run): Json {
    // Trace actions only let the client name the failing statement; they belong to no object.
    if (action.ActionType === ACTION_TYPE.trace) return null;
    const object = this.resolve(action.ObjectPathId, run);
    switch (action.ActionType) {
      case ACTION_TYPE.instantiate:
        if (object && run.body.AutoKeepReference) this.keep(object);
        // For what exists the client needs an object, though an empty one: null is how it learns of a null object.
        return object && this.identify(object);
      case ACTION_TYPE.query:
        return object && answerQuery(object, action.QueryInfo, this.lookup, (one) => this.identify(one));
      case ACTION_TYPE.method:
        return this.callMethod(object, action, run);
      case ACTION_TYPE.setProperty:
        if (object)
          this.setProperty(object, action.Name ?? "", this.argumentsOf(action.ArgumentInfo, run)[0] ?? null);
        return null;
      case ACTION_TYPE.ensureUnchanged:
        return null;
      default:
        throw notImplemented(`ActionType ${action.ActionType}`);
    }
  }

  private callMethod(object: HostObject | null, action: Action, run: Run): Json {
    const name = action.Name ?? "";
    const args = this.argumentsOf(action.ArgumentInfo, run);
    if (name === "_KeepReference") {
      if (object) this.keep(object);
      return null;
    }
    if (name === "_RemoveReference") {
      const kept = this.references.get(String(args[0]));
      if (kept) kept.type.onReleased?.(kept.target);
      this.references.delete(String(args[0]));
      return null;
    }
    if (!object) return { _IsNull: true };
    const answer = this.lookup.get(object.type, "methods", name).call(object.target, args);
    // Objects reach the client through paths, never as a method's value.
    return answer === undefined || isHostObject(answer) ? null : answer;
  }

  private setProperty(object: HostObject, name: string, value: Argument): void {
    const location = `${object.type.name}.${lowerFirst(name)}`;
    const scalar = this.lookup.get(object.type, "scalars", name);
    if (!scalar.set) throw notImplemented(location, "cannot be set on this host");
    if (isHostObject(value)) throw invalidArgument(location);
    scalar.set(object.target, value);
  }

  private resolve(id: number, run: Run): HostObject | null {
    const known = run.objects.get(id);
    if (known !== undefined) return known;
    const found = this.follow(id, run);
    run.objects.set(id, found);
    return found;
  }

  private follow(id: number, run: Run): HostObject | null {
    const path = run.body.ObjectPaths[String(id)];
    if (!path) throw new HostError("InvalidObjectPath", `The request has no object path ${id}.`);
    switch (path.ObjectPathType) {
      case PATH_TYPE.root:
        return this.root;
      // Its parent may be missing from the request: a null object needs none.
      case PATH_TYPE.nullObject:
        return null;
      case PATH_TYPE.reference: {
        const kept = this.references.get(path.Name);
        if (!kept || kept.type.isGone?.(kept.target))
          throw new HostError("InvalidReference", "This reference is not valid for the current operation.");
        return kept;
      }
    }
    const isMember = [PATH_TYPE.method, PATH_TYPE.property, PATH_TYPE.indexer].some(
      (type) => type === path.ObjectPathType,
    );
    if (!isMember) throw notImplemented(`ObjectPathType ${path.ObjectPathType} (${path.Name})`);
    const parent = this.resolve(path.ParentObjectPathId ?? 0, run);
    // Whatever is asked of a null object is a null object.
    if (!parent) return null;
    if (path.ObjectPathType === PATH_TYPE.property) {
      return this.lookup.get(parent.type, "children", path.Name).get(parent.target);
    }
    const name = path.ObjectPathType === PATH_TYPE.indexer ? "GetItem" : path.Name;
    const method = this.lookup.get(parent.type, "methods", name);
    const result = method.call(parent.target, this.argumentsOf(path.ArgumentInfo, run));
    if (result === null) return null;
    if (result === undefined || !isHostObject(result)) {
      throw notImplemented(`${parent.type.name}.${lowerFirst(name)} as an object`);
    }
    return result;
  }

  private argumentsOf(info: ArgumentInfo | undefined, run: Run): readonly Argument[] {
    const ids = info?.ReferencedObjectPathIds;
    return (info?.Arguments ?? []).map((value, index) => {
      const id = ids?.[index];
      return typeof id === "number" && id > 0 ? this.resolve(id, run) : value;
    });
  }

  private keep(object: HostObject): void {
    if (!object.type.isTracked || this.referenceIds.has(object)) return;
    const id = `{reference-${this.nextReference++}}`;
    this.referenceIds.set(object, id);
    this.references.set(id, object);
    object.type.onKept?.(object.target);
  }

  private identify(object: HostObject): Readonly<Record<string, Json>> {
    const reference = this.referenceIds.get(object);
    return {
      ...object.type.identity?.(object.target),
      ...(reference === undefined ? {} : { _ReferenceId: reference }),
    };
  }
}
