import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { checkComplete } from "../../src/actions/checkComplete";
import type { CompleteCheck } from "../../src/actions/checkComplete";
import { describeDisclosure } from "../../src/messages/disclosure/describeDisclosure";
import type { MessageRef } from "../../src/messages/messageRef";
import { CellLink } from "../components/CellLink";
import { useIsBusy, useLocale, useServices, useWords } from "../components/PaneContext";
import { Section } from "../components/Section";
import { NOTES_WORDS } from "../wording/notes";
import { ButtonRow } from "./parts";

const useStyles = makeStyles({
  list: { margin: "8px 0", padding: 0, listStyleType: "none" },
  item: { padding: "4px 0", overflowWrap: "anywhere" },
  problem: { margin: "2px 0 0", color: tokens.colorPaletteRedForeground1 },
});

/** 公开检查: the points of what has to be published, those that are not met first. */
export function CompleteSection({ text }: { readonly text: string }) {
  const words = useWords(NOTES_WORDS);
  const locale = useLocale();
  const { session, actions } = useServices();
  const isBusy = useIsBusy();
  const [check, setCheck] = useState<CompleteCheck>();
  const [problem, setProblem] = useState<MessageRef>();
  const run = async () => {
    const found = await session.run("complete", async (task) =>
      checkComplete(await actions.readWhole(task), text.trim() === "" ? undefined : text),
    );
    if (!found) return;
    setProblem("problem" in found ? found.problem : undefined);
    setCheck("problem" in found ? undefined : found);
    if (!("problem" in found)) await actions.keepAround({ isPublic: true });
  };
  return (
    <Section title={words.completeTitle}>
      {words.completeHint}
      <ButtonRow>
        <Button disabledFocusable={isBusy} onClick={() => void run()}>
          {words.complete}
        </Button>
      </ButtonRow>
      <div aria-live="polite">
        {problem && <p>{describeDisclosure(problem, locale)}</p>}
        {check && <Points points={check.points} />}
      </div>
    </Section>
  );
}

/** What is missing comes first, then what a person has to see to, then what is there. */
const ORDER: readonly string[] = ["unmet", "doubt", "manual", "unknown", "met", "notApplicable"];

function Points({ points }: Pick<CompleteCheck, "points">) {
  const styles = useStyles();
  const locale = useLocale();
  const ordered = [...points].sort((a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status));
  return (
    <ul className={styles.list}>
      {ordered.map(({ rule, id, status, point, problem, cells }) => (
        <li key={`${rule} ${id}`} className={styles.item}>
          {`[${describeDisclosure({ key: `complete.status.${status}`, args: {} }, locale)}] `}
          {describeDisclosure(point, locale)}
          {problem && (
            <p className={styles.problem}>
              {describeDisclosure(problem, locale)} {cells[0] && <CellLink cell={cells[0]} />}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
