import { ToggleButton, Tooltip, makeStyles, tokens } from "@fluentui/react-components";
import type { CheckResult } from "../../src/validation/checkResult";
import type { Severity } from "../../src/validation/finding";
import { countBySeverity } from "../groups";
import { SEVERITIES } from "../preferences";
import { SEVERITY_COLORS } from "../theme";
import { CHECK_WORDS } from "../wording/check";
import { useWords } from "./PaneContext";
import { SeverityIcon } from "./SeverityIcon";

const useStyles = makeStyles({
  root: { padding: "12px", display: "flex", flexDirection: "column", gap: "8px" },
  counts: { display: "grid", gridTemplateColumns: "repeat(4, minmax(0, 1fr))", gap: "6px" },
  count: {
    minWidth: 0,
    padding: "6px 2px",
    flexDirection: "column",
    gap: "2px",
    fontWeight: tokens.fontWeightRegular,
    "&[aria-pressed='false']": { opacity: 0.65, textDecorationLine: "line-through" },
  },
  number: {
    display: "flex",
    alignItems: "center",
    gap: "5px",
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  line: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

interface SummaryProps {
  readonly result: CheckResult;
  readonly shown: readonly Severity[];
  readonly onToggle: (severity: Severity) => void;
}

/** The counts of a check; each is a switch for its severity in the list below. */
export function Summary({ result, shown, onToggle }: SummaryProps) {
  const styles = useStyles();
  const words = useWords(CHECK_WORDS);
  const counts = countBySeverity(result.findings);
  const { checked, exact, rounding, mismatch, cannotTell } = result.relations;
  return (
    <section className={styles.root}>
      <div className={styles.counts}>
        {SEVERITIES.map((severity) => (
          <Tooltip key={severity} content={words.filterHint} relationship="description">
            <ToggleButton
              className={styles.count}
              checked={shown.includes(severity)}
              onClick={() => onToggle(severity)}
              style={
                shown.includes(severity)
                  ? { backgroundColor: SEVERITY_COLORS[severity].background }
                  : { backgroundColor: tokens.colorNeutralBackground1 }
              }
            >
              <span className={styles.number}>
                <SeverityIcon severity={severity} />
                {counts[severity]}
              </span>
              <span>{words.severity[severity]}</span>
            </ToggleButton>
          </Tooltip>
        ))}
      </div>
      <p className={styles.line}>
        {words.tablesFound(result.tables.length)}
        <br />
        {words.relations(checked, exact, rounding, mismatch)}
        {cannotTell > 0 && (
          <>
            <br />
            {words.cannotTell(cannotTell)}
          </>
        )}
      </p>
    </section>
  );
}
