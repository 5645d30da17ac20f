import { Button, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { describeYears } from "../../src/messages/years/describeYears";
import type { Reasons } from "../../src/years/reasons";
import type { YearFinding } from "../../src/years/yearFinding";
import { CellLink } from "../components/CellLink";
import { useIsBusy, useLocale, useWords } from "../components/PaneContext";
import { NOTES_WORDS } from "../wording/notes";
import { ButtonRow } from "./parts";

const useStyles = makeStyles({
  list: { margin: "8px 0", padding: 0, listStyleType: "none" },
  item: {
    padding: "8px 0",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: "anywhere",
  },
  // Last year's reason may be a long one.
  offer: { marginTop: "4px", minWidth: 0, textAlign: "start", whiteSpace: "normal" },
});

/** Asked for in one go; the others come when these are answered. */
const MOST = 40;

/**
 * The changes that want a reason, each with a field for it; last year's reason is offered. What is typed is kept with the
 * workbook in one step.
 */
export function ReasonList({
  wanted,
  lastReasons,
  onKeep,
}: {
  readonly wanted: readonly YearFinding[];
  readonly lastReasons: Reasons;
  readonly onKeep: (reasons: Reasons) => void;
}) {
  const styles = useStyles();
  const words = useWords(NOTES_WORDS);
  const isBusy = useIsBusy();
  const [typed, setTyped] = useState<Reasons>(new Map());
  if (wanted.length === 0) return <p>{words.nothing}</p>;
  const type = (key: string, reason: string) => setTyped(new Map([...typed, [key, reason]]));
  const given = new Map([...typed].filter(([, reason]) => reason.trim() !== ""));
  return (
    <>
      <ul className={styles.list}>
        {wanted.slice(0, MOST).map((finding, index) => (
          <li key={finding.key ?? index} className={styles.item}>
            <Wanted
              finding={finding}
              reason={typed.get(finding.key ?? "") ?? ""}
              offered={lastReasons.get(finding.key ?? "")}
              onReason={type}
            />
          </li>
        ))}
      </ul>
      {wanted.length > MOST && <p>{words.more(wanted.length - MOST)}</p>}
      <ButtonRow>
        <Button disabledFocusable={isBusy || given.size === 0} onClick={() => onKeep(given)}>
          {words.keepReasons}
        </Button>
      </ButtonRow>
    </>
  );
}

function Wanted({
  finding: { key, message, cells },
  reason,
  offered,
  onReason,
}: {
  readonly finding: YearFinding;
  readonly reason: string;
  readonly offered: string | undefined;
  readonly onReason: (key: string, reason: string) => void;
}) {
  const styles = useStyles();
  const words = useWords(NOTES_WORDS);
  const locale = useLocale();
  const text = describeYears(message, locale);
  const cell = cells.find(({ year }) => year === "this");
  return (
    <>
      {text} {cell && <CellLink cell={cell} />}
      {key !== null && (
        <Field>
          <Input
            aria-label={words.reason(text)}
            value={reason}
            onChange={(_event, { value }) => onReason(key, value)}
          />
        </Field>
      )}
      {key !== null && offered !== undefined && offered !== reason && (
        <Button className={styles.offer} size="small" onClick={() => onReason(key, offered)}>
          {words.takeLast(offered)}
        </Button>
      )}
    </>
  );
}
