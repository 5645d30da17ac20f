/**
 * A failure that Excel would answer, or NotImplemented where this host does not know what Excel would do. `code` is one
 * of Excel.ErrorCodes; `location` names the member, as OfficeExtension.Error.debugInfo.errorLocation does.
 */
export class HostError extends Error {
  readonly code: string;
  readonly location: string;

  constructor(code: string, message: string, location = "") {
    super(message);
    this.name = "HostError";
    this.code = code;
    this.location = location;
  }
}

/** Messages: OfficeDev/office-js-docs-pr, docs/testing/application-specific-api-error-handling.md. */
export function invalidArgument(location: string): HostError {
  return new HostError(
    "InvalidArgument",
    "The argument is invalid or missing or has an incorrect format.",
    location,
  );
}

export function itemNotFound(location: string): HostError {
  return new HostError("ItemNotFound", "The requested resource doesn't exist.", location);
}

export function accessDenied(location: string): HostError {
  return new HostError("AccessDenied", "You cannot perform the requested operation.", location);
}

/** This host never answers a guess: what it does not know is an error that names it. */
export function notImplemented(location: string, what = "is not known to this host"): HostError {
  return new HostError("NotImplemented", `${location} ${what}.`, location);
}
