import type { ComponentType } from "react";
import type { Finding } from "../../src/validation/finding";
import { ExplainFinding } from "./ExplainFinding";

/** Something that can be done about a finding, as a button (and what unfolds from it) inside the opened finding. */
export interface FindingAction {
  readonly id: string;
  /** Only then is it offered. */
  isFor(finding: Finding): boolean;
  /** Reaches actions by useServices(). */
  readonly Component: ComponentType<{ readonly finding: Finding }>;
}

/** What an opened finding offers, from left to right. A feature (采用建议, 接受, 忽略尾差) adds a line. */
export const FINDING_ACTIONS: readonly FindingAction[] = [
  { id: "explain", isFor: ({ equations }) => equations !== undefined, Component: ExplainFinding },
];
