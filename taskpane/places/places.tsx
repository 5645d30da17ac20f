import type { ComponentType } from "react";
import type { SectionProps } from "../components/sectionLater";
import { sectionLater } from "../components/sectionLater";
import type { Place } from "../session";
import { CheckSection } from "./CheckSection";
import { CheckToolbar } from "./CheckToolbar";

/**
 * One part of a place: it stands below the one before it and draws its own heading (components/Section.tsx). What is not
 * needed to open the pane comes by `sectionLater`.
 */
export interface PlaceSection {
  /** Named by services.show(place, id), which brings the section into view. */
  readonly id: string;
  readonly Component: ComponentType<SectionProps>;
}

/** What stands in each place, from top to bottom. A feature adds its section as a file beside this one and a line here. */
export const SECTIONS: Readonly<Record<Place, readonly PlaceSection[]>> = {
  check: [
    { id: "tour", Component: sectionLater(async () => (await import("./Tour")).Tour) },
    { id: "toolbar", Component: CheckToolbar },
    { id: "explain", Component: sectionLater(async () => (await import("./ExplainSection")).ExplainSection) },
    { id: "findings", Component: CheckSection },
    { id: "balance", Component: sectionLater(async () => (await import("./BalanceSection")).BalanceSection) },
  ],
  codes: [
    { id: "fill", Component: sectionLater(async () => (await import("./FillSection")).FillSection) },
    { id: "find", Component: sectionLater(async () => (await import("./FindCode")).FindCode) },
    { id: "trees", Component: sectionLater(async () => (await import("./TreesSection")).TreesSection) },
    {
      id: "codeFindings",
      Component: sectionLater(async () => (await import("./CodeFindings")).CodeFindings),
    },
    { id: "import", Component: sectionLater(async () => (await import("./ImportSection")).ImportSection) },
    {
      id: "dictionary",
      Component: sectionLater(async () => (await import("./DictionarySection")).DictionarySection),
    },
  ],
  tables: [
    { id: "insert", Component: sectionLater(async () => (await import("./InsertSection")).InsertSection) },
    {
      id: "fromList",
      Component: sectionLater(async () => (await import("../lists/FromListSection")).FromListSection),
    },
    { id: "found", Component: sectionLater(async () => (await import("./TablesFound")).TablesFound) },
    { id: "rows", Component: sectionLater(async () => (await import("./RowsSection")).RowsSection) },
    { id: "links", Component: sectionLater(async () => (await import("./LinksSection")).LinksSection) },
    {
      id: "publish",
      Component: sectionLater(async () => (await import("./PublishSection")).PublishSection),
    },
    {
      id: "learn",
      Component: sectionLater(async () => (await import("../learn/LearnSection")).LearnSection),
    },
    {
      id: "recognition",
      Component: sectionLater(async () => (await import("./RecognitionSection")).RecognitionSection),
    },
  ],
  notes: [
    { id: "notes", Component: sectionLater(async () => (await import("./NotesSection")).NotesSection) },
  ],
  settings: [
    { id: "live", Component: sectionLater(async () => (await import("./LiveSetting")).LiveSetting) },
    { id: "edition", Component: sectionLater(async () => (await import("./EditionSetting")).EditionSetting) },
    { id: "office", Component: sectionLater(async () => (await import("./OfficeSetting")).OfficeSetting) },
    { id: "help", Component: sectionLater(async () => (await import("./Help")).Help) },
  ],
};
