import { MessageBar, MessageBarBody, makeStyles } from "@fluentui/react-components";
import { describe, hasWording } from "../../src/messages/describe";
import type { Locale } from "../../src/messages/describe";
import type { Phase } from "../session";
import { PANE_WORDS } from "../wording/pane";
import type { PaneWords } from "../wording/pane";
import { useLocale, useWords } from "./PaneContext";

const useStyles = makeStyles({
  root: { padding: "8px 12px" },
  body: { whiteSpace: "normal", lineHeight: "1.55", padding: "6px 10px 6px 0" },
});

/** What the last action came to, when there is more to say than the place shows. */
export function Notice({ phase }: { readonly phase: Phase }) {
  const styles = useStyles();
  const words = useWords(PANE_WORDS);
  const text = noticeText(phase, words, useLocale());
  if (text === null) return null;
  const intent = phase.kind === "failed" ? "error" : phase.kind === "cancelled" ? "info" : "success";
  return (
    <div className={styles.root}>
      <MessageBar intent={intent} layout="multiline">
        <MessageBarBody className={styles.body}>{text}</MessageBarBody>
      </MessageBar>
    </div>
  );
}

function noticeText(phase: Phase, words: PaneWords, locale: Locale): string | null {
  if (phase.kind === "done") return phase.notice;
  if (phase.kind === "cancelled") return words.cancelled;
  if (phase.kind !== "failed") return null;
  return phase.problem && hasWording(phase.problem.key) ? describe(phase.problem, locale) : words.unexpected;
}
