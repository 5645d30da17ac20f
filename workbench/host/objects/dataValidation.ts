import type { CellRange } from "../../../src/workbook/address";
import { invalidArgument, notImplemented } from "../hostError";
import type { ObjectType } from "../objectType";
import type { StoredValidation } from "../store";
import { clearValidations } from "../structure/clearAreas";
import type { Json } from "../wire";
import type { RangeTarget } from "./rangeTarget";
import { boolean, overlaps, requireUnprotected } from "./rangeTarget";

/** Longest list written out in a rule. Source: office-js-docs, docs/excel/excel-add-ins-data-validation.md. */
const LONGEST_LIST = 255;

/** Longest title and message of an alert or a prompt. Source: [MS-OI29500], 18.3.1.32, dataValidation. */
const LONGEST_TITLE = 32;
const LONGEST_MESSAGE = 255;

interface ErrorAlert {
  readonly message?: string;
  readonly showAlert?: boolean;
  readonly style?: string;
  readonly title?: string;
}

interface Prompt {
  readonly message?: string;
  readonly showPrompt?: boolean;
  readonly title?: string;
}

/**
 * What may be typed into a range: one of a list, no other rules. Source: Excel JavaScript API reference,
 * Excel.DataValidation (ExcelApi 1.8); office-js-docs, docs/excel/excel-add-ins-data-validation.md.
 */
export const dataValidation: ObjectType<RangeTarget> = {
  name: "DataValidation",
  scalars: {
    rule: { since: "1.8", get: (target) => ruleOf(target), set: setRule },
    type: { since: "1.8", get: (target) => typeOf(target) },
    ignoreBlanks: {
      since: "1.8",
      get: (target) => only(target)?.ignoresBlanks ?? true,
      set: (target, value) => {
        const ignoresBlanks = boolean(value, "DataValidation.ignoreBlanks");
        change(target, "DataValidation.ignoreBlanks", (one) => ({ ...one, ignoresBlanks }));
      },
    },
    errorAlert: {
      since: "1.8",
      get: (target) => {
        const one = only(target);
        return {
          message: one?.message ?? "",
          showAlert: one?.showsError ?? true,
          style: (one?.isStrict ?? true) ? "Stop" : "Warning",
          title: one?.title ?? "",
        };
      },
      set: setErrorAlert,
    },
    prompt: {
      since: "1.8",
      get: (target) => {
        const prompt = only(target)?.prompt;
        return { message: prompt?.message ?? "", showPrompt: true, title: prompt?.title ?? "" };
      },
      set: (target, value) => {
        const { message = "", title = "" } = record(value, "DataValidation.prompt") as Prompt;
        requireShort(title, message, "DataValidation.prompt");
        change(target, "DataValidation.prompt", (one) => ({ ...one, prompt: { message, title } }));
      },
    },
  },
  methods: {
    clear: {
      since: "1.8",
      call: ({ sheet, range }) => {
        requireUnprotected(sheet, "DataValidation.clear");
        clearValidations(sheet, range);
        return undefined;
      },
    },
  },
};

function setRule({ sheet, range }: RangeTarget, value: Json): void {
  const location = "DataValidation.rule";
  requireUnprotected(sheet, location);
  const { list, ...others } = record(value, location) as {
    list?: { source?: Json; inCellDropDown?: boolean };
  };
  const given = Object.entries(others).filter(([, one]) => one !== null && one !== undefined);
  if (given.length > 0)
    throw notImplemented(location, `of the kind ${given[0]?.[0]} is not known to this host`);
  if (typeof list?.source !== "string") {
    throw notImplemented(location, "with a list that is no text is not known to this host");
  }
  const isTooLong = !list.source.startsWith("=") && list.source.length > LONGEST_LIST;
  if (list.source === "" || isTooLong) throw invalidArgument(location);
  clearValidations(sheet, range);
  const hidesDropDown = list.inCellDropDown === false;
  sheet.validations.push({
    range: { ...range },
    list: list.source,
    isStrict: true,
    ...(hidesDropDown && { hidesDropDown }),
  });
}

function setErrorAlert(target: RangeTarget, value: Json): void {
  const location = "DataValidation.errorAlert";
  const {
    message = "",
    showAlert = true,
    style = "Stop",
    title = "",
  } = record(value, location) as ErrorAlert;
  if (!["Stop", "Warning", "Information"].includes(style)) throw invalidArgument(location);
  requireShort(title, message, location);
  change(target, location, (one) => ({
    ...one,
    message,
    title,
    isStrict: style === "Stop",
    showsError: showAlert,
  }));
}

function requireShort(title: string, message: string, location: string): void {
  if (title.length > LONGEST_TITLE || message.length > LONGEST_MESSAGE) throw invalidArgument(location);
}

function record(value: Json, location: string): Readonly<Record<string, Json>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw invalidArgument(location);
  return value as Readonly<Record<string, Json>>;
}

function touching({ sheet, range }: RangeTarget): StoredValidation[] {
  return sheet.validations.filter((one) => overlaps(one.range, range));
}

/** The one validation of the whole range, if it is one. */
function only(target: RangeTarget): StoredValidation | undefined {
  const [one, ...more] = touching(target);
  return one && more.length === 0 && covers(one.range, target.range) ? one : undefined;
}

function covers(outer: CellRange, inner: CellRange): boolean {
  return (
    inner.firstRow >= outer.firstRow &&
    inner.lastRow <= outer.lastRow &&
    inner.firstColumn >= outer.firstColumn &&
    inner.lastColumn <= outer.lastColumn
  );
}

/** Excel.DataValidationType: "Inconsistent" when only some cells have a rule, "MixedCriteria" when rules differ. */
function typeOf(target: RangeTarget): Json {
  const found = touching(target);
  if (found.length === 0) return "None";
  if (only(target)) return "List";
  return found.length > 1 ? "MixedCriteria" : "Inconsistent";
}

function ruleOf(target: RangeTarget): Json {
  const one = only(target);
  return one ? { list: { inCellDropDown: !one.hidesDropDown, source: one.list } } : {};
}

/** Changes the rule of a range, where it has one for all its cells; what lies outside keeps its own. */
function change(
  target: RangeTarget,
  location: string,
  by: (validation: StoredValidation) => StoredValidation,
): void {
  const { sheet, range } = target;
  requireUnprotected(sheet, location);
  const one = only(target);
  if (!one) throw notImplemented(location, "of a range without one rule is not known to this host");
  clearValidations(sheet, range);
  sheet.validations.push({ ...by(one), range: { ...range } });
}
