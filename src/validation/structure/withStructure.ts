import type { CodeLists } from "../../codes/listsInUse";
import { PLACE } from "../../recognition/figureGrid";
import { SURE } from "../../recognition/confidence";
import type { KeptRecognition } from "../../recognition/keptRecognition";
import type { RecognisedTable, Recognition } from "../../recognition/recognised";
import { readByStructure } from "../../recognition/structure/byStructure";
import type { TableByStructure } from "../../recognition/structure/byStructure";
import type { Proposal } from "../../recognition/structure/proposal";
import { relate } from "../../relations/relate";
import type { KeptRelations } from "../../relations/relate";
import type { Evidence, Pack, RelationDefinition } from "../../tables/definition";
import type { WorkbookSnapshot } from "../../workbook/snapshot";
import { proposeAcross } from "./acrossTables";
import { findMisfits, fitsBetter } from "./misfits";
import { borneOut, hasOneCulprit, isTaken, oddColumns } from "./borneOut";
import type { Borne } from "./borneOut";

/** A relation that the parts of a table propose, and what its figures say of it. */
export interface Offer extends Proposal {
  readonly evidence: Borne;
  /** Used for checking; else only offered. */
  readonly isTaken: boolean;
  /** Words propose it and figures speak against it: used to ask, not to call anything wrong. */
  readonly isDoubted?: boolean;
  /** Between tables: income and expenditure of one fund, which agree in a year in which nothing is carried over. */
  readonly isOfYear?: boolean;
}

/** The tables that structure alone tells, and the set with their definitions added. */
export interface Structured {
  readonly recognition: Recognition;
  readonly pack: Pack;
  /** What the parts of each of these tables propose. */
  readonly offers: ReadonlyMap<RecognisedTable, readonly Offer[]>;
  /** What the meanings of cells propose between tables. */
  readonly between: readonly Offer[];
  /** Tables of budgets that are not checked, as their figures speak against what their words say of them. */
  readonly contradicted: readonly Contradicted[];
}

/** A table whose figures bear out too little of what its words propose. */
export interface Contradicted extends Evidence {
  readonly sheet: string;
  readonly title: string;
}

const NONE: Borne = { held: 0, of: 0, oneSided: 0, scaled: 0 };

/**
 * Adds the tables that no definition takes, read by their structure. A relation is used where the figures bear it out; a
 * table stands among the others if it speaks of budgets or has such a relation. Where there is none, what is given comes
 * back as it is.
 */
export function withStructure(
  workbook: WorkbookSnapshot,
  set: { readonly recognition: Recognition; readonly pack: Pack; readonly lists: CodeLists },
  kept: { readonly recognition: KeptRecognition; readonly relations: KeptRelations },
): Structured {
  const misfits = findMisfits(workbook, set.recognition.tables);
  const sheets = new Set(misfits.map(({ sheet }) => sheet));
  const found = readByStructure(workbook, set.recognition, set.lists, kept.recognition, sheets);
  if (found.length === 0) return { ...set, offers: new Map(), between: [], contradicted: [] };
  const { offers, contradicted } = offersWithin(workbook, found, misfits, kept);
  const own = [...offers.keys()];
  if (own.length === 0) return { ...set, offers, between: [], contradicted };
  const placed = new Set(own.map(({ sheet }) => sheet));
  const tables = inOrder(workbook, [
    ...set.recognition.tables.filter((one) => !(misfits.includes(one) && placed.has(one.sheet))),
    ...own,
  ]);
  const between = offersAcross(tables, kept);
  return {
    recognition: {
      tables,
      unplaced: set.recognition.unplaced.filter(({ sheet }) => !placed.has(sheet)),
    },
    pack: {
      ...set.pack,
      tables: [...set.pack.tables, ...own.map(({ definition }) => definition)],
      across: [...set.pack.across, ...between.used],
    },
    offers,
    between: between.offers,
    contradicted,
  };
}

/** Tables as their sheets stand in the workbook. */
function inOrder(workbook: WorkbookSnapshot, tables: readonly RecognisedTable[]): RecognisedTable[] {
  const places = new Map(workbook.sheets.map(({ name }, index) => [name, index]));
  const placeOf = ({ sheet }: RecognisedTable) => places.get(sheet) ?? 0;
  return [...tables].sort((a, b) => placeOf(a) - placeOf(b));
}

/** The tables that are read rightly, numbered in their order, each with what its parts propose. */
function offersWithin(
  workbook: WorkbookSnapshot,
  found: readonly TableByStructure[],
  misfits: readonly RecognisedTable[],
  kept: { readonly recognition: KeptRecognition; readonly relations: KeptRelations },
): Pick<Structured, "offers" | "contradicted"> {
  const weighed = found.map((one) => weigh(one, kept.relations));
  const pool = poolOf(weighed);
  const offers = new Map<RecognisedTable, readonly Offer[]>();
  const contradicted: Contradicted[] = [];
  for (const { one, evidence, isOneError } of weighed) {
    const id = `S${offers.size + 1}`;
    const around = { workbook: pool, table: wordedEvidence(one.proposals, evidence) };
    const own = one.proposals.map(({ relation, basis }): Offer => {
      const borne = evidence.get(relation.id) ?? NONE;
      const isUsed = isTaken(borne, basis, one.isOfBudget && isOneError ? around : undefined);
      const named = { ...relation, id: relation.id.replace(/^S0/, id) };
      // Where mostly lines are left blank that others divide, nothing can be asked of any.
      const isDoubted = !isUsed && basis === "heading" && one.isOfBudget && failures(borne) > borne.oneSided;
      return {
        relation: named,
        basis,
        evidence: borne,
        isTaken: isUsed,
        ...(isDoubted ? { isDoubted } : {}),
      };
    });
    const named = misfits.find(({ sheet }) => sheet === one.table.sheet);
    const doubts = own.reduce((sum, offer) => (offer.isDoubted ? sum + failures(offer.evidence) : sum), 0);
    const worded = contradiction(one, own);
    const isAsked = doubts <= MOST_DOUBTS || worded.held >= worded.of * LEAST_ASKED;
    const isRead = named ? fitsBetter(workbook, named, one.table, own) : isTable(own, one);
    if (isRead) {
      const used = isAsked ? own : own.map((offer) => ({ ...offer, isDoubted: false }));
      offers.set(builtTable(one, id, used, kept.recognition), used);
    }
    const isTold = worded.held > 0 && !named;
    if (doubts > 0 && isTold && !(isRead && isAsked)) contradicted.push(worded);
  }
  return { offers, contradicted };
}

/** So many places of a table are asked about one by one, or more where so great a share of all holds. */
const MOST_DOUBTS = 12;
const LEAST_ASKED = 2 / 3;

/** In how many places a relation does not hold, lines that are not divided left out. */
function failures({ held, of, oneSided }: Borne): number {
  return of - held - oneSided;
}

function contradiction({ table }: TableByStructure, own: readonly Offer[]): Contradicted {
  const worded = own.filter(({ basis }) => basis === "heading");
  return {
    sheet: table.sheet,
    title: table.definition.title,
    held: worded.reduce((sum, { evidence }) => sum + evidence.held, 0),
    of: worded.reduce((sum, { evidence }) => sum + evidence.held + failures(evidence), 0),
  };
}

interface Across {
  readonly offers: readonly Offer[];
  /** The relations that are used, the same objects each time. */
  readonly used: readonly RelationDefinition[];
}

const NO_OFFERS: Across = { offers: [], used: [] };

/** The relations between tables that their figures bear out. */
function offersAcross(
  tables: readonly RecognisedTable[],
  kept: { readonly recognition: KeptRecognition; readonly relations: KeptRelations },
): Across {
  const [first] = tables;
  if (!first) return NO_OFFERS;
  return kept.recognition.across.get(first, tables, () => {
    const proposals = proposeAcross(tables);
    const related = relate(tables, { across: proposals.map(({ relation }) => relation) }, kept.relations);
    const evidence = borneOut(related.relations);
    const pool = {
      held: sumOf(proposals, evidence, "held"),
      of: sumOf(proposals, evidence, "of"),
    };
    const judged = proposals.map((proposal): Offer => {
      const own = evidence.get(proposal.relation.id) ?? NONE;
      const around = proposal.isStrict ? { workbook: pool, table: NONE } : undefined;
      return { ...proposal, evidence: own, isTaken: isTaken(own, proposal.basis, around) };
    });
    const apart = tablesApart(judged);
    const offers = judged.map((offer): Offer => {
      const isDoubted = !offer.isTaken && isScaled(offer) && apart.has(tablesOf(offer));
      return { ...offer, ...(isDoubted ? { isDoubted } : {}) };
    });
    const used = offers
      .filter(({ isTaken: isUsed, isDoubted }) => isUsed || isDoubted === true)
      .map(({ relation, evidence: own }): RelationDefinition => ({ ...relation, evidence: own }));
    return { offers, used };
  }) as Across;
}

/** One figure may be ten thousand times another by chance. */
const LEAST_SCALED = 2;

/** What is ten thousand times another everywhere is the same in another unit. */
function isScaled({ evidence }: Offer): boolean {
  return evidence.scaled > 0 && evidence.scaled === failures(evidence);
}

/** The tables that seem to be in different units, by the names of those of a relation: in figures enough of all their relations. */
function tablesApart(offers: readonly Offer[]): ReadonlySet<string> {
  const scaled = new Map<string, number>();
  for (const offer of offers.filter(isScaled)) {
    const tables = tablesOf(offer);
    scaled.set(tables, (scaled.get(tables) ?? 0) + offer.evidence.scaled);
  }
  return new Set([...scaled].filter(([, places]) => places >= LEAST_SCALED).map(([tables]) => tables));
}

/** The tables that a relation speaks of. */
function tablesOf({ relation }: Offer): string {
  return [...new Set(relation.text.match(/[A-Z]\w*(?=\[)/g))].sort().join();
}

function sumOf(
  proposals: readonly Proposal[],
  evidence: ReadonlyMap<string, Evidence>,
  key: keyof Evidence,
): number {
  return proposals.reduce((sum, { relation }) => sum + (evidence.get(relation.id)?.[key] ?? 0), 0);
}

interface Weighed {
  readonly one: TableByStructure;
  readonly evidence: ReadonlyMap<string, Borne>;
  /** One wrong figure explains all that fails. */
  readonly isOneError: boolean;
}

/** What the figures of a table say of its proposals, columns that are no amounts taken out. */
function weigh(one: TableByStructure, kept: KeptRelations): Weighed {
  const { relations } = relate([one.table], EMPTY, kept);
  const odd = oddColumns(one.table, relations);
  if (odd.size > 0) return weigh(one.withoutColumns(odd), kept);
  return { one, evidence: borneOut(relations), isOneError: hasOneCulprit(relations) };
}

const EMPTY: Pick<Pack, "across"> = { across: [] };

/** What all relations of a table that words propose come to. */
function wordedEvidence(proposals: readonly Proposal[], evidence: ReadonlyMap<string, Evidence>): Evidence {
  const worded = proposals.filter(({ basis }) => basis === "heading");
  return { held: sumOf(worded, evidence, "held"), of: sumOf(worded, evidence, "of") };
}

function poolOf(all: readonly Weighed[]): Evidence {
  const own = all
    .filter(({ one }) => one.isOfBudget)
    .flatMap(({ one, evidence, isOneError }) =>
      one.proposals.flatMap(({ basis, relation }): Evidence[] => {
        const borne = basis === "heading" ? evidence.get(relation.id) : undefined;
        // One that most places contradict is misread, and says nothing of the others.
        if (!borne || borne.held * 2 < borne.of) return [];
        // One wrong figure says nothing against how its table is read.
        return [isOneError ? { held: borne.held, of: borne.held } : borne];
      }),
    );
  return {
    held: own.reduce((sum, { held }) => sum + held, 0),
    of: own.reduce((sum, { of }) => sum + of, 0),
  };
}

/** A table of another kind must show more of its sums than one whose words are those of budgets. */
const LEAST_HELD_ELSEWHERE = 3;

/**
 * Whether what was read is a table at all: its sums are borne out, or it speaks of budgets and nothing contradicts the
 * reading. Where most of what its words propose fails, the reading is wrong, and nothing is said of it.
 */
function isTable(offers: readonly Offer[], { isOfBudget, table }: TableByStructure): boolean {
  const sum = (own: readonly Offer[], key: keyof Borne) =>
    own.reduce((all, { evidence }) => all + evidence[key], 0);
  const used = sum(
    offers.filter(({ isTaken: isUsed }) => isUsed),
    "held",
  );
  const worded = offers.filter(({ basis }) => basis === "heading");
  // Captions above lines, and lines that are not divided, contradict nothing.
  const [held, of] = [sum(worded, "held"), sum(worded, "of") - sum(worded, "oneSided")];
  if (isOfBudget && sum(worded, "of") === 0) return !hasWords(table);
  if (isOfBudget && worded.every(({ isTaken: isUsed }) => isUsed)) return true;
  return isOfBudget ? held * 2 >= of : used >= LEAST_HELD_ELSEWHERE;
}

/** Words stand among its figures. */
function hasWords({ grid, rows }: RecognisedTable): boolean {
  return rows.some(({ index }) => grid.numbers.some((_, column) => grid.kindAt(index, column) === PLACE.bad));
}

/** The table with the relations that are used, and how sure it is. */
function builtTable(
  one: TableByStructure,
  id: string,
  offers: readonly Offer[],
  kept: KeptRecognition,
): RecognisedTable {
  const used = offers.filter(({ isTaken: isUsed, isDoubted }) => isUsed || isDoubted === true);
  const key = used
    .map(
      ({ relation, evidence: { held, of }, isDoubted }) =>
        `${relation.id} ${held}/${of}${isDoubted ? "?" : ""}`,
    )
    .join("\n");
  return kept.structured.get(one, [id, key], () => {
    const relations = used.map(({ relation, evidence, isDoubted }): RelationDefinition => ({
      ...relation,
      evidence,
      ...(isDoubted ? { severity: "warning" } : {}),
    }));
    const held = used.reduce((sum, { evidence }) => sum + evidence.held, 0);
    const of = used.reduce((sum, { evidence }) => sum + evidence.of, 0);
    const built = one.withRelations(id, relations);
    return Object.assign(built, {
      confidence: confidenceOf({ held, of }),
      byStructure: true,
      reasons: [
        {
          key: "reason.structure",
          args: { relations: String(used.length), held: String(held), places: String(of) },
        },
        ...(built.withoutUnit
          ? [{ key: "reason.withoutUnit" as const, args: {} }]
          : built.reasons.filter(({ key: reason }) => reason.startsWith("reason.unit"))),
      ],
    });
  });
}

/** Sure where figures bear the reading out in nearly all places, and there are enough of them. */
function confidenceOf({ held, of }: Evidence): number {
  if (of < LEAST_PLACES) return SURE - DOUBT;
  return Math.min(MOST_CONFIDENCE, SURE - DOUBT + (held / of) * DOUBT * 2);
}

const LEAST_PLACES = 4;
const DOUBT = 0.1;
const MOST_CONFIDENCE = 0.9;
