import {
  Button,
  Checkbox,
  Field,
  MessageBar,
  MessageBarBody,
  Select,
  makeStyles,
} from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import { WITHOUT_PROGRESS } from "../../src/actions/task";
import type { InsertSettings, InsertView } from "../../src/actions/insertTables";
import { useIsBusy, useIsStepThere, usePaneState, useServices, useWords } from "../components/PaneContext";
import { Section } from "../components/Section";
import { INSERT_WORDS } from "../wording/insert";
import { InsertSettingsForm } from "./InsertSettingsForm";
import { HOWS, InsertTableItem } from "./InsertTableItem";
import type { Choice } from "./InsertTableItem";

const useStyles = makeStyles({
  row: { display: "flex", flexWrap: "wrap", gap: "8px", margin: "8px 0" },
  list: { margin: 0, padding: 0, listStyleType: "none" },
  subtitle: { margin: "12px 0 0", fontSize: "inherit" },
});

/** What is being filled in: what can be inserted, and what the user has said so far. */
interface Form {
  readonly view: InsertView;
  readonly settings: InsertSettings;
  readonly choices: Readonly<Record<string, Choice>>;
  readonly withRows: boolean;
}

/** The form for a view; tables asked about are chosen, to be decided on by the user. */
function formOf(view: InsertView, asked: readonly string[]): Form {
  return { view, settings: view.settings, choices: allOf(view, asked), withRows: true };
}

/** All tables chosen, or some of them; those that are there are kept until the user says otherwise. */
function allOf({ tables }: InsertView, ids?: readonly string[]): Form["choices"] {
  const chosen = tables.filter(({ id }) => ids === undefined || ids.includes(id));
  return Object.fromEntries(chosen.map(({ id, sheets }) => [id, sheets.length > 0 ? "keep" : "new"]));
}

/** One question for all tables that are chosen and there already; none where there is only one, which asks itself. */
function PresentTables({
  form: { view, choices },
  onChoose,
}: {
  readonly form: Form;
  readonly onChoose: (choices: Form["choices"]) => void;
}) {
  const words = useWords(INSERT_WORDS);
  const present = view.tables.filter(({ id, sheets }) => sheets.length > 0 && choices[id] !== undefined);
  if (present.length < 2) return null;
  const hows = new Set(present.map(({ id }) => choices[id]));
  const [how = ""] = hows;
  const choose = (value: string) => {
    const chosen = HOWS.find((one) => one === value);
    if (chosen) onChoose({ ...choices, ...Object.fromEntries(present.map(({ id }) => [id, chosen])) });
  };
  return (
    <Field label={words.howAll(present.length)}>
      <Select value={hows.size === 1 ? how : ""} onChange={(_event, { value }) => choose(value)}>
        {hows.size > 1 && <option value="">{words.each}</option>}
        {HOWS.map((one) => (
          <option key={one} value={one}>
            {words[one]}
          </option>
        ))}
      </Select>
    </Field>
  );
}

/** 插入标准表: which tables, for whom, what to do with those that are there, linked or not; taken back as a whole. */
export function InsertSection() {
  const styles = useStyles();
  const words = useWords(INSERT_WORDS);
  const services = useServices();
  const { session, actions } = services;
  const { at, asked, inserted } = usePaneState();
  const isBusy = useIsBusy();
  const [form, setForm] = useState<Form>();

  const isStepThere = useIsStepThere(inserted?.step);
  const open = async (pack?: string) => {
    const view = await session.run("insertLook", (task) => actions.lookAtInsertion(pack, task));
    if (view) setForm(formOf(view, session.getState().asked));
  };
  /** Unseen, so that the status line goes on saying what was done. */
  const lookAgain = (pack: string) =>
    session.runUnseen(async () => setForm(formOf(await actions.lookAtInsertion(pack, WITHOUT_PROGRESS), [])));
  // Asked for from the ribbon: the form opens by itself, anew each time.
  const openNow = useRef(open);
  useEffect(() => {
    if (at.place === "tables" && at.section === "insert") void openNow.current();
  }, [at]);

  const change = (part: Partial<Form>) => form && setForm({ ...form, ...part });
  const setSettings = (part: Partial<InsertSettings>) =>
    form && change({ settings: { ...form.settings, ...part } });
  const insert = async ({ choices, settings, withRows, view }: Form) => {
    const tables = view.tables.flatMap(({ id }) => {
      const how = choices[id];
      return how === undefined || how === "keep" ? [] : [{ id, how }];
    });
    await services.insert({ tables, settings, withRows });
    const made = session.getState().inserted;
    if (made && made !== inserted) setForm(formOf(await actions.insertableAfter(made, view.pack), []));
  };
  const undo = async () => {
    const isUndone = await services.undoInsert();
    if (isUndone && form) await lookAgain(form.view.pack);
  };
  const chosen = Object.values(form?.choices ?? {}).filter((choice) => choice && choice !== "keep").length;
  const isAsking = form?.view.tables.some(({ id, sheets }) => asked.includes(id) && sheets.length > 0);

  return (
    <Section title={words.title}>
      {words.hint}
      <div className={styles.row}>
        <Button disabledFocusable={isBusy} onClick={() => void open(form?.view.pack)}>
          {words.open}
        </Button>
        {inserted && isStepThere && (
          <Button disabledFocusable={isBusy} onClick={() => void undo()}>
            {words.undo}
          </Button>
        )}
      </div>
      {form && (
        <>
          {isAsking && (
            <MessageBar intent="warning" layout="multiline">
              <MessageBarBody>{words.asks}</MessageBarBody>
            </MessageBar>
          )}
          <PresentTables form={form} onChoose={(choices) => change({ choices })} />
          <Field label={words.set}>
            <Select value={form.view.pack} onChange={(_event, { value }) => void open(value)}>
              {form.view.packs.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          </Field>
          <InsertSettingsForm settings={form.settings} onChange={setSettings} />
          <Checkbox
            label={words.withRows(
              form.view.offered.units,
              form.view.offered.codes,
              form.view.offered.projects,
            )}
            checked={form.withRows}
            onChange={(_event, { checked }) => change({ withRows: checked === true })}
          />
          <h3 className={styles.subtitle}>{words.tables}</h3>
          <div className={styles.row}>
            <Button size="small" onClick={() => change({ choices: allOf(form.view) })}>
              {words.all}
            </Button>
            <Button size="small" onClick={() => change({ choices: {} })}>
              {words.none}
            </Button>
          </div>
          <ul className={styles.list}>
            {form.view.tables.map((table) => (
              <InsertTableItem
                key={table.id}
                table={table}
                choice={form.choices[table.id]}
                isLinked={!form.settings.unlinked.includes(table.id)}
                onChoose={(choice) => change({ choices: { ...form.choices, [table.id]: choice } })}
                onLink={(isLinked) =>
                  setSettings({
                    unlinked: isLinked
                      ? form.settings.unlinked.filter((id) => id !== table.id)
                      : [...form.settings.unlinked, table.id],
                  })
                }
              />
            ))}
          </ul>
          <Button
            appearance="primary"
            disabledFocusable={isBusy || chosen === 0}
            onClick={() => void insert(form)}
          >
            {words.insert(chosen)}
          </Button>
        </>
      )}
    </Section>
  );
}
