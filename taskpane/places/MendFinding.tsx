import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import { describe } from "../../src/messages/describe";
import type { Mend } from "../../src/planning/mend/mend";
import type { Finding } from "../../src/validation/finding";
import { printedDecimals } from "../../src/validation/printedDecimals";
import { formatA1 } from "../../src/workbook/address";
import { useIsBusy, useLocale, usePaneState, useServices, useWords } from "../components/PaneContext";
import { figureText } from "../amountText";
import { MEND_WORDS } from "../wording/mend";
import type { MendWords } from "../wording/mend";

/** Cells of a preview shown; the rest are counted. */
const SHOWN_CELLS = 6;

const useStyles = makeStyles({
  root: { width: "100%" },
  mend: { padding: "4px 0" },
  cells: {
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    overflowWrap: "anywhere",
  },
});

/**
 * 采用建议: the ways to mend a finding, each with what its cells hold and would hold. They are looked for when the finding
 * opens, so that one press mends; then all is checked again.
 */
export function MendFinding({ finding }: { readonly finding: Finding }) {
  const styles = useStyles();
  const words = useWords(MEND_WORDS);
  const locale = useLocale();
  const { actions, session } = useServices();
  const [mends, setMends] = useState<readonly Mend[]>([]);
  useEffect(() => {
    let isWanted = true;
    const { edition } = session.getState().preferences;
    actions.findMends(finding, edition).then(
      (found) => isWanted && setMends(found),
      (error: unknown) => isWanted && session.fail(error),
    );
    return () => {
      isWanted = false;
    };
  }, [actions, session, finding]);
  const [main, ...others] = mends;
  return !main ? null : (
    <div className={styles.root}>
      <div className={styles.mend}>
        {describe(main.label, locale)}
        <Preview finding={finding} mend={main} />
        <MendButton finding={finding} mend={main} isMain />
      </div>
      {others.length > 0 && <div className={styles.cells}>{words.others}</div>}
      {others.map((mend, index) => (
        <div key={index} className={styles.mend}>
          {describe(mend.label, locale)}
          <Preview finding={finding} mend={mend} />
          <MendButton finding={finding} mend={mend} />
        </div>
      ))}
    </div>
  );
}

function Preview({ finding, mend }: { readonly finding: Finding; readonly mend: Mend }) {
  const styles = useStyles();
  const words = useWords(MEND_WORDS);
  return (
    <div className={styles.cells}>
      {mend.cells.slice(0, SHOWN_CELLS).map(({ from, to, isAmount, ...cell }) => {
        const place = `${cell.sheet}!${formatA1(cell.row, cell.column)}`;
        const decimals = printedDecimals(finding, cell);
        // What gives way to a formula is a figure: a code is never worked out.
        const isFigure = isAmount || to.startsWith("=");
        const text = (content: string) => contentText(content, words, { isAmount: isFigure, decimals });
        return <div key={place}>{words.change(place, text(from), text(to))}</div>;
      })}
      {mend.cells.length > SHOWN_CELLS && words.more(mend.cells.length - SHOWN_CELLS)}
    </div>
  );
}

/** A figure as amounts are printed here; a formula, code or text as it stands. */
function contentText(
  content: string,
  { blank }: MendWords,
  { isAmount = false, decimals }: { readonly isAmount: boolean | undefined; readonly decimals: number },
): string {
  // Codes are figures too, but have neither a point nor a fraction.
  const isFigure = isAmount ? /^-?\d+(\.\d+)?$/ : /^-?\d+\.\d+$/;
  return isFigure.test(content) ? figureText(content, decimals) : content || blank;
}

interface MendButtonProps {
  readonly finding: Finding;
  readonly mend: Mend;
  /** The likeliest way, to which 下一处 brings the keyboard. */
  readonly isMain?: boolean;
}

function MendButton({ finding, mend, isMain = false }: MendButtonProps) {
  const words = useWords(MEND_WORDS);
  const { actions, session, checkAgain, goTo } = useServices();
  const isBusy = useIsBusy();
  const place = useRef<HTMLSpanElement>(null);
  const { current, isSteppedTo } = usePaneState();
  useEffect(() => {
    if (!isMain || !isSteppedTo || current !== finding) return undefined;
    const focus = () => place.current?.querySelector("button")?.focus({ preventScroll: true });
    if (document.hasFocus()) focus();
    // Stepped to from the sheet, it has the keyboard once that comes to the pane.
    const onFocus = () => {
      if (document.activeElement === document.body) focus();
    };
    addEventListener("focus", onFocus);
    return () => removeEventListener("focus", onFocus);
  }, [isMain, isSteppedTo, current, finding]);
  const adopt = async () => {
    const height = place.current?.closest("li")?.offsetHeight ?? 0;
    const written = await session.run("mend", (task) => actions.applyMend(mend, task));
    if (!written) return;
    session.set({ current: finding, mended: { finding, label: mend.label, written, height } });
    await checkAgain();
    const [cell] = mend.cells;
    if (cell) await goTo(cell);
  };
  return (
    <span ref={place}>
      <Button
        size="small"
        appearance={isMain ? "primary" : "secondary"}
        disabledFocusable={isBusy}
        onClick={() => void adopt()}
      >
        {words.adopt}
      </Button>
    </span>
  );
}
