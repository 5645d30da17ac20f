import { Button, makeStyles } from "@fluentui/react-components";
import { describe } from "../../src/messages/describe";
import {
  useIsBusy,
  useIsStepThere,
  useLocale,
  usePaneState,
  useServices,
  useWords,
} from "../components/PaneContext";
import { BALANCE_WORDS } from "../wording/balance";

const useStyles = makeStyles({
  root: {
    display: "flex",
    alignItems: "center",
    gap: "8px",
    padding: "0 12px 8px",
    overflowWrap: "anywhere",
  },
  text: { flex: 1, minWidth: 0 },
});

/** What 采用建议 did last, and 撤销: the finding itself is gone from the list by then. */
export function MendDone() {
  const styles = useStyles();
  const words = useWords(BALANCE_WORDS);
  const locale = useLocale();
  const { session, actions, checkAgain } = useServices();
  const { mended } = usePaneState();
  const isBusy = useIsBusy();
  const isStepThere = useIsStepThere(mended?.written.step);
  if (!mended || !isStepThere) return null;
  const undo = async () => {
    const count = await session.run("mend", (task) => actions.takeBack(mended.written, task));
    if (count === undefined) return;
    session.set({ mended: undefined });
    await checkAgain();
  };
  return (
    <div className={styles.root}>
      <span className={styles.text}>{`${words.mended}：${describe(mended.label, locale)}`}</span>
      <Button size="small" disabledFocusable={isBusy} onClick={() => void undo()}>
        {words.undo}
      </Button>
    </div>
  );
}
