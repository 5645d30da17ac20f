import { Button, Field, Textarea, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { Fragment, useState } from "react";
import { checkText } from "../../src/actions/checkText";
import { tellSuspects } from "../../src/actions/tellSuspects";
import { documentParagraphs, draftText } from "../../src/actions/draftText";
import { describeText } from "../../src/messages/budgetText/describeText";
import type { MessageRef } from "../../src/messages/messageRef";
import type { WorkbookSnapshot } from "../../src/workbook/snapshot";
import { writeDocument } from "../../src/xlsx/docx/writeDocument";
import { useIsBusy, useLocale, useServices, useWords } from "../components/PaneContext";
import { placeOf } from "../components/CellLink";
import { Section } from "../components/Section";
import { offerFile } from "../offerFile";
import { NOTES_WORDS } from "../wording/notes";
import { readChosenText } from "./files";
import { ButtonRow, FileButton, ToldList } from "./parts";

type TextCheck = Exclude<ReturnType<typeof checkText>, { problem: MessageRef }>;

const useStyles = makeStyles({
  whole: { whiteSpace: "pre-wrap", overflowWrap: "anywhere", margin: "8px 0" },
  plain: { backgroundColor: "transparent", color: "inherit" },
  agree: { textDecorationLine: "underline", textDecorationColor: tokens.colorPaletteGreenBorder2 },
  differ: {
    backgroundColor: tokens.colorPaletteRedBackground1,
    color: tokens.colorPaletteRedForeground1,
    fontWeight: tokens.fontWeightSemibold,
  },
  figure: {
    padding: 0,
    border: "none",
    backgroundColor: "transparent",
    color: "inherit",
    font: "inherit",
    textDecorationLine: "inherit",
    cursor: "pointer",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  other: { textDecorationLine: "underline", textDecorationStyle: "dotted" },
});

/** 说明核对: a text pasted or opened, compared with the tables; written from them where there is none. */
export function TextSection({
  text,
  onText,
  lastYear,
}: {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly lastYear: WorkbookSnapshot | undefined;
}) {
  const words = useWords(NOTES_WORDS);
  const locale = useLocale();
  const { session, actions } = useServices();
  const isBusy = useIsBusy();
  const [check, setCheck] = useState<{ readonly text: string; readonly found: TextCheck }>();
  const [problem, setProblem] = useState<MessageRef>();
  const change = (next: string) => {
    setCheck(undefined);
    setProblem(undefined);
    onText(next);
  };
  const open = async ([file]: readonly File[]) => {
    const read = file && (await session.run("text", () => readChosenText(file)));
    if (!read) return;
    if ("problem" in read) setProblem(read.problem);
    else change(read.text);
  };
  const compare = async () => {
    const found = await session.run("text", async (task) =>
      checkText(text, { tables: await actions.readWhole(task), ...(lastYear && { lastYear }) }),
    );
    if (!found) return;
    setProblem("problem" in found ? found.problem : undefined);
    setCheck("problem" in found ? undefined : { text, found });
    if (!("problem" in found)) await actions.keepAround({ text });
  };
  const draft = async () => {
    const written = await session.run("text", async (task) =>
      draftText({ tables: await actions.readWhole(task), ...(lastYear && { lastYear }) }),
    );
    if (!written) return;
    if ("problem" in written) setProblem(written.problem);
    else change(written.text);
  };
  const save = () =>
    offerFile(words.documentFile, writeDocument(documentParagraphs(text, words.documentTitle)));
  return (
    <Section title={words.textTitle}>
      {words.textHint}
      <Field label={words.textLabel}>
        <Textarea value={text} rows={6} onChange={(_event, { value }) => change(value)} />
      </Field>
      <ButtonRow>
        <Button
          appearance="primary"
          disabledFocusable={isBusy || text.trim() === ""}
          onClick={() => void compare()}
        >
          {words.checkText}
        </Button>
        <FileButton label={words.openText} accept=".docx,.txt,.md" onChosen={(files) => void open(files)} />
        <Button disabledFocusable={isBusy} onClick={() => void draft()}>
          {words.draft}
        </Button>
        {text.trim() !== "" && (
          <Button disabledFocusable={isBusy} onClick={save}>
            {words.saveDocument}
          </Button>
        )}
      </ButtonRow>
      <div aria-live="polite">
        {problem && <p>{describeText(problem, locale)}</p>}
        {check && <Checked text={check.text} found={check.found} />}
      </div>
    </Section>
  );
}

function Checked({ text, found }: { readonly text: string; readonly found: TextCheck }) {
  const words = useWords(NOTES_WORDS);
  const locale = useLocale();
  const { counts, figures, findings } = found;
  const alone = figures.filter(({ status }) => status === "alone").length;
  const args = Object.fromEntries(
    Object.entries({ ...counts, alone }).map(([name, count]) => [name, String(count)]),
  );
  return (
    <>
      <p>{describeText({ key: "text.counts", args }, locale)}</p>
      {found.openReasons > 0 && (
        <p>{describeText({ key: "text.openReasons", args: { count: String(found.openReasons) } }, locale)}</p>
      )}
      <ToldList
        told={findings.map(({ severity, message, quote, cells, suspects }) => ({
          severity,
          text: describeText(message, locale),
          quote: quote.replace(/\s+/g, " ").trim(),
          hint: tellSuspects(suspects, locale),
          cells: cells.filter(({ year }) => year === "this"),
        }))}
      />
      <details>
        <summary>{words.wholeText}</summary>
        <WholeText text={text} figures={figures} />
      </details>
    </>
  );
}

/** The text with each figure in the colour of how it fared; those that differ are bold as well. A click shows its cell. */
function WholeText({ text, figures }: { readonly text: string; readonly figures: TextCheck["figures"] }) {
  const styles = useStyles();
  const { goTo } = useServices();
  const looks: Readonly<Record<string, string>> = {
    differ: styles.differ,
    agree: styles.agree,
    rounding: styles.agree,
  };
  const ordered = [...figures].sort((one, other) => one.from - other.from);
  // A figure that another one holds (a list's total) is marked with it.
  const shown = ordered.filter(({ from }, index) => from >= (ordered[index - 1]?.to ?? 0));
  const pieces = shown.map(({ from, to, status, cell }, index) => (
    <Fragment key={from}>
      {text.slice(shown[index - 1]?.to ?? 0, from)}
      <mark className={mergeClasses(status !== "differ" && styles.plain, looks[status] ?? styles.other)}>
        {cell ? (
          <button
            type="button"
            className={styles.figure}
            title={placeOf(cell)}
            onClick={() => void goTo(cell)}
          >
            {text.slice(from, to)}
          </button>
        ) : (
          text.slice(from, to)
        )}
      </mark>
    </Fragment>
  ));
  return (
    <div className={styles.whole}>
      {pieces}
      {text.slice(shown.at(-1)?.to ?? 0)}
    </div>
  );
}
