import type { ProjectOption, UnitOption } from "./options";

/** The units and projects of an office as they were listed, and the first line that could not be read. */
export interface UnitList {
  readonly units: readonly UnitOption[];
  readonly projects: readonly ProjectOption[];
  /** Counted from 1; undefined when every line could be read. */
  readonly badLine: number | undefined;
}

/**
 * Reads a list of units as people keep it: a code and a name in each line, between them a blank, a tab or a comma. Codes
 * of 3, 6 or 9 digits are units; one of 7 digits is the functional code of a project of the unit above it. Blank lines
 * and lines that begin with # count for nothing.
 *
 *   156001 某某局
 *   2010399 电子政务经费
 */
export function readUnits(text: string): UnitList {
  const units: UnitOption[] = [];
  const projects: ProjectOption[] = [];
  for (const [index, line] of text
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .entries()) {
    const plain = line.trim();
    if (plain === "" || plain.startsWith("#")) continue;
    const [, code = "", name = ""] = /^(\d+)[\s,，]+(\S.*)$/u.exec(plain) ?? [];
    if (/^2\d{6}$/.test(code)) projects.push({ code, name, unit: units.at(-1)?.code ?? "" });
    else if (/^(\d{3}){1,3}$/.test(code)) units.push({ code, name });
    else return { units, projects, badLine: index + 1 };
  }
  return { units, projects, badLine: undefined };
}
