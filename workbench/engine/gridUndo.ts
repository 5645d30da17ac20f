import type { Injector } from "@univerjs/core";
import {
  CommandType,
  ICommandService,
  IContextService,
  IUndoRedoService,
  IUniverInstanceService,
  LocalUndoRedoService,
} from "@univerjs/core";
import type { DependencyOverride, IUndoRedoItem } from "@univerjs/core";
import type { StoreChange } from "./storeChange";
import { UNIT } from "./workbookData";

/** As many steps as Excel keeps: a day's mends can be taken back. Univer itself keeps 20. */
const MOST_STEPS = 100;

/** Univer's list of steps, which asks before it takes a step in. */
class StepList extends LocalUndoRedoService {
  /** Told of each step before it is taken in; gives false for one that is to be left out. */
  onStep: (item: IUndoRedoItem) => boolean = () => true;

  override pushUndoRedo(item: IUndoRedoItem): void {
    if (!this.onStep(item)) return;
    const steps = this._getUndoStack(item.unitID, true);
    const [oldest] = steps;
    super.pushUndoRedo(item);
    if (oldest && steps[0] !== oldest && steps.length < MOST_STEPS) steps.unshift(oldest);
  }
}

/** What a Univer has to be made with for joinUndo: its own list cannot be listened to. */
export const STEP_LIST: DependencyOverride = [
  [
    IUndoRedoService,
    {
      useFactory: (...parts: ConstructorParameters<typeof StepList>) => new StepList(...parts),
      deps: [IUniverInstanceService, ICommandService, IContextService],
    },
  ],
];

/** What takes changes of the store back, in the grid's own list of steps. */
export interface GridUndo {
  /**
   * Makes a change the last step of the grid's own undo; within a group, or after what is midway in the same request, it
   * joins the step on top, as long as the user has not done anything since. undefined: nothing has changed.
   */
  push(change: StoreChange | undefined, isMidway: boolean): void;
  /** Opens or closes a group: changes of one command are one step. */
  group(isOpen: boolean): void;
}

/** Univer's name for what takes steps of add-ins back. */
const RESTORE = "gouji.mutation.restore";

interface RestoreParams {
  readonly changes: readonly StoreChange[];
  readonly direction: "undo" | "redo";
}

/**
 * Joins the undo of the grid: its own steps name cells by where they stand, so that what add-ins do has to be among them,
 * in order, or they would be taken back at places that have moved.
 * @param isCarrying true while changes of the store go to the grid: what Univer's commands would list then is no step
 * @param restoreAll takes changes back, the last first, or does them once more
 */
export function joinUndo(
  injector: Injector,
  isCarrying: () => boolean,
  restoreAll: (changes: readonly StoreChange[], direction: "undo" | "redo") => void,
): GridUndo {
  const steps = injector.get(IUndoRedoService);
  if (!(steps instanceof StepList)) throw new Error("Univer was made without STEP_LIST");
  /** The changes of the step on top of the list, while others may join them. */
  let open: StoreChange[] | undefined;
  let isGrouped = false;
  steps.onStep = () => {
    if (isCarrying()) return false;
    open = undefined;
    return true;
  };
  injector.get(ICommandService).registerCommand({
    id: RESTORE,
    type: CommandType.MUTATION,
    handler: (_accessor, params?: RestoreParams) => {
      open = undefined;
      if (!params) return false;
      const { changes, direction } = params;
      restoreAll(direction === "undo" ? [...changes].reverse() : changes, direction);
      return true;
    },
  });

  return {
    push: (change, isMidway) => {
      if (change && open) open.push(change);
      else if (change?.isEdit) {
        const changes = [change];
        const restore = (direction: "undo" | "redo") => ({ id: RESTORE, params: { changes, direction } });
        steps.pushUndoRedo({
          unitID: UNIT,
          undoMutations: [restore("undo")],
          redoMutations: [restore("redo")],
        });
        open = changes;
      }
      if (!isMidway && !isGrouped) open = undefined;
    },
    group: (isOpen) => {
      isGrouped = isOpen;
      open = undefined;
    },
  };
}
