import type { MessageRef } from "../messages/messageRef";

/** How a long action says what it is doing, and learns that it is no longer wanted. */
export interface Task {
  /**
   * Call before each step: shows the message, lets the pane paint, and throws Cancelled when the user has cancelled. An
   * action calls it for the last time before its first change to the workbook, so that a cancelled action leaves
   * nothing half-done.
   */
  step(message: MessageRef): Promise<void>;
}

/** Thrown by Task.step once the user has cancelled. No failure: nothing was changed and nothing needs saying. */
export class Cancelled extends Error {
  constructor() {
    super("cancelled by the user");
    this.name = "Cancelled";
  }
}

/** For callers that neither show progress nor cancel: command line and tests. */
export const WITHOUT_PROGRESS: Task = { step: async () => {} };
