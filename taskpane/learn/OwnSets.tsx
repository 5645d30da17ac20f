import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { WITHOUT_PROGRESS } from "../../src/actions/task";
import type { OwnSetView } from "../../src/actions/keepSets";
import { describe } from "../../src/messages/describe";
import type { MessageRef } from "../../src/messages/messageRef";
import { useIsBusy, useLocale, useServices, useWords } from "../components/PaneContext";
import { ButtonRow, FileButton } from "../notes/parts";
import { offerFile } from "../offerFile";
import { LEARN_WORDS } from "../wording/learn";

const useStyles = makeStyles({
  title: { margin: "12px 0 0", fontSize: "inherit", fontWeight: tokens.fontWeightSemibold },
  list: { margin: "8px 0", padding: 0, listStyleType: "none", overflowWrap: "anywhere" },
  detail: { display: "block", color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

/** The sets in use: where each is kept; handed on as a file, put out of use, or another opened. */
export function OwnSets({
  changes,
  onChanged,
}: {
  /** Another number when the sets may have changed. */
  readonly changes: number;
  readonly onChanged: () => void;
}) {
  const styles = useStyles();
  const words = useWords(LEARN_WORDS);
  const locale = useLocale();
  const { session, actions } = useServices();
  const isBusy = useIsBusy();
  const [sets, setSets] = useState<readonly OwnSetView[]>([]);
  const [unread, setUnread] = useState<readonly MessageRef[]>([]);
  const [problems, setProblems] = useState<readonly MessageRef[]>([]);
  useEffect(() => {
    let isCurrent = true;
    actions.ownSets(WITHOUT_PROGRESS).then((found) => {
      if (!isCurrent) return;
      setSets(found.sets);
      setUnread(found.problems);
    }, session.fail);
    return () => {
      isCurrent = false;
    };
  }, [actions, session, changes]);
  const use = async (name: string, text: string, isForWorkbook: boolean) => {
    const done = await session.run(
      "learn",
      (task) => actions.keepSet(name, text, isForWorkbook, task),
      ({ problems: wrong }) => (wrong.length > 0 ? null : words.used(name)),
    );
    setProblems(done?.problems ?? []);
    onChanged();
  };
  const forget = async ({ id, isKept }: OwnSetView) => {
    await session.run(
      "learn",
      (task) => actions.forgetSet(id, isKept, task),
      () => words.forgotten,
    );
    onChanged();
  };
  return (
    <>
      {sets.length > 0 && <h3 className={styles.title}>{words.sets}</h3>}
      <ul className={styles.list}>
        {sets.map((set) => (
          <li key={set.id}>
            {words.set(set.name, set.tables.length)}
            <span className={styles.detail}>
              {set.tables.map(({ title }) => title).join(locale === "zh-CN" ? "、" : ", ")}
            </span>
            <span className={styles.detail}>{set.isKept ? words.inWorkbook : words.brought}</span>
            <ButtonRow>
              {!set.isKept && (
                <Button
                  size="small"
                  disabledFocusable={isBusy}
                  onClick={() => void use(set.name, set.text, true)}
                >
                  {words.use}
                </Button>
              )}
              <Button
                size="small"
                onClick={() => offerFile(`${set.name}.json`, new TextEncoder().encode(set.text))}
              >
                {words.save}
              </Button>
              <Button size="small" disabledFocusable={isBusy} onClick={() => void forget(set)}>
                {words.forget}
              </Button>
            </ButtonRow>
          </li>
        ))}
      </ul>
      <ButtonRow>
        <FileButton
          label={words.open}
          accept=".json"
          onChosen={([file]) =>
            file && void file.text().then((text) => use(file.name, text, false), session.fail)
          }
        />
      </ButtonRow>
      <div aria-live="polite">
        {[...unread, ...problems].map((problem, index) => (
          <p key={index}>{describe(problem, locale)}</p>
        ))}
      </div>
    </>
  );
}
