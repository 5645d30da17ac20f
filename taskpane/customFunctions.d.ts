/** The part of Office's custom functions that is used; it comes with office.js, not with @types/office-js. */
declare namespace CustomFunctions {
  function associate(id: string, work: (...args: unknown[]) => unknown): void;
  /** An error value for the cell; Excel shows the message in its tip. */
  class Error extends globalThis.Error {
    constructor(code: ErrorCode, message?: string);
  }
  enum ErrorCode {
    invalidValue = "#VALUE!",
    notAvailable = "#N/A",
  }
}
