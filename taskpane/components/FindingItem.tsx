import { makeStyles, tokens } from "@fluentui/react-components";
import { describe } from "../../src/messages/describe";
import type { Finding, Suspect } from "../../src/validation/finding";
import { formatA1 } from "../../src/workbook/address";
import type { CellAddress } from "../../src/workbook/address";
import { amountText } from "../amountText";
import { SEVERITY_COLORS } from "../theme";
import { CHECK_WORDS } from "../wording/check";
import type { CheckWords } from "../wording/check";
import { useLocale, useWords } from "./PaneContext";
import { SeverityIcon } from "./SeverityIcon";

const useStyles = makeStyles({
  item: {
    listStyleType: "none",
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderLeftWidth: "3px",
    borderRadius: tokens.borderRadiusMedium,
    overflow: "hidden",
  },
  current: { backgroundColor: tokens.colorBrandBackground2 },
  button: {
    display: "flex",
    gap: "8px",
    width: "100%",
    boxSizing: "border-box",
    padding: "8px 10px",
    border: "none",
    backgroundColor: "transparent",
    color: "inherit",
    font: "inherit",
    textAlign: "start",
    lineHeight: "1.55",
    overflowWrap: "anywhere",
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralShadowAmbientLighter },
    ":disabled": { cursor: "default", backgroundColor: "transparent" },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  icon: { paddingTop: "3px", lineHeight: 0 },
  meta: {
    display: "flex",
    flexWrap: "wrap",
    columnGap: "10px",
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
  cell: { color: tokens.colorBrandForeground1, fontWeight: tokens.fontWeightSemibold },
  suspects: { margin: 0, padding: "0 10px 6px 34px", fontSize: tokens.fontSizeBase200 },
  suspectsTitle: { color: tokens.colorNeutralForeground3 },
  suspectList: { margin: 0, padding: 0, listStyleType: "none" },
  suspect: { padding: "3px 4px", margin: "0 -4px", width: "calc(100% + 8px)", borderRadius: "3px" },
});

/** "表3!C12", or the sheet alone when no cell is meant. */
function placeText(sheet: string, cell: CellAddress | null): string {
  return cell ? `${cell.sheet}!${formatA1(cell.row, cell.column)}` : sheet;
}

/** "应为 63.31", or the bounds known; nothing where neither is. */
function shouldBe({ suggested, low, high }: Suspect, words: CheckWords): string {
  if (suggested !== null) return words.suggested(amountText(suggested));
  if (low !== null && high !== null) return words.between(amountText(low), amountText(high));
  if (low !== null) return words.atLeast(amountText(low));
  return high !== null ? words.atMost(amountText(high)) : "";
}

interface FindingItemProps {
  readonly finding: Finding;
  readonly isCurrent: boolean;
  readonly onGoTo: (cell: CellAddress) => void;
}

/** One finding: the sentence, where it is, the difference, and the cells probably at fault. */
export function FindingItem({ finding, isCurrent, onGoTo }: FindingItemProps) {
  const styles = useStyles();
  const words = useWords(CHECK_WORDS);
  const locale = useLocale();
  const { cell, severity, difference, suspects } = finding;
  return (
    <li
      className={isCurrent ? `${styles.item} ${styles.current}` : styles.item}
      style={{ borderLeftColor: SEVERITY_COLORS[severity].edge }}
    >
      <button
        type="button"
        className={styles.button}
        disabled={cell === null}
        aria-current={isCurrent ? "true" : undefined}
        onClick={() => cell && onGoTo(cell)}
      >
        <span className={styles.icon}>
          <SeverityIcon severity={severity} />
        </span>
        <span>
          {describe(finding.message, locale)}
          <span className={styles.meta}>
            <span style={{ color: SEVERITY_COLORS[severity].text }}>{words.severity[severity]}</span>
            <span className={styles.cell}>{placeText(finding.sheet, cell)}</span>
            {difference !== null && <span>{words.difference(amountText(difference, true))}</span>}
          </span>
        </span>
      </button>
      {suspects.length > 0 && (
        <div className={styles.suspects}>
          <span className={styles.suspectsTitle}>{words.suspects}</span>
          <ul className={styles.suspectList}>
            {suspects.map((suspect) => (
              <SuspectItem key={placeText(suspect.sheet, suspect)} suspect={suspect} onGoTo={onGoTo} />
            ))}
          </ul>
        </div>
      )}
    </li>
  );
}

function SuspectItem({
  suspect,
  onGoTo,
}: {
  readonly suspect: Suspect;
  readonly onGoTo: (cell: CellAddress) => void;
}) {
  const styles = useStyles();
  const words = useWords(CHECK_WORDS);
  const locale = useLocale();
  return (
    <li>
      <button type="button" className={`${styles.button} ${styles.suspect}`} onClick={() => onGoTo(suspect)}>
        <span>
          <span className={styles.cell}>{placeText(suspect.sheet, suspect)}</span> {shouldBe(suspect, words)}
          {suspect.why.map((reason, index) => (
            <span key={index} className={styles.meta}>
              {describe(reason, locale)}
            </span>
          ))}
        </span>
      </button>
    </li>
  );
}
