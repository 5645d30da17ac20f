import { Button, Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { describe } from "../../src/messages/describe";
import type { TableReport, UnplacedSheet } from "../../src/validation/checkResult";
import { isOpen } from "../../src/validation/finding";
import type { Finding } from "../../src/validation/finding";
import { fullName } from "../../src/messages/tableName";
import { CellLink } from "../components/CellLink";
import { useIsBusy, useLocale, usePaneState, useServices, useWords } from "../components/PaneContext";
import { Section } from "../components/Section";
import { TABLES_WORDS } from "../wording/tables";

const useStyles = makeStyles({
  list: { margin: "0 0 12px", padding: 0, listStyleType: "none", overflowWrap: "anywhere" },
  item: { marginTop: "8px" },
  detail: { display: "block", color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  state: { fontWeight: tokens.fontWeightSemibold },
  wrong: { color: tokens.colorPaletteRedForeground1 },
  begun: { color: tokens.colorPaletteDarkOrangeForeground1 },
  agrees: { color: tokens.colorPaletteGreenForeground1 },
  empty: {},
  blanks: { display: "flex", flexWrap: "wrap", gap: "8px", paddingTop: "2px" },
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
              <FoundTable
                key={`${table.table} ${table.sheet} ${table.range.firstRow}`}
                table={table}
                errors={errorsIn(table, result.findings)}
              />
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

/** Errors that nobody has accepted, in a table as it lies on a sheet. */
function errorsIn(table: TableReport, findings: readonly Finding[]): number {
  return findings.filter(
    (one) => isOpen(one, "error") && one.table === table.table && one.sheet === table.sheet,
  ).length;
}

/** A table, how far it is (未填 / 填了一半 / 差错 / 相符), and on request the rows that hold no figure, each to be gone to. */
function FoundTable({ table, errors }: { readonly table: TableReport; readonly errors: number }) {
  const styles = useStyles();
  const words = useWords(TABLES_WORDS);
  const { goTo } = useServices();
  const [isOpened, setOpened] = useState(false);
  const { sheet, range, progress } = table;
  const { isEmpty, blanks, blankCount } = progress;
  const state = errors > 0 ? "wrong" : isEmpty ? "empty" : blankCount > 0 ? "begun" : "agrees";
  const { states } = words;
  return (
    <li className={styles.item}>
      <Link as="button" onClick={() => void goTo({ sheet, row: range.firstRow, column: range.firstColumn })}>
        {fullName(table)}
      </Link>
      <span className={styles.detail}>
        <span className={mergeClasses(styles.state, styles[state])}>
          {state === "wrong" ? states.wrong(errors) : states[state]}
        </span>
        {` · ${words.sheetAndRows(sheet, table.rows)}`}
      </span>
      {blankCount > 0 && (
        <Button
          size="small"
          appearance="subtle"
          aria-expanded={isOpened}
          onClick={() => setOpened(!isOpened)}
        >
          {words.blanks(blankCount)}
        </Button>
      )}
      {isOpened && (
        <div className={styles.blanks}>
          {blanks.map((cell) => (
            <CellLink key={`${cell.row},${cell.column}`} cell={cell} />
          ))}
          {blankCount > blanks.length && words.moreBlanks(blankCount - blanks.length)}
        </div>
      )}
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
