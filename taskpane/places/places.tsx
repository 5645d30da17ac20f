import type { ComponentType } from "react";
import type { Place } from "../session";
import { CheckSection } from "./CheckSection";
import { CheckToolbar } from "./CheckToolbar";
import { CodeFindings } from "./CodeFindings";
import { EditionSetting } from "./EditionSetting";
import { RecognitionSection } from "./RecognitionSection";
import { ExplainSection } from "./ExplainSection";
import { TablesFound } from "./TablesFound";

/** One part of a place: it stands below the one before it and draws its own heading (components/Section.tsx). */
export interface PlaceSection {
  /** Named by services.show(place, id), which brings the section into view. */
  readonly id: string;
  readonly Component: ComponentType;
}

/** What stands in each place, from top to bottom. A feature adds its section as a file beside this one and a line here. */
export const SECTIONS: Readonly<Record<Place, readonly PlaceSection[]>> = {
  check: [
    { id: "toolbar", Component: CheckToolbar },
    { id: "explain", Component: ExplainSection },
    { id: "findings", Component: CheckSection },
  ],
  codes: [{ id: "codeFindings", Component: CodeFindings }],
  tables: [
    { id: "found", Component: TablesFound },
    { id: "recognition", Component: RecognitionSection },
  ],
  settings: [{ id: "edition", Component: EditionSetting }],
};
