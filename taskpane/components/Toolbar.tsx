import { Button, makeStyles } from "@fluentui/react-components";
import { CHECK_WORDS } from "../wording/check";
import { useIsBusy, useServices, useWords } from "./PaneContext";

const useStyles = makeStyles({
  bar: { display: "flex", flexWrap: "wrap", gap: "8px", padding: "12px" },
});

/** 校验 and 清除标记. Disabled but still focusable while something runs, so that the keyboard keeps its place. */
export function Toolbar() {
  const styles = useStyles();
  const words = useWords(CHECK_WORDS);
  const services = useServices();
  const isBusy = useIsBusy();
  return (
    <div className={styles.bar}>
      <Button appearance="primary" disabledFocusable={isBusy} onClick={() => void services.check()}>
        {words.check}
      </Button>
      <Button disabledFocusable={isBusy} onClick={() => void services.clear()}>
        {words.clear}
      </Button>
    </div>
  );
}
