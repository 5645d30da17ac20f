import { Button, makeStyles } from "@fluentui/react-components";
import { useState } from "react";
import type { BalancePreview, RoundingPlan } from "../../src/actions/balanceRounding";
import type { Written } from "../../src/actions/takeBack";
import { useIsBusy, useServices, useWords } from "../components/PaneContext";
import { Section } from "../components/Section";
import { BALANCE_WORDS } from "../wording/balance";
import { BalanceLocks } from "./BalanceLocks";
import { BalancePlan } from "./BalancePlan";

const useStyles = makeStyles({
  row: { display: "flex", flexWrap: "wrap", gap: "8px", margin: "8px 0" },
});

/** 舍位平衡: lists the fewest figures to change, keeps what must stay, changes in one step, takes it back. */
export function BalanceSection() {
  const styles = useStyles();
  const words = useWords(BALANCE_WORDS);
  const { session, actions, check } = useServices();
  const isBusy = useIsBusy();
  const [found, setFound] = useState<BalancePreview>();
  const [written, setWritten] = useState<Written>();

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
    await check();
  };
  const undo = async (done: Written) => {
    const count = await session.run("balance", (task) => actions.takeBack(done, task), words.undone);
    if (count === undefined) return;
    setWritten(undefined);
    setFound(undefined);
  };

  return (
    <Section title={words.title}>
      {words.hint}
      <div className={styles.row}>
        <Button disabledFocusable={isBusy} onClick={() => void preview()}>
          {words.preview}
        </Button>
        {written && (
          <Button disabledFocusable={isBusy} onClick={() => void undo(written)}>
            {words.undo}
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
