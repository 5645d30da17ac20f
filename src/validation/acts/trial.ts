import type { RowEdit, WriteCell } from "../../workbook/edit";
import { editedWorkbook } from "../../workbook/editedWorkbook";
import type { Checked } from "../checked";
import { judgementsAt, makeChecked } from "../checked";
import type { Followers } from "../following/followers";
import type { KeptChecks } from "../keptChecks";
import { Rejudging } from "../mistakes/rejudging";
import type { MissingRow } from "../missingRows";
import { isFailing, setAside } from "../outcome";
import type { Judgement } from "../outcome";
import type { Effort } from "../system/effort";
import { recalculated, rowAfter } from "./recalculated";
import type { Scene } from "./scene";
import { placesOf } from "./scene";
import { Sources } from "./sources";
import type { Supposed } from "./supposition";

export type TrialEdit = RowEdit | WriteCell;

/** What a check has against a workbook: a relation that fails or was set aside for a missing row, or a missing row. */
type Trouble = { readonly judgement: Judgement } | { readonly missing: MissingRow };

/** A workbook as it would be, checked. */
export interface Trial {
  readonly checked: Checked;
  readonly scene: Scene;
  /** Where a row of the workbook as it stands is in it; undefined for one that is taken out. */
  readonly rowIn: (sheet: string, row: number) => number | undefined;
}

/** What a trial comes to beside the workbook as it stands. */
export interface Resolved {
  readonly supposed: Supposed;
  readonly missing: readonly MissingRow[];
}

interface TrialTask {
  readonly checked: Checked;
  readonly effort: Effort;
  readonly most: number;
  readonly kept: KeptChecks;
  /** The formulas that follow the cells of the workbook; undefined where there are none. */
  readonly followers: Followers | undefined;
}

/** Workbooks with rows put in, taken out or coded otherwise: each is checked again, one going on from the other. */
export class Trials {
  private count = 0;
  private readonly checked: Checked;
  private readonly effort: Effort;
  private readonly most: number;
  private readonly kept: KeptChecks;
  private readonly followers: Followers | undefined;

  /** `most`: how many are made at most; `kept`: what earlier checks of workbooks like these have worked out. */
  constructor({ checked, effort, most, kept, followers }: TrialTask) {
    this.checked = checked;
    this.effort = effort;
    this.most = most;
    this.kept = kept;
    this.followers = followers;
  }

  /** The workbook as it stands. */
  get workbook(): Checked["workbook"] {
    return this.checked.workbook;
  }

  /** True when no more are to be made. */
  get isSpent(): boolean {
    return this.count >= this.most || this.effort.isSpent;
  }

  /** The workbook with edits carried out, in their order, and the results that its formulas then have. */
  make(edits: readonly TrialEdit[]): Trial {
    this.count++;
    const { workbook, set, options } = this.checked;
    const edited = editedWorkbook(workbook, edits);
    const { followers } = this;
    const after = recalculated({ before: workbook, after: edited, edits, followers });
    const checked = makeChecked(after, set, options, this.kept);
    const failing = checked.judgements.filter(isFailing);
    const [rejudging, placeOf] = [new Rejudging(), placesOf(checked.tables)];
    return {
      checked,
      scene: {
        workbook: checked.workbook,
        tables: checked.tables,
        judgementsAt: (cell) => judgementsAt(checked, cell),
        rejudging,
        failing,
        followers: undefined,
        sources: new Sources({ workbook: checked.workbook, followers: undefined, rejudging, placeOf }),
        placeOf,
        effort: this.effort,
      },
      rowIn: (sheet, row) => rowAfter(row, sheet, edits),
    };
  }

  /**
   * What no longer is against the workbook in a trial; undefined where something new is.
   * @param mended relations of the trial that hold once its open figures are worked out
   */
  compare({ checked, rowIn }: Trial, mended: readonly Judgement[] = []): Resolved | undefined {
    const holds = new Set(mended);
    const after = new Set<string>();
    for (const one of troublesOf(checked))
      if (!("judgement" in one) || !holds.has(one.judgement)) after.add(nameOf(one, (_, row) => row));
    const judged = new Map<Judgement, Judgement>();
    const missing: MissingRow[] = [];
    const old = new Set<string>();
    for (const one of troublesOf(this.checked)) {
      const name = nameOf(one, rowIn);
      if (after.has(name)) old.add(name);
      else if ("missing" in one) missing.push(one.missing);
      else judged.set(one.judgement, setAside(one.judgement, "act"));
    }
    if ([...after].some((name) => !old.has(name))) return undefined;
    return {
      missing,
      supposed: {
        figures: new Map(),
        typed: new Set(),
        judged,
        mended: [...judged.keys()],
        left: [],
        open: [],
      },
    };
  }
}

function troublesOf({ judgements, missing }: Checked): Trouble[] {
  return [
    ...judgements
      .filter((one) => isFailing(one) || one.setAside === "missingRow")
      .map((judgement) => ({ judgement })),
    ...missing.map((one) => ({ missing: one })),
  ];
}

/** The same for the same trouble in both workbooks. */
function nameOf(trouble: Trouble, rowIn: Trial["rowIn"]): string {
  if ("missing" in trouble) {
    const { table, kind, label } = trouble.missing;
    return ["missing", table.definition.id, kind, label].join("|");
  }
  const { relation } = trouble.judgement;
  const [first] = relation.terms;
  const address = first?.figure.address;
  const row = address && rowIn(address.sheet, address.row);
  return [relation.id, relation.key, address?.sheet, row, first?.column].join("|");
}
