import { useState } from "react";
import { consolidateUnits } from "../../src/actions/consolidateUnits";
import type { Task } from "../../src/actions/task";
import { compareUnits, unitBook } from "../../src/actions/unitBooks";
import type { MessageRef } from "../../src/messages/messageRef";
import { describeUnits } from "../../src/messages/units/describeUnits";
import type { SourceBook } from "../../src/units/consolidate";
import { writeNewWorkbook } from "../../src/xlsx/write/newWorkbook";
import { useLocale, useServices, useWords } from "../components/PaneContext";
import { Section } from "../components/Section";
import { offerFile } from "../offerFile";
import { NOTES_WORDS } from "../wording/notes";
import { readChosen } from "./files";
import { ButtonRow, FileButton, ToldList } from "./parts";
import type { Told } from "./parts";

interface Shown {
  /** Whether nothing to be told means that all is well. */
  readonly isComparison: boolean;
  readonly counts: string;
  readonly told: readonly Told[];
}

/** 单位汇总: workbooks of the units chosen: what of the department is not their sum, or the department's tables made of theirs. */
export function UnitsSection() {
  const words = useWords(NOTES_WORDS);
  const locale = useLocale();
  const { session, actions } = useServices();
  const [shown, setShown] = useState<Shown>();
  const say = (message: MessageRef) => describeUnits(message, locale);
  const problemOf = (text: string): Told => ({ severity: "error", text, cells: [] });
  /** The budgets among the files, and what is to be said of the others. */
  const read = async (files: readonly File[], task: Task) => {
    const books: SourceBook[] = [];
    const unread: Told[] = [];
    for (const file of files) {
      // Between two files the user may stop.
      await task.step({ key: "progress.reading", args: {} });
      const chosen = await readChosen(file);
      if ("problem" in chosen) unread.push(problemOf(`${file.name}: ${say(chosen.problem)}`));
      else books.push({ ...unitBook(chosen), workbook: chosen.workbook });
    }
    return { books: books.filter(({ tables }) => tables.length > 0), unread };
  };
  const compare = async (files: readonly File[]) => {
    const found = await session.run("units", async (task) => {
      const { books, unread } = await read(files, task);
      const workbook = await actions.readWhole(task);
      const { counts, findings } = compareUnits({ file: workbook.name, workbook }, books);
      const numbers = Object.entries(counts).map(([name, count]) => [
        name,
        count === 0 && name === "unread" ? "" : String(count),
      ]);
      const told = findings.map(({ severity, message, cells }) => ({ severity, text: say(message), cells }));
      const shown: Shown = {
        isComparison: true,
        counts: say({ key: "units.counts", args: Object.fromEntries(numbers) }),
        told: [...unread, ...told],
      };
      return { shown, books };
    });
    if (!found) return;
    setShown(found.shown);
    await actions.keepAround({ units: found.books });
  };
  const make = async (files: readonly File[]) => {
    const done = await session.run("units", async (task): Promise<Shown> => {
      const { books, unread } = await read(files, task);
      // A department without one of its units is worse than none.
      if (unread.length > 0) return { isComparison: false, counts: "", told: unread };
      if (books.length === 0)
        return { isComparison: false, counts: say({ key: "units.noUnits", args: {} }), told: [] };
      const made = consolidateUnits(books, { isLinked: true });
      if ("problem" in made) return { isComparison: false, counts: "", told: [problemOf(say(made.problem))] };
      offerFile(words.departmentFile, writeNewWorkbook(made.designs));
      return { isComparison: false, counts: words.madeDepartment(books.length, made.tables), told: [] };
    });
    if (done) setShown(done);
  };
  return (
    <Section title={words.unitsTitle}>
      {words.unitsHint}
      <ButtonRow>
        <FileButton
          label={words.openUnits}
          accept=".xlsx,.xlsm,.xls,.et"
          isMultiple
          onChosen={(files) => void compare(files)}
        />
        <FileButton
          label={words.makeDepartment}
          accept=".xlsx,.xlsm,.xls,.et"
          isMultiple
          onChosen={(files) => void make(files)}
        />
      </ButtonRow>
      <div aria-live="polite">
        {shown && (
          <>
            <p>{shown.counts}</p>
            {(shown.isComparison || shown.told.length > 0) && <ToldList told={shown.told} />}
          </>
        )}
      </div>
    </Section>
  );
}
