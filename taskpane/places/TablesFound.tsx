import { Button, Link, makeStyles, tokens } from "@fluentui/react-components";
import { describe } from "../../src/messages/describe";
import type { TableReport, UnplacedSheet } from "../../src/validation/checkResult";
import { useIsBusy, useLocale, usePaneState, useServices, useWords } from "../components/PaneContext";
import { Section } from "../components/Section";
import { TABLES_WORDS } from "../wording/tables";

const useStyles = makeStyles({
  list: { margin: "0 0 12px", padding: 0, listStyleType: "none", overflowWrap: "anywhere" },
  item: { marginTop: "8px" },
  detail: { display: "block", color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  subtitle: { margin: "12px 0 0", fontSize: "inherit", fontWeight: tokens.fontWeightSemibold },
});

/** The tables that the last check found, and the sheets in which it found none, each with the reason. */
export function TablesFound() {
  const styles = useStyles();
  const words = useWords(TABLES_WORDS);
  const { check } = useServices();
  const { result } = usePaneState();
  const isBusy = useIsBusy();
  return (
    <Section title={words.foundTitle}>
      {!result ? (
        <>
          <p>{words.notYet}</p>
          <Button disabledFocusable={isBusy} onClick={() => void check()}>
            {words.check}
          </Button>
        </>
      ) : (
        <>
          {result.tables.length === 0 ? words.none : words.found(result.tables.length)}
          <ul className={styles.list}>
            {result.tables.map((table) => (
              <FoundTable key={`${table.table} ${table.sheet} ${table.range.firstRow}`} table={table} />
            ))}
          </ul>
          {result.unplaced.length > 0 && (
            <h3 className={styles.subtitle}>{words.unplaced(result.unplaced.length)}</h3>
          )}
          <ul className={styles.list}>
            {result.unplaced.map((unplaced) => (
              <Unplaced key={unplaced.sheet} unplaced={unplaced} />
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}

function FoundTable({ table }: { readonly table: TableReport }) {
  const styles = useStyles();
  const words = useWords(TABLES_WORDS);
  const { goTo } = useServices();
  const { sheet, range } = table;
  return (
    <li className={styles.item}>
      <Link as="button" onClick={() => void goTo({ sheet, row: range.firstRow, column: range.firstColumn })}>
        {`${table.label} ${table.title}`}
      </Link>
      <span className={styles.detail}>{words.sheetAndRows(sheet, table.rows)}</span>
    </li>
  );
}

function Unplaced({ unplaced }: { readonly unplaced: UnplacedSheet }) {
  const styles = useStyles();
  const locale = useLocale();
  return (
    <li className={styles.item}>
      <span>{unplaced.sheet}</span>
      <span className={styles.detail}>{describe(unplaced.reason, locale)}</span>
    </li>
  );
}
