import { makeStyles, tokens } from "@fluentui/react-components";
import type { HeadingPreview } from "../../src/actions/insertTables";

const useStyles = makeStyles({
  root: { overflowX: "auto", margin: "4px 0 8px", ":focus-visible": { outline: "auto" } },
  table: { borderCollapse: "collapse", fontSize: tokens.fontSizeBase100, lineHeight: "1.3" },
  caption: { padding: "2px", fontWeight: tokens.fontWeightSemibold, whiteSpace: "nowrap" },
  cell: {
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground3,
    padding: "2px 4px",
    minWidth: "3em",
    maxWidth: "7em",
    fontWeight: tokens.fontWeightRegular,
    textAlign: "center",
  },
});

/** A table's heading as it will stand in the sheet, drawn from its definition; wide ones scroll. */
export function HeadingPicture({
  heading: { title, rows },
  label,
}: {
  readonly heading: HeadingPreview;
  readonly label: string;
}) {
  const styles = useStyles();
  return (
    <div className={styles.root} role="group" aria-label={label} tabIndex={0}>
      <table className={styles.table}>
        <caption className={styles.caption}>{title}</caption>
        <thead>
          {rows.map((cells, row) => (
            <tr key={row}>
              {cells.map(({ text, rows: rowSpan, columns }, place) => (
                <th key={place} className={styles.cell} rowSpan={rowSpan} colSpan={columns}>
                  {text}
                </th>
              ))}
            </tr>
          ))}
        </thead>
      </table>
    </div>
  );
}
