import { Decimal } from "../../amounts/decimal";
import type { MessageArgs, MessageRef } from "../../messages/messageRef";
import type { LinearSystem, SystemCell, SystemRelation } from "./linearSystem";

/** Digits of a number, before and after its point, that can be added and multiplied without loss. */
const MOST_DIGITS = 30;

/** What was expected at a place of the file and is not there. */
class Problem extends Error {
  constructor(readonly ref: MessageRef) {
    super(ref.key);
  }
}

/**
 * Reads a linear system from parsed JSON: `{cells: {id: {value, step, weight?, fixed?, zeroExact?}}, relations: [{id,
 * terms: {id: coefficient}, op, constant}], zeroExact?}`. Numbers may also be written as strings, which keeps every digit.
 * Gives the sentence about the first thing that is wrong, with its place (`relations[2].terms.a`). Never throws.
 */
export function readSystem(json: unknown): LinearSystem | { readonly problem: MessageRef } {
  try {
    return readWhole(json);
  } catch (error) {
    if (error instanceof Problem) return { problem: error.ref };
    throw error;
  }
}

function readWhole(json: unknown): LinearSystem {
  const whole = readObject(json, "$");
  const zeroExact = readFlag(whole["zeroExact"], "zeroExact") ?? true;
  const cells = new Map<string, SystemCell>();
  for (const [id, cell] of Object.entries(readObject(whole["cells"], "cells")))
    cells.set(id, readCell(cell, `cells.${id}`, zeroExact));
  if (!Array.isArray(whole["relations"])) fail("system.notList", "relations");
  const ids = new Set<string>();
  const relations = (whole["relations"] as unknown[]).map((relation, index) => {
    const read = readRelation(relation, `relations[${index}]`, cells);
    if (ids.has(read.id)) fail("system.idTwice", `relations[${index}].id`, { id: read.id });
    ids.add(read.id);
    return read;
  });
  return { cells, relations };
}

function readCell(json: unknown, at: string, zeroExact: boolean): SystemCell {
  const cell = readObject(json, at);
  const step = readNumber(cell["step"], `${at}.step`);
  if (step.isNegative()) fail("system.negativeStep", `${at}.step`);
  const weight = cell["weight"] === undefined ? 1 : readNumber(cell["weight"], `${at}.weight`).toNumber();
  if (weight <= 0) fail("system.weight", `${at}.weight`);
  return {
    value: readNumber(cell["value"], `${at}.value`),
    step,
    weight,
    fixed: readFlag(cell["fixed"], `${at}.fixed`) ?? false,
    zeroExact: readFlag(cell["zeroExact"], `${at}.zeroExact`) ?? zeroExact,
  };
}

function readRelation(json: unknown, at: string, cells: ReadonlyMap<string, SystemCell>): SystemRelation {
  const { id, op, constant, terms } = readObject(json, at);
  if (typeof id !== "string" || id === "") return fail("system.noId", `${at}.id`);
  if (op !== "=" && op !== "<=" && op !== ">=") return fail("system.operator", `${at}.op`);
  const read = Object.entries(readObject(terms, `${at}.terms`)).map(([cell, coefficient]) => {
    if (!cells.has(cell)) fail("system.noSuchCell", `${at}.terms`, { cell });
    return [cell, readNumber(coefficient, `${at}.terms.${cell}`)] as const;
  });
  return {
    id,
    op,
    terms: new Map(read),
    constant: constant === undefined ? new Decimal(0) : readNumber(constant, `${at}.constant`),
  };
}

function readObject(json: unknown, at: string): Readonly<Record<string, unknown>> {
  if (typeof json !== "object" || json === null || Array.isArray(json)) return fail("system.notObject", at);
  return json as Record<string, unknown>;
}

function readNumber(json: unknown, at: string): Decimal {
  const text = typeof json === "number" ? String(json) : json;
  if (typeof text !== "string" || !/^-?\d+(\.\d+)?(e[-+]?\d{1,2})?$/i.test(text))
    return fail("system.notNumber", at);
  const value = new Decimal(text);
  return value.precision(true) > MOST_DIGITS || value.decimalPlaces() > MOST_DIGITS
    ? fail("system.tooManyDigits", at)
    : value;
}

function readFlag(json: unknown, at: string): boolean | undefined {
  return json === undefined || typeof json === "boolean" ? json : fail("system.notFlag", at);
}

function fail(key: string, at: string, args: MessageArgs = {}): never {
  throw new Problem({ key, args: { at, ...args } });
}
