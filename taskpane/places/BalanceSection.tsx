import { Button, makeStyles } from "@fluentui/react-components";
import { useState } from "react";
import type { BalancePreview, RoundingPlan } from "../../src/actions/balanceRounding";
import type { Written } from "../../src/actions/takeBack";
import { useIsBusy, useIsStepThere, usePaneState, useServices, useWords } from "../components/PaneContext";
import { Section } from "../components/Section";
import { BALANCE_WORDS } from "../wording/balance";
import { BalanceLocks } from "./BalanceLocks";
import { BalancePlan } from "./BalancePlan";

const useStyles = makeStyles({
  row: { display: "flex", flexWrap: "wrap", gap: "8px", margin: "8px 0" },
});

/**
 * 舍位平衡: lists the fewest figures to change, keeps what must stay, changes in one step, takes it back. Not
 * there before a check, nor where it would have nothing to do.
 */
export function BalanceSection() {
  const styles = useStyles();
  const words = useWords(BALANCE_WORDS);
  const { session, actions, checkAgain } = useServices();
  const { result } = usePaneState();
  const isBusy = useIsBusy();
  const [found, setFound] = useState<BalancePreview>();
  const [written, setWritten] = useState<Written>();

  const isStepThere = useIsStepThere(written?.step);
  const preview = async () => {
    const shown = await session.run("balance", (task) => actions.previewBalance(task));
    if (shown) setFound(shown);
  };
  const lock = async (locks: readonly string[]) => {
    const shown = await session.run("balance", (task) => actions.lockFigures(locks, task));
    if (shown) setFound(shown);
  };
  const apply = async (plan: RoundingPlan, shown: BalancePreview) => {
    const done = await session.run("balance", (task) => actions.applyBalance(plan, shown, task));
    if (!done) return;
    setWritten(done);
    setFound(undefined);
    await checkAgain(words.changed(plan.changes.length));
  };
  const undo = async (done: Written) => {
    const count = await session.run("balance", (task) => actions.takeBack(done, task));
    if (count === undefined) return;
    setWritten(undefined);
    setFound(undefined);
    await checkAgain(words.undone(count));
  };
  // Only where a check has found something that it could even out, or while there is something to take back.
  const hasRounding = result !== undefined && result.relations.rounding > 0;
  if (!hasRounding && !found && !written) return null;

  return (
    <Section title={words.title}>
      {words.hint}
      <div className={styles.row}>
        <Button disabledFocusable={isBusy} onClick={() => void preview()}>
          {words.preview}
        </Button>
        {written && isStepThere && (
          <Button disabledFocusable={isBusy} onClick={() => void undo(written)}>
            {words.undoBalance}
          </Button>
        )}
      </div>
      {found?.plan && (
        <BalancePlan
          plan={found.plan}
          onLock={(cell) => void lock([...found.locks, cell])}
          onApply={(plan) => void apply(plan, found)}
        />
      )}
      {found && <BalanceLocks preview={found} onLocks={(locks) => void lock(locks)} />}
    </Section>
  );
}
