import { Button, makeStyles } from "@fluentui/react-components";
import { useState } from "react";
import { describe } from "../../src/messages/describe";
import { savesFiles } from "../../src/excel/savesFiles";
import type { MessageRef } from "../../src/messages/messageRef";
import { useIsBusy, useLocale, useServices, useWords } from "../components/PaneContext";
import { Section } from "../components/Section";
import { offerFile } from "../offerFile";
import { PUBLISH_WORDS } from "../wording/publish";

const useStyles = makeStyles({
  row: { margin: "8px 0" },
  notes: { margin: 0, paddingInlineStart: "20px" },
});

/** 公开版: makes a workbook for the public and hands it to the browser to save; says what was left out of it. */
export function PublishSection() {
  const styles = useStyles();
  const words = useWords(PUBLISH_WORDS);
  const locale = useLocale();
  const { actions, session } = useServices();
  const isBusy = useIsBusy();
  const [notes, setNotes] = useState<readonly MessageRef[]>([]);
  const publish = async () => {
    setNotes([]);
    const made = await session.run(
      "publish",
      (task) => actions.publicVersion(task),
      ({ tables, pages }) => (tables === 0 ? words.nothing : words.made(tables, pages)),
    );
    if (!made) return;
    setNotes(made.notes);
    if (made.bytes) offerFile(words.fileName(made.name.replace(/\.\w+$/, "")), made.bytes);
  };
  return (
    <Section title={words.title}>
      {words.hint}
      {savesFiles() ? (
        <div className={styles.row}>
          <Button disabledFocusable={isBusy} onClick={() => void publish()}>
            {words.make}
          </Button>
        </div>
      ) : (
        <p>{words.noFiles}</p>
      )}
      {notes.length > 0 && (
        <ul className={styles.notes}>
          {notes.map((note, index) => (
            <li key={index}>{describe(note, locale)}</li>
          ))}
        </ul>
      )}
    </Section>
  );
}
