import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { Fragment, useState } from "react";
import type { Equation as EquationData, EquationTerm } from "../../src/validation/equation";
import { formatA1 } from "../../src/workbook/address";
import type { CellAddress } from "../../src/workbook/address";
import { amountText, decimalsOf, differenceText, figureText } from "../amountText";
import { CHECK_WORDS } from "../wording/check";
import type { CheckWords } from "../wording/check";
import { useServices, useWords } from "./PaneContext";

/** Cells of a side shown at first; a sum over a hundred rows unfolds on request. */
const SHOWN_AT_FIRST = 8;

const useStyles = makeStyles({
  root: { padding: "6px 0", overflowWrap: "anywhere" },
  head: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  sign: { padding: "0 2px", color: tokens.colorNeutralForeground2 },
  term: {
    display: "inline",
    padding: "0 2px",
    border: "none",
    borderRadius: "2px",
    backgroundColor: "transparent",
    color: tokens.colorBrandForegroundLink,
    font: "inherit",
    textAlign: "start",
    cursor: "pointer",
    ":hover": { textDecorationLine: "underline" },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  here: { fontWeight: tokens.fontWeightSemibold, backgroundColor: tokens.colorNeutralBackground1Selected },
  outcome: { fontSize: tokens.fontSizeBase200 },
});

interface EquationProps {
  readonly equation: EquationData;
  /** The cell being explained; it stands out among the others. */
  readonly here?: CellAddress;
}

/** A relation cell by cell; each cell is a button that goes there. Blank cells of a sum are left out. */
export function Equation({ equation, here }: EquationProps) {
  const styles = useStyles();
  const words = useWords(CHECK_WORDS);
  const { table, place, operator, left, right } = equation;
  // Sums as finely as the figures they are made of.
  const decimals = decimalsOf([...left, ...right].map(({ amount }) => amount));
  return (
    <div className={styles.root}>
      <div className={styles.head}>{words.equationOf(table, place)}</div>
      <Side terms={left} here={here} />
      <span className={styles.sign}>{words.operators[operator]}</span>
      {right.length > 0 ? (
        <Side terms={right} here={here} />
      ) : (
        figureText(equation.sums?.right ?? "0", decimals)
      )}
      <div className={styles.outcome}>{outcomeText(equation, decimals, words)}</div>
    </div>
  );
}

function Side({
  terms,
  here,
}: {
  readonly terms: readonly EquationTerm[];
  readonly here: CellAddress | undefined;
}) {
  const styles = useStyles();
  const words = useWords(CHECK_WORDS);
  const { goTo } = useServices();
  const [isWhole, setWhole] = useState(false);
  const filled = terms.filter(({ amount }) => amount !== "");
  const spoken = filled.length > 0 ? filled : terms.slice(0, 1);
  const shown = isWhole ? spoken : spoken.slice(0, SHOWN_AT_FIRST);
  const isHere = (term: EquationTerm) =>
    here?.sheet === term.sheet && here.row === term.row && here.column === term.column;
  return (
    <>
      {shown.map((term, index) => (
        <Fragment key={index}>
          {term.sign !== "" && (term.sign === "-" || index > 0) && (
            <span className={styles.sign}>{term.sign === "-" ? "−" : "+"}</span>
          )}
          {term.factor !== "" && <span className={styles.sign}>{`${term.factor} ×`}</span>}
          <button
            type="button"
            className={mergeClasses(styles.term, isHere(term) && styles.here)}
            title={`${term.sheet}!${formatA1(term.row, term.column)}`}
            onClick={() => void goTo(term)}
          >
            {term.label} {term.amount === "" ? words.blank : termText(term.amount)}
          </button>
        </Fragment>
      ))}
      {shown.length < spoken.length && (
        <button type="button" className={styles.term} onClick={() => setWhole(true)}>
          {words.moreCells(spoken.length - shown.length)}
        </button>
      )}
    </>
  );
}

/** An amount with thousands separators; what is no amount as it stands. */
function termText(text: string): string {
  return /^-?\d+(\.\d+)?$/.test(text) ? amountText(text) : text;
}

/** Whether the relation holds, in words and with the difference. */
function outcomeText({ outcome, sums }: EquationData, decimals: number, words: CheckWords): string {
  const text = words.outcomes[outcome];
  return sums === null || outcome === "exact" || outcome === "cannotTell"
    ? text
    : `${text}${words.colon}${words.difference(differenceText(sums.difference, decimals))}`;
}
