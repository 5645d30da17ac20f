import { KeptRecognition } from "../recognition/keptRecognition";
import type { RecognisedTable } from "../recognition/recognised";
import { KeptRelations } from "../relations/relate";
import type { Pack } from "../tables/definition";
import { KeptSets } from "../tables/setFile/keptSets";
import { LastMade } from "../workbook/lastMade";
import type { TableCodes } from "./codeFindings";

/**
 * What is kept from one check of a workbook to the next. Whoever checks again and again holds one and passes it; a check
 * without one comes to the same. Everything in it is kept by what it was made from: pictures that hold the same are the
 * same objects (carryOver.ts), so that after an edit only what it touches is made anew.
 */
export class KeptChecks {
  /** The sets of tables that the workbook itself keeps. */
  readonly sets = new KeptSets();
  /** Standard sets with the office's own tables (withSets). */
  readonly packs = new LastMade<Pack, Pack>();
  /** What was said of the codes of tables. */
  readonly codes = new LastMade<RecognisedTable, TableCodes>();

  constructor(
    readonly recognition = new KeptRecognition(),
    readonly relations = new KeptRelations(),
  ) {}

  /**
   * For checks of the workbook with rows put in or taken out, tried beside its own: what its sheets were recognised as serves
   * them too, and what relates its tables stays as it is.
   */
  beside(): KeptChecks {
    return new KeptChecks(this.recognition, this.relations.beside());
  }
}
