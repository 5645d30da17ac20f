import { MessageBar, MessageBarBody, makeStyles } from "@fluentui/react-components";
import { describe, hasWording } from "../../src/messages/describe";
import type { Phase } from "../session";
import { useLocale, useWording } from "./PaneContext";

const useStyles = makeStyles({
  root: { padding: "12px" },
  body: { whiteSpace: "normal", lineHeight: "1.55", padding: "6px 10px 6px 0" },
});

/** What the last action came to, when there is more to say than the list: a failure, or marks removed. */
export function Notice({ phase }: { readonly phase: Phase }) {
  const styles = useStyles();
  const words = useWording();
  const locale = useLocale();
  if (phase.kind !== "failed" && phase.kind !== "cleared") return null;
  const text =
    phase.kind === "cleared"
      ? words.cleared(phase.count)
      : phase.problem && hasWording(phase.problem.key)
        ? describe(phase.problem, locale)
        : words.unexpected;
  return (
    <div className={styles.root}>
      <MessageBar intent={phase.kind === "failed" ? "error" : "success"} layout="multiline">
        <MessageBarBody className={styles.body}>{text}</MessageBarBody>
      </MessageBar>
    </div>
  );
}
