import { saysNothing } from "../../recognition/text";
import type { CellAddress } from "../../workbook/address";
import type { Line } from "./bodyLines";
import { cellKey } from "./fillContext";
import type { FillContext, FillTable } from "./fillContext";
import type { Fill, FillPlan, Question, Suggestion } from "./fillPlan";

/** Collects what is to be filled, asked and suggested; of two fills of one cell the first counts. */
export class FillDraft {
  private readonly fills = new Map<string, Fill>();
  private readonly asked = new Map<string, Question>();
  private readonly suggestions: Suggestion[] = [];

  /** Fills a cell; nothing happens when it would stay as it is, or says that there is nothing (-, 无). */
  fill({ table }: Line, fill: Omit<Fill, "table">): void {
    const { from, to } = fill;
    const key = cellKey(fill.cell);
    const isMeantBlank = from !== "" && saysNothing(from);
    if (from !== to && !isMeantBlank && !this.fills.has(key))
      this.fills.set(key, { ...fill, table: table.definition.id });
  }

  ask(
    { table }: Line,
    question: Omit<Question, "table" | "follows">,
    follows: readonly CellAddress[] = [],
  ): void {
    const key = cellKey(question.cell);
    if (!this.asked.has(key)) this.asked.set(key, { ...question, table: table.definition.id, follows });
  }

  suggest({ table }: Line, suggestion: Omit<Suggestion, "table">): void {
    this.suggestions.push({ ...suggestion, table: table.definition.id });
  }

  /** All of it in the order of the tables; what is filled is not asked for. */
  plan(): FillPlan {
    const asked = [...this.asked.values()].filter(({ cell }) => !this.fills.has(cellKey(cell)));
    return { fills: [...this.fills.values()], asked, suggestions: this.suggestions };
  }
}

/** A table that is being filled. */
export interface Filling {
  readonly context: FillContext;
  readonly owner: FillTable;
  readonly draft: FillDraft;
}
