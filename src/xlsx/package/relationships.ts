import { scanPart } from "./scanPart";
import type { OfficePackage } from "./openPackage";
import { relationshipsPartOf, resolveTarget } from "./partNames";

export interface Relationship {
  readonly id: string;
  /** Last step of the type's URI ("worksheet", "officeDocument"): transitional and strict files agree on it. */
  readonly type: string;
  /** Name of the part it leads to. */
  readonly target: string;
}

/**
 * The relationships of a part to other parts of the same file; of the package when `source` is "". External targets
 * are left out; no relationships part means no relationships. Throws file.damaged when that part is not well-formed.
 */
export function readRelationships(file: OfficePackage, source: string): Relationship[] {
  const part = relationshipsPartOf(source);
  if (!file.findEntry(part)) return [];
  const relationships: Relationship[] = [];
  scanPart(file, part, {
    open({ tag, attributes }) {
      if (tag !== "rel:Relationship" || attributes["TargetMode"] === "External") return;
      const { Id: id = "", Type: type = "", Target: target = "" } = attributes;
      relationships.push({
        id,
        type: type.slice(type.lastIndexOf("/") + 1),
        target: resolveTarget(source, target),
      });
    },
  });
  return relationships;
}

/** The part that a relationship of this type leads to, or undefined. */
export function findTarget(relationships: readonly Relationship[], type: string): string | undefined {
  return relationships.find((relationship) => relationship.type === type)?.target;
}
