import { Button, Checkbox, Field, Input, makeStyles } from "@fluentui/react-components";
import { useState } from "react";
import { describe } from "../../src/messages/describe";
import type { MessageRef } from "../../src/messages/messageRef";
import { useIsBusy, useLocale, useServices, useWords } from "../components/PaneContext";
import { Section } from "../components/Section";
import { ButtonRow } from "../notes/parts";
import { offerFile } from "../offerFile";
import { LEARN_WORDS } from "../wording/learn";
import { choiceOf, formOf, problemsOf } from "./learnForm";
import type { LearnForm } from "./learnForm";
import { LearnTable, RelationItem } from "./LearnTable";
import { OwnSets } from "./OwnSets";
import { relationText } from "./relationText";

const useStyles = makeStyles({
  list: { margin: "8px 0", padding: 0, listStyleType: "none", overflowWrap: "anywhere" },
  subtitle: { margin: "12px 0 0", fontSize: "inherit" },
});

/** 学习表样: what may be learned of the workbook, shown, put right, kept and shared; and the sets in use. */
export function LearnSection() {
  const styles = useStyles();
  const words = useWords(LEARN_WORDS);
  const locale = useLocale();
  const { session, actions } = useServices();
  const isBusy = useIsBusy();
  const [form, setForm] = useState<LearnForm>();
  const [isNothing, setIsNothing] = useState(false);
  const [isForWorkbook, setIsForWorkbook] = useState(true);
  const [problems, setProblems] = useState<readonly MessageRef[]>([]);
  const [changes, setChanges] = useState(0);

  const look = async () => {
    setProblems([]);
    const found = await session.run("learn", (task) => actions.learnable(task));
    if (!found) return;
    setIsNothing(found.tables.length === 0);
    setForm(found.tables.length === 0 ? undefined : formOf(found, found.tables[0]?.title ?? ""));
  };
  const keep = async (now: LearnForm) => {
    const { text, tables, relations } = now.learnable.keep(choiceOf(now));
    const done = await session.run(
      "learn",
      (task) => actions.keepSet(now.name, text, isForWorkbook, task),
      ({ problems: wrong, isForUser }) =>
        wrong.length > 0 ? null : isForUser ? words.kept(tables, relations) : words.noRoom,
    );
    setProblems(done?.problems ?? []);
    if (!done || done.problems.length > 0) return;
    setForm(undefined);
    setChanges(changes + 1);
  };
  const save = (now: LearnForm) =>
    offerFile(`${now.name}.json`, new TextEncoder().encode(now.learnable.keep(choiceOf(now)).text));
  const choose = (id: string, isChosen: boolean) => {
    if (!form) return;
    const chosen = new Set(form.chosen);
    if (isChosen) chosen.add(id);
    else chosen.delete(id);
    setForm({ ...form, chosen });
  };
  const isReady =
    form !== undefined &&
    form.name.trim() !== "" &&
    Object.values(form.tables).some(({ isKept }) => isKept) &&
    form.learnable.tables.every(({ id }) => !form.tables[id]?.isKept || problemsOf(form, id).length === 0);
  return (
    <Section title={words.title}>
      {words.hint}
      <OwnSets changes={changes} onChanged={() => setChanges(changes + 1)} />
      <ButtonRow>
        <Button disabledFocusable={isBusy} onClick={() => void look()}>
          {words.look}
        </Button>
      </ButtonRow>
      <div aria-live="polite">
        {isNothing && <p>{words.nothing}</p>}
        {problems.map((problem, index) => (
          <p key={index}>{describe(problem, locale)}</p>
        ))}
      </div>
      {form && (
        <>
          <Field label={words.setName}>
            <Input value={form.name} onChange={(_event, { value }) => setForm({ ...form, name: value })} />
          </Field>
          <ul className={styles.list}>
            {form.learnable.tables.map((table) => {
              const own = form.tables[table.id];
              return (
                own && (
                  <LearnTable
                    key={table.id}
                    table={table}
                    tables={form.learnable.tables}
                    form={own}
                    chosen={form.chosen}
                    problems={problemsOf(form, table.id)}
                    onChange={(changed) =>
                      setForm({ ...form, tables: { ...form.tables, [table.id]: changed } })
                    }
                    onRelation={choose}
                  />
                )
              );
            })}
          </ul>
          {form.learnable.between.length > 0 && (
            <details>
              <summary>{words.between}</summary>
              <ul className={styles.list}>
                {form.learnable.between.map((offer) => (
                  <RelationItem
                    key={offer.relation.id}
                    offer={offer}
                    text={relationText(offer.relation.text, form.learnable.tables, undefined, words)}
                    isChosen={form.chosen.has(offer.relation.id)}
                    onRelation={choose}
                  />
                ))}
              </ul>
            </details>
          )}
          <Checkbox
            label={words.userAlso}
            checked={isForWorkbook}
            onChange={(_event, { checked }) => setIsForWorkbook(checked === true)}
          />
          <ButtonRow>
            <Button
              appearance="primary"
              disabledFocusable={isBusy || !isReady}
              onClick={() => void keep(form)}
            >
              {words.keep}
            </Button>
            <Button disabledFocusable={isBusy || !isReady} onClick={() => save(form)}>
              {words.save}
            </Button>
          </ButtonRow>
        </>
      )}
    </Section>
  );
}
