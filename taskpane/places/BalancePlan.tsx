import { Button, makeStyles } from "@fluentui/react-components";
import { lockOf } from "../../src/actions/balanceRounding";
import type { RoundingPlan } from "../../src/actions/balanceRounding";
import { describe } from "../../src/messages/describe";
import { CellLink, placeOf } from "../components/CellLink";
import { useIsBusy, useLocale, useWords } from "../components/PaneContext";
import { BALANCE_WORDS } from "../wording/balance";

const useStyles = makeStyles({
  list: { margin: "8px 0 0", padding: 0, listStyleType: "none", overflowWrap: "anywhere" },
  item: { display: "flex", alignItems: "center", gap: "8px", marginTop: "4px" },
  change: { flex: 1, minWidth: 0 },
  lock: { minWidth: "auto" },
});

/** Beyond these the list is cut, so that a large workbook does not hold up the pane; all are changed. */
const MOST_LISTED = 200;

/** What 舍位平衡 would change, each figure with a way to keep it, and what stays and why. */
export function BalancePlan({
  plan,
  onLock,
  onApply,
}: {
  readonly plan: RoundingPlan;
  readonly onLock: (lock: string) => void;
  readonly onApply: (plan: RoundingPlan) => void;
}) {
  const styles = useStyles();
  const words = useWords(BALANCE_WORDS);
  const locale = useLocale();
  const isBusy = useIsBusy();
  const { changes, left, removed } = plan;
  if (changes.length + left.length === 0) return <p>{words.nothing}</p>;
  const args = { removed: String(removed), count: String(changes.length) };
  return (
    <>
      {changes.length > 0 && (
        <>
          <p>{describe({ key: "balance.removed", args }, locale)}</p>
          <Button appearance="primary" disabledFocusable={isBusy} onClick={() => onApply(plan)}>
            {words.apply(changes.length)}
          </Button>
        </>
      )}
      <ul className={styles.list}>
        {changes.slice(0, MOST_LISTED).map((change) => (
          <li key={placeOf(change)} className={styles.item}>
            <span className={styles.change}>
              <CellLink cell={change} />
              {` ${change.from} → ${change.to}`}
            </span>
            <Button
              size="small"
              className={styles.lock}
              aria-label={words.lockCell(placeOf(change))}
              disabledFocusable={isBusy}
              onClick={() => onLock(lockOf(change))}
            >
              {words.lock}
            </Button>
          </li>
        ))}
        {changes.length > MOST_LISTED && (
          <li className={styles.item}>{words.more(changes.length - MOST_LISTED)}</li>
        )}
      </ul>
      {left.map((reason, index) => (
        <p key={index}>{describe(reason, locale)}</p>
      ))}
    </>
  );
}
