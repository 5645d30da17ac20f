import { makeStyles, tokens, useArrowNavigationGroup } from "@fluentui/react-components";
import { useState } from "react";
import { identityOf, sizeOf } from "../groups";
import type { FindingGroup } from "../groups";
import { CHECK_WORDS } from "../wording/check";
import type { Finding } from "../../src/validation/finding";
import { FindingItem } from "./FindingItem";
import { MendedItem } from "./MendedItem";
import { usePaneState, useWords } from "./PaneContext";

const useStyles = makeStyles({
  group: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  heading: {
    display: "flex",
    alignItems: "baseline",
    gap: "8px",
    padding: "10px 12px",
    cursor: "pointer",
    fontWeight: tokens.fontWeightSemibold,
    lineHeight: "1.45",
    "::marker": { content: "''" },
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  label: { flex: "none", color: tokens.colorBrandForegroundLink },
  title: { flex: 1, overflowWrap: "anywhere" },
  count: {
    flex: "none",
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground3,
    fontVariantNumeric: "tabular-nums",
  },
  list: { margin: 0, padding: "0 12px 12px", display: "flex", flexDirection: "column", gap: "8px" },
});

interface FindingListProps {
  readonly groups: readonly FindingGroup[];
}

/** Findings grouped by table. Arrow keys move from finding to finding, Tab leaves the list. */
export function FindingList({ groups }: FindingListProps) {
  const arrows = useArrowNavigationGroup({ axis: "vertical", tabbable: true });
  return (
    <div {...arrows}>
      {groups.map((group) => (
        <Group key={group.key} group={group} />
      ))}
    </div>
  );
}

/** One table's findings under its heading. Folded, they are not there at all: the arrow keys would stop at what is hidden. */
function Group({ group }: { readonly group: FindingGroup }) {
  const styles = useStyles();
  const words = useWords(CHECK_WORDS);
  const { current, mended } = usePaneState();
  const [isOpen, setOpen] = useState(!group.isRounding);
  const hasCurrent = current !== undefined && group.findings.includes(current);
  const [hadCurrent, setHadCurrent] = useState(false);
  if (hasCurrent !== hadCurrent) {
    setHadCurrent(hasCurrent);
    // What is gone to is to be seen, also where it was folded.
    if (hasCurrent) setOpen(true);
  }
  const count = group.findings
    .filter((finding) => finding !== mended?.finding)
    .reduce((sum, finding) => sum + sizeOf(finding), 0);
  return (
    <details
      className={styles.group}
      open={isOpen}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary className={styles.heading}>
        {group.label !== "" && <span className={styles.label}>{group.label}</span>}
        <span className={styles.title}>
          {group.isRounding ? words.roundingFolded : group.title || words.ofWorkbook}
        </span>
        <span className={styles.count}>{isOpen ? count : `${count} ▸`}</span>
      </summary>
      {isOpen && (
        <ul className={styles.list}>
          {keyed(group.findings).map(([key, finding]) =>
            finding === mended?.finding ? (
              <MendedItem key={key} mended={mended} />
            ) : (
              <FindingItem key={key} finding={finding} isCurrent={finding === current} />
            ),
          )}
        </ul>
      )}
    </details>
  );
}

/** Findings with keys that stay with them whatever comes and goes around them. */
function keyed(findings: readonly Finding[]): (readonly [string, Finding])[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const identity = identityOf(finding);
    const count = seen.get(identity) ?? 0;
    seen.set(identity, count + 1);
    return [`${identity} ${count}`, finding];
  });
}
