import type { MessageRef } from "../../messages/messageRef";
import { saysNothing } from "../../recognition/text";
import type { CellAddress } from "../../workbook/address";
import type { Line } from "./bodyLines";
import { cellKey } from "./fillContext";
import type { Fill, FillPlan, Question, Suggestion } from "./fillPlan";

/** Collects what is to be filled, asked and suggested; of two fills of one cell the first counts. */
export class FillDraft {
  private readonly fills = new Map<string, Fill>();
  private readonly asked = new Map<string, Question>();
  private readonly suggestions: Suggestion[] = [];

  /** Fills a cell; nothing happens when it would stay as it is, or says that there is nothing (-, 无). */
  fill({ table }: Line, cell: CellAddress, from: string, to: string, why: readonly MessageRef[]): void {
    const key = cellKey(cell);
    const isMeantBlank = from !== "" && saysNothing(from);
    if (from !== to && !isMeantBlank && !this.fills.has(key))
      this.fills.set(key, { cell, table: table.definition.id, from, to, why });
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
