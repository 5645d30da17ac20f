import { Button, Field, Input, makeStyles } from "@fluentui/react-components";
import { useState } from "react";
import type { Task } from "../../src/actions/task";
import type { Finding } from "../../src/validation/finding";
import { useIsBusy, useServices, useWords } from "../components/PaneContext";
import { MEND_WORDS } from "../wording/mend";

const useStyles = makeStyles({
  form: { width: "100%", display: "flex", flexDirection: "column", gap: "6px", alignItems: "start" },
  field: { width: "100%" },
});

/** 接受: keeps a finding apart with a reason, until one of its cells changes; 取消接受 brings it back. */
export function AcceptFinding({ finding }: { readonly finding: Finding }) {
  const styles = useStyles();
  const words = useWords(MEND_WORDS);
  const { actions, session, checkAgain } = useServices();
  const isBusy = useIsBusy();
  const [reason, setReason] = useState<string>();
  const keep = async (job: (task: Task) => Promise<void>) => {
    const isDone = await session.run("accept", async (task) => {
      await job(task);
      return true;
    });
    if (isDone) await checkAgain();
  };
  if (finding.accepted) {
    return (
      <Button
        size="small"
        disabledFocusable={isBusy}
        onClick={() => void keep((task) => actions.unaccept(finding, task))}
      >
        {words.unaccept}
      </Button>
    );
  }
  if (finding.severity === "rounding") {
    return (
      <Button
        size="small"
        disabledFocusable={isBusy}
        onClick={() => void keep((task) => actions.accept(finding, words.roundingReason, task))}
      >
        {words.ignoreRounding}
      </Button>
    );
  }
  if (reason === undefined) {
    return (
      <Button size="small" onClick={() => setReason("")}>
        {words.accept}
      </Button>
    );
  }
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() !== "") void keep((task) => actions.accept(finding, reason.trim(), task));
      }}
    >
      <Field className={styles.field} label={words.reason} hint={words.reasonHint}>
        <Input autoFocus value={reason} onChange={(_event, { value }) => setReason(value)} />
      </Field>
      <Button size="small" type="submit" disabledFocusable={isBusy || reason.trim() === ""}>
        {words.acceptNow}
      </Button>
    </form>
  );
}
