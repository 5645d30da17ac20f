import { makeStyles, tokens } from "@fluentui/react-components";
import { describe } from "../../src/messages/describe";
import type { UnplacedSheet } from "../../src/validation/checkResult";
import { useLocale, useWording } from "./PaneContext";

const useStyles = makeStyles({
  root: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, padding: "10px 12px" },
  heading: {
    cursor: "pointer",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  list: { margin: "8px 0 0", padding: 0, listStyleType: "none", lineHeight: "1.55" },
  sheet: { fontWeight: tokens.fontWeightSemibold },
  reason: { color: tokens.colorNeutralForeground2, marginLeft: "8px", overflowWrap: "anywhere" },
});

/** Sheets in which no table was recognised, each with the reason. */
export function UnplacedSheets({ sheets }: { readonly sheets: readonly UnplacedSheet[] }) {
  const styles = useStyles();
  const words = useWording();
  const locale = useLocale();
  if (sheets.length === 0) return null;
  return (
    <details className={styles.root}>
      <summary className={styles.heading}>{words.unplaced(sheets.length)}</summary>
      <ul className={styles.list}>
        {sheets.map(({ sheet, reason }) => (
          <li key={sheet}>
            <span className={styles.sheet}>{sheet}</span>
            <span className={styles.reason}>{describe(reason, locale)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
