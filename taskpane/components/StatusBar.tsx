import { Button, Spinner, makeStyles } from "@fluentui/react-components";
import { describe } from "../../src/messages/describe";
import { PANE_WORDS } from "../wording/pane";
import { WORKS } from "../wording/works";
import { Notice } from "./Notice";
import { useLocale, usePaneState, useServices, useWords } from "./PaneContext";

const useStyles = makeStyles({
  running: { display: "flex", alignItems: "center", gap: "8px", padding: "8px 12px", minHeight: "32px" },
  text: { flex: 1, minWidth: 0 },
});

/** What is being done, with 取消; afterwards what it came to. The same under each place. */
export function StatusBar() {
  const styles = useStyles();
  const words = useWords(PANE_WORDS);
  const locale = useLocale();
  const { session } = useServices();
  const { phase } = usePaneState();
  const text =
    phase.kind !== "running"
      ? ""
      : phase.isCancelling
        ? words.cancelling
        : phase.progress
          ? describe(phase.progress, locale)
          : WORKS[phase.work][locale];
  return (
    <>
      <div className={phase.kind === "running" ? styles.running : undefined}>
        <div role="status" className={styles.text}>
          {text !== "" && <Spinner size="extra-tiny" label={text} labelPosition="after" />}
        </div>
        {phase.kind === "running" && (
          <Button size="small" disabledFocusable={phase.isCancelling} onClick={() => session.cancel()}>
            {words.cancel}
          </Button>
        )}
      </div>
      <Notice phase={phase} />
    </>
  );
}
