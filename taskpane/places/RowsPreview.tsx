import { Button, Link, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { RowsPlan } from "../../src/actions/rows";
import { describe, listed } from "../../src/messages/describe";
import { formatA1 } from "../../src/workbook/address";
import { useIsBusy, useLocale, useServices, useWords } from "../components/PaneContext";
import { ROWS_WORDS } from "../wording/rows";

const useStyles = makeStyles({
  list: { margin: "0 0 12px", padding: 0, listStyleType: "none", overflowWrap: "anywhere" },
  item: { marginTop: "8px" },
  detail: { display: "block", color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  subtitle: { margin: "12px 0 0", fontSize: "inherit", fontWeight: tokens.fontWeightSemibold },
  warning: { marginTop: "8px", color: tokens.colorPaletteDarkOrangeForeground1 },
});

/** Beyond these the list is cut; all are carried out. */
const MOST_LISTED = 200;

/** What would come and go, and why, before it is done. */
export function RowsPreview({ plan, onApply }: { readonly plan: RowsPlan; readonly onApply: () => void }) {
  const styles = useStyles();
  const words = useWords(ROWS_WORDS);
  const locale = useLocale();
  const isBusy = useIsBusy();
  const { goTo } = useServices();
  const { added, removed, moved, formulas, notes, refusal, edits } = plan;
  if (refusal) return <p role="alert">{describe(refusal, locale)}</p>;
  if (edits.length === 0) return <p>{words.nothing}</p>;
  return (
    <>
      <Button appearance="primary" disabledFocusable={isBusy} onClick={onApply}>
        {words.apply(added.length, removed.length, takenElsewhere(moved), formulas.length)}
      </Button>
      {notes.map((note, index) => (
        <p key={index} className={styles.warning}>
          {describe(note, locale)}
        </p>
      ))}
      <Part title={words.added(added.length)}>
        {added.map(({ sheet, row, label, why }) => (
          <li key={`${sheet} ${row}`} className={styles.item}>
            {`${sheet} ${words.row(row + 1)} ${label || words.blankRow}`}
            <span className={styles.detail}>{describe(why, locale)}</span>
          </li>
        ))}
      </Part>
      <Part title={words.removed(removed.length)}>
        {removed.map(({ sheet, row, label, figures, why }) => (
          <li key={`${sheet} ${row}`} className={styles.item}>
            <Link as="button" onClick={() => void goTo({ sheet, row, column: 0 })}>
              {`${sheet} ${words.row(row + 1)}`}
            </Link>
            {` ${label}`}
            {figures.length > 0 && <strong>{` ${words.figures(listed(figures, locale))}`}</strong>}
            <span className={styles.detail}>{describe(why, locale)}</span>
          </li>
        ))}
      </Part>
      <Part title={words.moved(takenElsewhere(moved), moved.length - takenElsewhere(moved))}>
        {moved
          .filter(({ isFollowing }) => !isFollowing)
          .map(({ sheet, from, to, label }) => (
            <li key={`${sheet} ${from}`} className={styles.item}>
              {`${sheet} ${words.movedTo(from + 1, to + 1)} ${label}`}
            </li>
          ))}
      </Part>
      <Part title={words.formulas(formulas.length)}>
        {formulas.map(({ cell, from, to }) => (
          <li key={`${cell.sheet} ${cell.row} ${cell.column}`} className={styles.item}>
            {`${cell.sheet} ${formatA1(cell.row, cell.column)}`}
            <span className={styles.detail}>{`${from} → ${to || words.blankCell}`}</span>
          </li>
        ))}
      </Part>
    </>
  );
}

/** How many rows are moved; the others only close up behind them. */
export function takenElsewhere(moved: RowsPlan["moved"]): number {
  return moved.filter(({ isFollowing }) => !isFollowing).length;
}

function Part({ title, children }: { readonly title: string; readonly children: readonly ReactNode[] }) {
  const styles = useStyles();
  const words = useWords(ROWS_WORDS);
  if (children.length === 0) return null;
  return (
    <>
      <h3 className={styles.subtitle}>{title}</h3>
      <ul className={styles.list}>
        {children.slice(0, MOST_LISTED)}
        {children.length > MOST_LISTED && (
          <li className={styles.item}>{words.more(children.length - MOST_LISTED)}</li>
        )}
      </ul>
    </>
  );
}
