import { consolidateUnits } from "../../src/actions/consolidateUnits";
import { compareUnits } from "../../src/actions/unitBooks";
import { checkSnapshot } from "../../src/actions/validate";
import type { UnitFinding } from "../../src/units/unitFinding";
import { designedSheet } from "../../src/workbook/designedSheet";
import type { WorkbookSnapshot } from "../../src/workbook/snapshot";
import { multiplied, rowWith, sourceBook, unitRecipes, unitWorkbook } from "../support/departmentUnits";
import type { UnitRecipe } from "../support/departmentUnits";
import type { Leaf } from "../support/generatedBudget";
import { Chooser, randomFrom } from "../support/random";
import { withValue } from "../support/seedWorkbook";

/** The department's workbook put together of these. */
function departmentOf(units: readonly WorkbookSnapshot[]): WorkbookSnapshot {
  const made = consolidateUnits(units.map(sourceBook), { department: "某某委", year: 2020, isLinked: false });
  if ("problem" in made) throw new Error(made.problem.key);
  return { name: "部门.xlsx", sheets: made.designs.map(designedSheet) };
}

function findingsOf(department: WorkbookSnapshot, units: readonly WorkbookSnapshot[]): UnitFinding[] {
  const { findings } = compareUnits({ file: "部门.xlsx", workbook: department }, units.map(sourceBook));
  return [...findings];
}

interface Planted {
  readonly department: WorkbookSnapshot;
  readonly units: readonly WorkbookSnapshot[];
}

type Plant = (recipes: readonly UnitRecipe[], at: number, choose: Chooser) => Planted | undefined;

/** Units by the seed of their first, made once. */
const made = new Map<number, readonly WorkbookSnapshot[]>();

function all(recipes: readonly UnitRecipe[]): readonly WorkbookSnapshot[] {
  const seed = recipes[0]?.seed ?? 0;
  const units = made.get(seed) ?? recipes.map((recipe) => unitWorkbook(recipe));
  made.set(seed, units);
  return units;
}

/** The department put together with the last item of one unit changed, beside the units as they are. */
function fromSource(
  change: (leaves: readonly Leaf[], choose: Chooser) => readonly Leaf[],
  split = /乙项目[^甲]*$/,
): Plant {
  return (recipes, at, choose) => {
    const units = all(recipes);
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
    const units = all(recipes);
    const department = departmentOf(units);
    const sheet = department.sheets.find((one) => one.name === name);
    const row = rowWith(sheet, (texts) => test(texts, recipes[at]?.code ?? ""));
    const value = sheet?.rows.get(row)?.get(column)?.value;
    return typeof value === "number" && value > 0
      ? { department: withValue(department, name, row, column, Math.round((value + 300) * 100) / 100), units }
      : undefined;
  };
}

const KINDS: Readonly<Record<string, { readonly rule: string; readonly plant: Plant }>> = {
  "a unit left out": {
    rule: "units.lacks",
    plant: (recipes, at) => {
      const units = all(recipes);
      return { department: departmentOf(units.filter((_, index) => index !== at)), units };
    },
  },
  "a unit counted twice": {
    rule: "units.twice",
    plant: (recipes, at) => {
      const units = all(recipes);
      return { department: departmentOf([...units, ...units.slice(at, at + 1)]), units };
    },
  },
  "a unit taken in 元 for 万元": {
    rule: "units.scale",
    plant: (recipes, at) => {
      const units = all(recipes);
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
      const units = all(recipes);
      return { department: departmentOf(units), units: units.filter((_, index) => index !== at) };
    },
  },
  "a unit with two files": {
    rule: "units.twiceFile",
    plant: (recipes, at) => {
      const units = all(recipes);
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

const COUNT = 12;
const TRIALS = Number(process.env["TRIALS"] ?? 1);

describe("a department of 12 units", () => {
  test("that is their sum has nothing to be said", () => {
    const units = all(unitRecipes(COUNT, 1));
    expect(findingsOf(departmentOf(units), units)).toEqual([]);
  });

  test("whose figures add up has tables that pass the check to the last digit", () => {
    const units = unitRecipes(COUNT, 3).map((recipe) => unitWorkbook(recipe, undefined, true));
    const department = departmentOf(units);
    expect(findingsOf(department, units)).toEqual([]);
    const { findings, relations, tables } = checkSnapshot(department);
    expect(tables.map(({ table }) => table)).toEqual([
      "T02",
      "T03",
      "T06",
      "T07",
      "T08",
      "T10",
      "T12",
      "T13",
    ]);
    expect(findings.filter(({ severity }) => severity === "error" || severity === "rounding")).toEqual([]);
    expect(relations.mismatch + relations.rounding).toBe(0);
    expect(relations.exact).toBeGreaterThan(1000);
  });

  test.each(Object.keys(KINDS))("with %s: one finding, which names the unit", (kind) => {
    const { rule, plant } = KINDS[kind] as (typeof KINDS)[string];
    const told: unknown[] = [];
    for (let trial = 0, seed = 1; trial < TRIALS && seed < 40; seed++) {
      const choose = new Chooser(randomFrom(seed));
      const recipes = unitRecipes(COUNT, seed);
      const at = choose.below(COUNT);
      const planted = plant(recipes, at, choose);
      if (!planted) continue;
      trial++;
      const findings = findingsOf(planted.department, planted.units);
      told.push(
        findings.length === 1 && findings[0]?.unit?.code === recipes[at]?.code
          ? "one, of the unit"
          : [
              seed,
              recipes[at]?.code,
              findings.map((one) => [
                one.rule,
                one.unit?.code,
                one.candidates.map(({ code }) => code),
                one.message.args,
              ]),
            ],
      );
      if (rule !== "units.moved") expect(findings.map((one) => one.rule)).toContain(rule);
    }
    expect(told).toEqual(told.map(() => "one, of the unit"));
    expect(told).toHaveLength(TRIALS);
  });
});
