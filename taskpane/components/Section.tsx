import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";

const useStyles = makeStyles({
  root: {
    padding: "12px",
    lineHeight: "1.55",
    // A line of “.xlsx、.csv、.tsv” breaks nowhere by itself: enlarged, it would be wider than the pane.
    overflowWrap: "anywhere",
  },
  title: {
    margin: "0 0 8px",
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
});

/** A part of a place under its heading. */
export function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <div className={styles.root} data-section>
      <h2 className={styles.title}>{title}</h2>
      {children}
    </div>
  );
}
