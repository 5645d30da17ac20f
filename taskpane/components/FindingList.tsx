import { makeStyles, tokens, useArrowNavigationGroup } from "@fluentui/react-components";
import { sizeOf } from "../groups";
import type { FindingGroup } from "../groups";
import { CHECK_WORDS } from "../wording/check";
import { FindingItem } from "./FindingItem";
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
  const styles = useStyles();
  const arrows = useArrowNavigationGroup({ axis: "vertical", tabbable: true });
  const words = useWords(CHECK_WORDS);
  const { current } = usePaneState();
  return (
    <div {...arrows}>
      {groups.map((group) => (
        <details key={group.key} className={styles.group} open={!group.isRounding}>
          <summary className={styles.heading}>
            {group.label !== "" && <span className={styles.label}>{group.label}</span>}
            <span className={styles.title}>{group.isRounding ? words.roundingFolded : group.title}</span>
            <span className={styles.count}>
              {group.findings.reduce((sum, finding) => sum + sizeOf(finding), 0)}
            </span>
          </summary>
          <ul className={styles.list}>
            {group.findings.map((finding, index) => (
              <FindingItem
                key={`${finding.rule} ${index}`}
                finding={finding}
                isCurrent={finding === current}
              />
            ))}
          </ul>
        </details>
      ))}
    </div>
  );
}
