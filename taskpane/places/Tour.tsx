import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { usePaneState, useServices, useWords } from "../components/PaneContext";
import { HELP_WORDS } from "../wording/help";

const useStyles = makeStyles({
  root: {
    margin: "12px 12px 0",
    padding: "10px 12px",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    lineHeight: "1.55",
  },
  step: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  title: { margin: "2px 0", fontSize: "inherit", fontWeight: tokens.fontWeightSemibold },
  text: { margin: "0 0 8px" },
  buttons: { display: "flex", flexWrap: "wrap", gap: "8px" },
});

/** Four steps at the first start; seen or put away, it does not come again by itself. */
export function Tour() {
  return usePaneState().preferences.isTourSeen ? null : <Steps />;
}

/** Steps that are over once the workbook has been checked, and once a finding has been gone to. */
const STEPS_DONE = { checked: 1, visited: 3 } as const;

function Steps() {
  const styles = useStyles();
  const words = useWords(HELP_WORDS);
  const { session } = useServices();
  const { result, current } = usePaneState();
  const [chosen, setAt] = useState(0);
  // A step that has been done is behind the user.
  const done = current ? STEPS_DONE.visited : result ? STEPS_DONE.checked : 0;
  const at = Math.max(chosen, done);
  const step = words.tour[at];
  const isLast = at === words.tour.length - 1;
  const end = () => session.prefer({ isTourSeen: true });
  return (
    <div className={styles.root}>
      <div aria-live="polite">
        <div className={styles.step}>{words.tourTitle(at + 1, words.tour.length)}</div>
        <h2 className={styles.title}>{step?.title}</h2>
        <p className={styles.text}>{step?.text}</p>
      </div>
      <div className={styles.buttons}>
        <Button size="small" appearance="primary" onClick={isLast ? end : () => setAt(at + 1)}>
          {isLast ? words.done : words.next}
        </Button>
        {at > done && (
          <Button size="small" onClick={() => setAt(at - 1)}>
            {words.back}
          </Button>
        )}
        {!isLast && (
          <Button size="small" onClick={end}>
            {words.skip}
          </Button>
        )}
      </div>
    </div>
  );
}
