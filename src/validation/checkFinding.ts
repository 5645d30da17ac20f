import { equationOf } from "./equation";
import type { Finding } from "./finding";
import type { Judgement } from "./outcome";
import { relationOf } from "./relationFindings";

/** A finding as a check makes it: with the relations it is about, of which plain data are made at the edge (plainFinding). */
export interface CheckFinding extends Finding {
  /** The one it is told by first; empty where it is about none. */
  readonly about: readonly Judgement[];
}

/** A finding as plain data: what is told of each relation, and each relation cell by cell. */
export function plainFinding({ about, ...finding }: CheckFinding): Finding {
  if (about.length === 0) return finding;
  const isNote = finding.severity === "rounding";
  return {
    ...finding,
    ...(isNote ? {} : { relations: about.map(relationOf) }),
    equations: about.map(equationOf),
  };
}
