import { accessDenied, invalidArgument, notImplemented } from "../hostError";
import type { Argument, ObjectType } from "../objectType";
import { isHostObject } from "../objectType";
import { passwordHash } from "../passwordHash";
import type { StoredProtection } from "../store";
import type { Json } from "../wire";
import type { SheetTarget } from "./notes";

/** Excel.WorksheetProtectionOptions that are true or false; none is given: false. */
const OPTIONS = [
  "allowAutoFilter",
  "allowDeleteColumns",
  "allowDeleteRows",
  "allowEditObjects",
  "allowEditScenarios",
  "allowFormatCells",
  "allowFormatColumns",
  "allowFormatRows",
  "allowInsertColumns",
  "allowInsertHyperlinks",
  "allowInsertRows",
  "allowPivotTables",
  "allowSort",
];

/**
 * Protecting a protected sheet, and unprotecting one that is not, is AccessDenied. Source: Excel JavaScript API
 * reference, Excel.WorksheetProtection; OfficeDev/office-js issue 6784 (builds since June 2026).
 */
export const protection: ObjectType<SheetTarget> = {
  name: "WorksheetProtection",
  scalars: {
    protected: { since: "1.2", get: ({ sheet }) => sheet.isProtected },
    options: {
      since: "1.2",
      get: ({ sheet }): Json => {
        const location = "WorksheetProtection.options";
        if (!sheet.isProtected) throw notImplemented(location, "of an open sheet is not known to this host");
        const given = sheet.protection?.options ?? {};
        const selectionMode = given["selectionMode"] ?? "Normal";
        return {
          ...Object.fromEntries(OPTIONS.map((name) => [name, given[name] ?? false])),
          selectionMode,
        };
      },
    },
  },
  methods: {
    protect: { since: "1.2", call: protect },
    unprotect: {
      since: "1.2",
      call: ({ sheet }, [password]) => {
        const location = "WorksheetProtection.unprotect";
        if (!sheet.isProtected) throw accessDenied(location);
        if (!isPassword(sheet.protection ?? {}, password)) throw accessDenied(location);
        sheet.isProtected = false;
        delete sheet.protection;
        return undefined;
      },
    },
  },
};

/** One that a file has in a form this host cannot check is refused whatever it is. */
function isPassword(
  { password: needed, passwordHash: hash }: Partial<StoredProtection>,
  given: Argument | undefined,
): boolean {
  if (hash !== undefined) return typeof given === "string" && hash !== "" && passwordHash(given) === hash;
  return needed === undefined || needed === given;
}

function protect({ sheet }: SheetTarget, [options, password]: readonly Argument[]): undefined {
  const location = "WorksheetProtection.protect";
  if (sheet.isProtected) throw accessDenied(location);
  const given = readOptions(options, location);
  if (password != null && typeof password !== "string") throw invalidArgument(location);
  sheet.isProtected = true;
  sheet.protection = { options: given, ...(typeof password === "string" && { password }) };
  return undefined;
}

function readOptions(options: Argument | undefined, location: string): Record<string, boolean | string> {
  if (options == null) return {};
  if (typeof options !== "object" || Array.isArray(options) || isHostObject(options)) {
    throw invalidArgument(location);
  }
  return Object.fromEntries(
    Object.entries(options as Readonly<Record<string, Json>>).map(([name, value]) => {
      const isKnown = OPTIONS.includes(name) ? typeof value === "boolean" : name === "selectionMode";
      // Nulls, as read back from Excel, are refused: OfficeDev/office-js issue 1931.
      if (!isKnown || value === null) throw invalidArgument(location);
      return [name, value as boolean | string];
    }),
  );
}
