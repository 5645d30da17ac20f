import { Button, makeStyles } from "@fluentui/react-components";
import { useState, useSyncExternalStore } from "react";
import type { Consent, Undone } from "../../src/actions/journal/undoStep";
import type { Journal } from "../../src/actions/journal/journal";
import { describe, listed } from "../../src/messages/describe";
import { UNDO_WORDS } from "../wording/undo";
import { CellLink } from "./CellLink";
import { useIsBusy, useLocale, usePaneState, useServices, useWords } from "./PaneContext";

const useStyles = makeStyles({
  root: { padding: "2px 12px 6px", overflowWrap: "anywhere" },
  line: { display: "flex", alignItems: "center", flexWrap: "wrap", gap: "8px" },
  text: { flex: 1, minWidth: "8em" },
  cells: { display: "flex", flexWrap: "wrap", gap: "4px 8px", margin: "4px 0" },
});

/** So many cells are named one by one. */
const MOST_CELLS = 12;

/** What the pane did last, and 撤销; asks where that would lose what was changed since. Nothing before the first step. */
export function UndoBar() {
  const { journal } = useServices().actions;
  return journal ? <LastStep journal={journal} /> : null;
}

function LastStep({ journal }: { readonly journal: Journal }) {
  const styles = useStyles();
  const words = useWords(UNDO_WORDS);
  const locale = useLocale();
  const { session, actions, checkAgain } = useServices();
  const { result } = usePaneState();
  const isBusy = useIsBusy();
  const step = useSyncExternalStore(journal.subscribe, journal.steps).at(-1);
  const [answer, setAnswer] = useState<{ readonly id: number; readonly undone: Undone }>();
  if (!step) return null;

  const undo = async (consent: Consent) => {
    const undone = await session.run("undo", (task) => actions.undo(consent, task), noticeOf);
    if (!undone) return;
    const isOver = undone.kind === "undone" || undone.kind === "gone";
    setAnswer(isOver ? undefined : { id: step.id, undone });
    if (undone.kind === "undone" && result) await checkAgain(noticeOf(undone) ?? undefined);
  };
  const noticeOf = (undone: Undone | undefined): string | null => {
    if (undone?.kind === "undone") return words.undone(describe(undone.label, locale), undone.kept);
    return undone?.kind === "gone" ? words.gone(describe(undone.label, locale)) : null;
  };
  const label = describe(step.label, locale);
  const asked = answer?.id === step.id ? answer.undone : undefined;
  return (
    <div className={styles.root}>
      <div className={styles.line}>
        <span className={styles.text}>{step.isOpen ? words.open(label) : words.last(label)}</span>
        {!asked && (
          <Button size="small" disabledFocusable={isBusy} onClick={() => void undo("ask")}>
            {words.undo}
          </Button>
        )}
      </div>
      {asked && (
        <Asked
          undone={asked}
          onAnswer={(consent) => void undo(consent)}
          onLeave={() => setAnswer(undefined)}
        />
      )}
    </div>
  );
}

interface AskedProps {
  readonly undone: Undone;
  readonly onAnswer: (consent: Consent) => void;
  readonly onLeave: () => void;
}

/** What stands in the way, and what can be done about it. */
function Asked({ undone, onAnswer, onLeave }: AskedProps) {
  const styles = useStyles();
  const words = useWords(UNDO_WORDS);
  const locale = useLocale();
  const { actions } = useServices();
  const isBusy = useIsBusy();
  if (undone.kind === "undone" || undone.kind === "gone") return null;
  const isBlocked = undone.kind === "blocked";
  return (
    <div role="group">
      {isBlocked ? <p>{describe(undone.why, locale)}</p> : <Changed {...undone} />}
      <div className={styles.line}>
        {!isBlocked && undone.mayKeep && (
          <Button size="small" disabledFocusable={isBusy} onClick={() => onAnswer("keep")}>
            {words.keep}
          </Button>
        )}
        {!isBlocked && (
          <Button size="small" disabledFocusable={isBusy} onClick={() => onAnswer("overwrite")}>
            {words.overwrite}
          </Button>
        )}
        {isBlocked && (
          <Button size="small" disabledFocusable={isBusy} onClick={() => actions.forgetStep()}>
            {words.giveUp}
          </Button>
        )}
        <Button size="small" onClick={onLeave}>
          {words.leave}
        </Button>
      </div>
    </div>
  );
}

function Changed({ cells, sheets }: Pick<Extract<Undone, { kind: "asks" }>, "cells" | "sheets">) {
  const styles = useStyles();
  const words = useWords(UNDO_WORDS);
  const locale = useLocale();
  return (
    <>
      {sheets.length > 0 && <p>{words.filled(listed(sheets, locale))}</p>}
      {cells.length > 0 && (
        <>
          <p>{words.changed(cells.length)}</p>
          <div className={styles.cells}>
            {cells.slice(0, MOST_CELLS).map((cell) => (
              <CellLink key={`${cell.sheet} ${cell.row} ${cell.column}`} cell={cell} />
            ))}
            {cells.length > MOST_CELLS && <span>{words.more(cells.length)}</span>}
          </div>
        </>
      )}
    </>
  );
}
