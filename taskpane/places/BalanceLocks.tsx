import { Button, Field, Input, makeStyles } from "@fluentui/react-components";
import { useState } from "react";
import type { BalancePreview } from "../../src/actions/balanceRounding";
import { describe } from "../../src/messages/describe";
import { useIsBusy, useLocale, useWords } from "../components/PaneContext";
import { BALANCE_WORDS } from "../wording/balance";

const useStyles = makeStyles({
  title: { margin: "12px 0 0", fontSize: "inherit" },
  locks: {
    display: "flex",
    flexWrap: "wrap",
    gap: "4px",
    margin: "4px 0",
    padding: 0,
    listStyleType: "none",
  },
  row: { display: "flex", flexWrap: "wrap", gap: "8px", alignItems: "end", marginTop: "8px" },
  field: { flex: 1, minWidth: "160px" },
});

/** What 舍位平衡 must not touch: each lock goes when pressed, another is typed. */
export function BalanceLocks({
  preview: { locks, unknown },
  onLocks,
}: {
  readonly preview: BalancePreview;
  readonly onLocks: (locks: readonly string[]) => void;
}) {
  const styles = useStyles();
  const words = useWords(BALANCE_WORDS);
  const locale = useLocale();
  const isBusy = useIsBusy();
  const [typed, setTyped] = useState("");
  const add = () => {
    if (typed.trim() === "") return;
    onLocks([...locks, typed.trim()]);
    setTyped("");
  };
  return (
    <>
      {unknown.length > 0 && (
        <p role="alert">{describe({ key: "balance.lock", args: { lock: unknown } }, locale)}</p>
      )}
      {locks.length > 0 && (
        <>
          <h3 className={styles.title}>{words.locked}</h3>
          <ul className={styles.locks}>
            {locks.map((lock) => (
              <li key={lock}>
                <Button
                  size="small"
                  aria-label={words.unlock(lock)}
                  disabledFocusable={isBusy}
                  onClick={() => onLocks(locks.filter((one) => one !== lock))}
                >
                  {`${lock} ×`}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
      <div className={styles.row}>
        <Field className={styles.field} label={words.lockMore} hint={words.lockHint}>
          <Input
            value={typed}
            onChange={(_event, { value }) => setTyped(value)}
            onKeyDown={({ key }) => key === "Enter" && add()}
          />
        </Field>
        <Button disabledFocusable={isBusy || typed.trim() === ""} onClick={add}>
          {words.addLock}
        </Button>
      </div>
    </>
  );
}
