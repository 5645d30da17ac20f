import type { ComponentType } from "react";
import type { Place } from "../session";
import { BalanceSection } from "./BalanceSection";
import { CheckSection } from "./CheckSection";
import { CheckToolbar } from "./CheckToolbar";
import { CodeFindings } from "./CodeFindings";
import { DictionarySection } from "./DictionarySection";
import { EditionSetting } from "./EditionSetting";
import { RecognitionSection } from "./RecognitionSection";
import { ExplainSection } from "./ExplainSection";
import { Help } from "./Help";
import { InsertSection } from "./InsertSection";
import { ImportSection } from "./ImportSection";
import { LinksSection } from "./LinksSection";
import { LiveSetting } from "./LiveSetting";
import { FillSection } from "./FillSection";
import { FindCode } from "./FindCode";
import { MendDone } from "./MendDone";
import { PublishSection } from "./PublishSection";
import { NotesSection } from "./NotesSection";
import { RowsSection } from "./RowsSection";
import { TablesFound } from "./TablesFound";
import { Tour } from "./Tour";
import { TreesSection } from "./TreesSection";

/** One part of a place: it stands below the one before it and draws its own heading (components/Section.tsx). */
export interface PlaceSection {
  /** Named by services.show(place, id), which brings the section into view. */
  readonly id: string;
  readonly Component: ComponentType;
}

/** What stands in each place, from top to bottom. A feature adds its section as a file beside this one and a line here. */
export const SECTIONS: Readonly<Record<Place, readonly PlaceSection[]>> = {
  check: [
    { id: "tour", Component: Tour },
    { id: "toolbar", Component: CheckToolbar },
    { id: "explain", Component: ExplainSection },
    { id: "mended", Component: MendDone },
    { id: "findings", Component: CheckSection },
    { id: "balance", Component: BalanceSection },
  ],
  codes: [
    { id: "fill", Component: FillSection },
    { id: "find", Component: FindCode },
    { id: "trees", Component: TreesSection },
    { id: "codeFindings", Component: CodeFindings },
    { id: "import", Component: ImportSection },
    { id: "dictionary", Component: DictionarySection },
  ],
  tables: [
    { id: "insert", Component: InsertSection },
    { id: "found", Component: TablesFound },
    { id: "rows", Component: RowsSection },
    { id: "links", Component: LinksSection },
    { id: "publish", Component: PublishSection },
    { id: "recognition", Component: RecognitionSection },
  ],
  notes: [{ id: "notes", Component: NotesSection }],
  settings: [
    { id: "live", Component: LiveSetting },
    { id: "edition", Component: EditionSetting },
    { id: "help", Component: Help },
  ],
};
