import { Button, Checkbox, Field, Select, makeStyles } from "@fluentui/react-components";
import { useState } from "react";
import { figureNotes, planNotes, totalsOf } from "../../src/actions/fromList";
import type { FromList, ListField } from "../../src/actions/fromList";
import { describe } from "../../src/messages/describe";
import type { MessageRef } from "../../src/messages/messageRef";
import { formatA1 } from "../../src/workbook/address";
import type { WorkbookSnapshot } from "../../src/workbook/snapshot";
import { useIsBusy, useLocale, useServices, useWords } from "../components/PaneContext";
import { Section } from "../components/Section";
import { readChosen } from "../notes/files";
import { ButtonRow, FileButton } from "../notes/parts";
import { FROM_LIST_WORDS } from "../wording/fromList";
import { ListColumns } from "./ListColumns";
import { columnStore } from "./listColumnStore";

const useStyles = makeStyles({
  list: { margin: "8px 0", padding: 0, listStyleType: "none", overflowWrap: "anywhere" },
  item: { padding: "4px 0" },
  subtitle: { margin: "12px 0 0", fontSize: "inherit" },
  unit: { maxWidth: "8em", minWidth: 0, "& select": { minWidth: 0, width: "100%" } },
});

const ACCEPT = ".xlsx,.xlsm,.xls,.et,.csv,.tsv,.txt";
type Unit = "万元" | "元";

/** A list that was opened, and what it fills. */
interface Opened {
  readonly source: WorkbookSnapshot;
  readonly unit: Unit;
  /** Figures are to be formulas over the rows of the list. */
  readonly isLinked: boolean;
  readonly made: Exclude<FromList, { problem: MessageRef }>;
}

/** 从清单生成: a list opened, its columns shown and put right, tables made, the rows of a figure, and an earlier list. */
export function FromListSection() {
  const styles = useStyles();
  const words = useWords(FROM_LIST_WORDS);
  const locale = useLocale();
  const { session, actions } = useServices();
  const isBusy = useIsBusy();
  const [opened, setOpened] = useState<Opened>();
  const [said, setSaid] = useState<readonly MessageRef[]>([]);
  const [plain, setPlain] = useState("");

  const tell = (notes: readonly MessageRef[], text = "") => {
    setSaid(notes);
    setPlain(text);
  };
  const plan = async (source: WorkbookSnapshot, { unit, isLinked }: Pick<Opened, "unit" | "isLinked">) => {
    const made = await session.run("fromList", (task) =>
      actions.planList(source, { unit, isLinked, columns: columnStore().load() }, task),
    );
    if (!made) return;
    tell("problem" in made ? [made.problem] : []);
    setOpened("problem" in made ? undefined : { source, unit, isLinked, made });
  };
  const open = async (file: File) => {
    const read = await readChosen(file);
    if ("problem" in read) tell([read.problem]);
    else await plan(read.workbook, opened ?? { unit: "万元", isLinked: false });
  };
  const correct = async (from: Opened, heading: string, field: ListField) => {
    const store = columnStore();
    store.keep({ ...store.load(), [heading]: field });
    await plan(from.source, from);
  };
  const make = async ({ made }: Opened, tables: number) => {
    await session.run(
      "fromList",
      (task) => actions.addListTables(made.plan.sheets, task),
      () => words.made(tables),
    );
  };
  const showRows = async ({ made }: Opened) => {
    const cell = await actions.activeCell().catch(session.fail);
    if (!cell) return;
    const notes = figureNotes(made.plan, cell);
    const name = `${cell.sheet}!${formatA1(cell.row, cell.column)}`;
    tell(notes ?? [], notes ? "" : words.noFigure(name));
  };
  const compare = async ({ made, unit }: Opened, file: File) => {
    const read = await readChosen(file);
    if ("problem" in read) return tell([read.problem]);
    const since = await session.run("fromList", () =>
      actions.compareLists(read.workbook, made.list, { unit, columns: columnStore().load() }),
    );
    if (since) tell("problem" in since ? [since.problem] : since.notes);
  };
  const totals = opened ? totalsOf(opened.made.plan) : [];
  return (
    <Section title={words.title}>
      {words.hint}
      <ButtonRow>
        <FileButton label={words.open} accept={ACCEPT} onChosen={([file]) => file && void open(file)} />
      </ButtonRow>
      {opened && (
        <>
          <p>{words.list(opened.source.name, opened.made.list.rows.length)}</p>
          <Field label={words.unit} className={styles.unit}>
            <Select
              value={opened.unit}
              disabled={isBusy}
              onChange={(_event, { value }) =>
                void plan(opened.source, { ...opened, unit: value === "元" ? "元" : "万元" })
              }
            >
              <option value="万元">万元</option>
              <option value="元">元</option>
            </Select>
          </Field>
          <Checkbox
            label={words.links}
            checked={opened.isLinked}
            disabled={isBusy}
            onChange={(_event, { checked }) =>
              void plan(opened.source, { ...opened, isLinked: checked === true })
            }
          />
          <ListColumns
            list={opened.made.list}
            onChange={(heading, field) => void correct(opened, heading, field)}
          />
          <h3 className={styles.subtitle}>{words.tables}</h3>
          <ul className={styles.list}>
            {totals.map(({ id, label, rows, total, isComplete }) => (
              <li key={id} className={styles.item}>
                {words.table(label, rows, total, opened.unit)}
                {!isComplete && words.incomplete}
              </li>
            ))}
          </ul>
          <Notes title={words.notes} notes={planNotes(opened.made.list, opened.made.plan)} />
          <ButtonRow>
            <Button
              appearance="primary"
              disabledFocusable={isBusy || totals.length === 0}
              onClick={() => void make(opened, totals.length)}
            >
              {words.make(totals.length)}
            </Button>
            <Button disabledFocusable={isBusy} onClick={() => void showRows(opened)}>
              {words.behind}
            </Button>
            <FileButton
              label={words.since}
              accept={ACCEPT}
              onChosen={([file]) => file && void compare(opened, file)}
            />
          </ButtonRow>
          <p>{words.behindHint}</p>
        </>
      )}
      <div aria-live="polite">
        {plain !== "" && <p>{plain}</p>}
        <ul className={styles.list}>
          {said.map((note, index) => (
            <li key={index} className={styles.item}>
              {describe(note, locale)}
            </li>
          ))}
        </ul>
      </div>
    </Section>
  );
}

function Notes({ title, notes }: { readonly title: string; readonly notes: readonly MessageRef[] }) {
  const styles = useStyles();
  const locale = useLocale();
  if (notes.length === 0) return null;
  return (
    <>
      <h3 className={styles.subtitle}>{title}</h3>
      <ul className={styles.list}>
        {notes.map((note, index) => (
          <li key={index} className={styles.item}>
            {describe(note, locale)}
          </li>
        ))}
      </ul>
    </>
  );
}
