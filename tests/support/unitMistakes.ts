import { consolidateUnits } from "../../src/actions/consolidateUnits";
import { compareUnits } from "../../src/actions/unitBooks";
import type { UnitFinding } from "../../src/units/unitFinding";
import { designedSheet } from "../../src/workbook/designedSheet";
import type { WorkbookSnapshot } from "../../src/workbook/snapshot";
import { multiplied, rowWith, sourceBook, unitRecipes, unitWorkbook } from "./departmentUnits";
import type { UnitRecipe } from "./departmentUnits";
import type { Leaf } from "./generatedBudget";
import { Chooser, randomFrom } from "./random";
import { withValue } from "./seedWorkbook";

/** The department's workbook put together of these. */
export function departmentOf(units: readonly WorkbookSnapshot[]): WorkbookSnapshot {
  const made = consolidateUnits(units.map(sourceBook), { department: "某某委", year: 2020, isLinked: false });
  if ("problem" in made) throw new Error(made.problem.key);
  return { name: "部门.xlsx", sheets: made.designs.map(designedSheet) };
}

export function unitFindings(
  department: WorkbookSnapshot,
  units: readonly WorkbookSnapshot[],
): UnitFinding[] {
  const { findings } = compareUnits({ file: "部门.xlsx", workbook: department }, units.map(sourceBook));
  return [...findings];
}

interface Planted {
  readonly department: WorkbookSnapshot;
  readonly units: readonly WorkbookSnapshot[];
}

type Plant = (recipes: readonly UnitRecipe[], at: number, choose: Chooser) => Planted | undefined;

export function unitsOf(recipes: readonly UnitRecipe[]): readonly WorkbookSnapshot[] {
  return recipes.map((recipe) => unitWorkbook(recipe));
}

/** The department put together with the last item of one unit changed, beside the units as they are. */
function fromSource(
  change: (leaves: readonly Leaf[], choose: Chooser) => readonly Leaf[],
  split = /乙项目[^甲]*$/,
): Plant {
  return (recipes, at, choose) => {
    const units = unitsOf(recipes);
    const changed = unitWorkbook(recipes[at] as UnitRecipe, (leaves) => change(leaves, choose));
    const sources = units.map((unit, index) => (index === at ? changed : unit));
    // An item whose projects are split in two has two that change.
    const lines = [changed, units[at]].map(textOf);
    const isSplit = lines.some((text) => split.test(text));
    return isSplit || lines[0] === lines[1] ? undefined : { department: departmentOf(sources), units };
  };
}

/** The last leaf changed. */
function ofLast(change: (leaf: Leaf, choose: Chooser) => Leaf): Plant {
  return fromSource((leaves, choose) =>
    leaves.map((leaf, index) => (index === leaves.length - 1 ? change(leaf, choose) : leaf)),
  );
}

function textOf(workbook: WorkbookSnapshot | undefined): string {
  return (workbook?.sheets ?? [])
    .flatMap(({ rows }) =>
      [...rows.values()].flatMap((cells) => [...cells.values()].map(({ value }) => String(value))),
    )
    .join("|");
}

/** One figure of the department's own sheet changed. */
function inSheet(
  name: string,
  column: number,
  test: (texts: readonly string[], unit: string) => boolean,
): Plant {
  return (recipes, at) => {
    const units = unitsOf(recipes);
    const department = departmentOf(units);
    const sheet = department.sheets.find((one) => one.name === name);
    const row = rowWith(sheet, (texts) => test(texts, recipes[at]?.code ?? ""));
    const value = sheet?.rows.get(row)?.get(column)?.value;
    return typeof value === "number" && value > 0
      ? { department: withValue(department, name, row, column, Math.round((value + 300) * 100) / 100), units }
      : undefined;
  };
}

/** Ways a department can fail to be the sum of its units, with the rule that tells of it. */
export const UNIT_MISTAKES: Readonly<Record<string, { readonly rule: string; readonly plant: Plant }>> = {
  "a unit left out": {
    rule: "units.lacks",
    plant: (recipes, at) => {
      const units = unitsOf(recipes);
      return { department: departmentOf(units.filter((_, index) => index !== at)), units };
    },
  },
  "a unit counted twice": {
    rule: "units.twice",
    plant: (recipes, at) => {
      const units = unitsOf(recipes);
      return { department: departmentOf([...units, ...units.slice(at, at + 1)]), units };
    },
  },
  "a unit taken in 元 for 万元": {
    rule: "units.scale",
    plant: (recipes, at) => {
      const units = unitsOf(recipes);
      const wrong = units.map((unit, index) => (index === at ? multiplied(unit, 10_000) : unit));
      return { department: departmentOf(wrong), units };
    },
  },
  "an item of a unit left out": {
    rule: "units.lacks",
    plant: ofLast((leaf) => ({ ...leaf, own: 0, special: 0, fund: 0, other: 0 })),
  },
  "an item of a unit counted twice": {
    rule: "units.twice",
    plant: ofLast((leaf) => ({
      ...leaf,
      own: leaf.own * 2,
      special: leaf.special * 2,
      fund: leaf.fund * 2,
      other: leaf.other * 2,
    })),
  },
  "another amount of a unit's projects": {
    rule: "units.differs",
    plant: ofLast((leaf, choose) =>
      leaf.own === 0 ? leaf : { ...leaf, own: leaf.own + 100_000 + choose.below(800_000) },
    ),
  },
  "another amount of a unit's wages": {
    rule: "units.differs",
    plant: ofLast((leaf, choose) =>
      leaf.staff === 0 ? leaf : { ...leaf, staff: leaf.staff + 100_000 + choose.below(800_000) },
    ),
  },
  "a figure of the department's row of a unit": {
    rule: "units.differs",
    plant: inSheet("表8", 2, (texts, unit) => texts[0] === unit && texts[1] === "人员支出"),
  },
  "a figure of the department's row of a unit's project": {
    rule: "units.differs",
    plant: inSheet("表10", 4, (texts, unit) => texts[0] === unit),
  },
  "a unit without a file": {
    rule: "units.noFile",
    plant: (recipes, at) => {
      const units = unitsOf(recipes);
      return { department: departmentOf(units), units: units.filter((_, index) => index !== at) };
    },
  },
  "a unit with two files": {
    rule: "units.twiceFile",
    plant: (recipes, at) => {
      const units = unitsOf(recipes);
      const again = units.slice(at, at + 1).map((unit) => ({ ...unit, name: `副本${unit.name}` }));
      return { department: departmentOf(units), units: [...units, ...again] };
    },
  },
  "a unit's item under another code": {
    rule: "units.moved",
    plant: fromSource((leaves) => {
      const [before, last] = leaves.slice(-2);
      if (!before || !last || last.own === 0) return leaves;
      const less = { ...last, own: 0 };
      return [...leaves.slice(0, -2), { ...before, own: before.own + last.own }, less];
    }, /乙项目[^甲]*(甲项目[^甲]*)?$/),
  },
};

/**
 * Makes one department of so many units with one mistake of a kind, and compares them.
 * @returns undefined where this seed has no place for the mistake
 */
export function unitTrial(kind: string, seed: number, count: number) {
  const choose = new Chooser(randomFrom(seed));
  const recipes = unitRecipes(count, seed);
  const at = choose.below(count);
  const planted = UNIT_MISTAKES[kind]?.plant(recipes, at, choose);
  return planted && { code: recipes[at]?.code, findings: unitFindings(planted.department, planted.units) };
}
