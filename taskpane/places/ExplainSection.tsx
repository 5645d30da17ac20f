import { Button, Spinner, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import type { CellExplanation } from "../../src/validation/explainCell";
import { formatA1 } from "../../src/workbook/address";
import { Equation } from "../components/Equation";
import { usePaneState, useServices, useWords } from "../components/PaneContext";
import { beginExplaining } from "../explaining";
import type { Explaining } from "../explaining";
import { CHECK_WORDS } from "../wording/check";

const useStyles = makeStyles({
  root: {
    margin: "0 12px 12px",
    padding: "8px 10px",
    border: `1px solid ${tokens.colorBrandStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    lineHeight: "1.55",
    overflowWrap: "anywhere",
  },
  head: { display: "flex", alignItems: "baseline", gap: "8px" },
  title: { flex: 1, margin: 0, fontSize: "inherit", fontWeight: tokens.fontWeightSemibold },
  text: { margin: "4px 0" },
});

/** 解释此格: tells of the cell the user is in which relations it takes part in and whether they hold. */
export function ExplainSection() {
  return usePaneState().isExplaining ? <Explanation /> : null;
}

function Explanation() {
  const styles = useStyles();
  const words = useWords(CHECK_WORDS);
  const { actions, session } = useServices();
  const [told, setTold] = useState<CellExplanation>();
  const [follows, setFollows] = useState(true);
  const explaining = useRef<Explaining>(undefined);
  useEffect(() => {
    const begun = beginExplaining(actions, setTold, session.fail);
    explaining.current = begun;
    void begun.follows.then(setFollows);
    return begun.stop;
  }, [actions, session]);
  return (
    <div className={styles.root}>
      <div className={styles.head}>
        <h2 className={styles.title}>{words.explain}</h2>
        {!follows && (
          <Button size="small" onClick={() => explaining.current?.refresh()}>
            {words.explainAgain}
          </Button>
        )}
        <Button size="small" onClick={() => session.set({ isExplaining: false })}>
          {words.close}
        </Button>
      </div>
      <div aria-live="polite">
        {told ? <Told told={told} /> : <Spinner size="extra-tiny" label={words.reading} />}
      </div>
    </div>
  );
}

function Told({ told }: { readonly told: CellExplanation }) {
  const styles = useStyles();
  const words = useWords(CHECK_WORDS);
  const { address, table, row, column, equations } = told;
  const cell = `${address.sheet}!${formatA1(address.row, address.column)}`;
  return (
    <>
      <p className={styles.text}>
        {cell}
        {table && ` · ${table.label}`}
        {row !== "" && ` · ${row}`}
        {column !== "" && ` · ${column}`}
      </p>
      <p className={styles.text}>
        {table === null
          ? words.outsideTables
          : row === "" && column === "" && equations.length === 0
            ? words.noFigure
            : words.takesPart(equations.length)}
      </p>
      {equations.map((equation, index) => (
        <Equation key={index} equation={equation} here={address} />
      ))}
    </>
  );
}
