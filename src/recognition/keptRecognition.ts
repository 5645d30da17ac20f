import { Derived } from "../workbook/derived";
import { LastMade } from "../workbook/lastMade";
import type { SheetSnapshot } from "../workbook/snapshot";
import type { Pack } from "../tables/definition";
import type { Block } from "./block";
import type { Heading, SheetOutline } from "./outline";
import type { RecognisedTable } from "./recognised";
import type { DerivedBlock, TableByStructure } from "./structure/byStructure";

/**
 * What is kept from recognising one picture of a workbook to the next, each thing by what it was made from: sheets that an
 * edit has not touched are the same objects in both pictures (carryOver.ts).
 */
export class KeptRecognition {
  /** Of definitions, sheets and rows. */
  readonly facts = new Derived();
  readonly blocks = new LastMade<Heading, Block>();
  readonly pages = new LastMade<Block, Block | undefined>();
  readonly wholes = new LastMade<Block, Block | undefined>();
  readonly tables = new LastMade<Block, RecognisedTable>();
  readonly across = new LastMade<RecognisedTable, unknown>();
  readonly structured = new LastMade<TableByStructure, RecognisedTable>();
  readonly derived = new LastMade<SheetSnapshot, readonly DerivedBlock[]>();
  readonly byStructure = new LastMade<DerivedBlock, TableByStructure>();

  /** The last outlines of sheets by the tables of a set: an office's own rules make a set of the same tables. */
  outlines(tables: Pack["tables"]): LastMade<SheetSnapshot, SheetOutline> {
    return this.facts.of(tables, newOutlines);
  }

  /** How many headings of a set's tables each sheet can have at the most. */
  mostHeadings(tables: Pack["tables"]): LastMade<SheetSnapshot, number> {
    return this.facts.of(tables, newCounts);
  }
}

function newCounts(): LastMade<SheetSnapshot, number> {
  return new LastMade();
}

function newOutlines(): LastMade<SheetSnapshot, SheetOutline> {
  return new LastMade();
}
