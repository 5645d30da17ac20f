import { useState } from "react";
import { compareUnits, unitBook } from "../../src/actions/unitBooks";
import { describeUnits } from "../../src/messages/units/describeUnits";
import { useLocale, useServices, useWords } from "../components/PaneContext";
import { Section } from "../components/Section";
import { NOTES_WORDS } from "../wording/notes";
import { readChosen } from "./files";
import { ButtonRow, FileButton, ToldList } from "./parts";
import type { Told } from "./parts";

interface Shown {
  readonly counts: string;
  readonly told: readonly Told[];
}

/** 单位汇总: workbooks of the units chosen, and what of the department is not their sum. */
export function UnitsSection() {
  const words = useWords(NOTES_WORDS);
  const locale = useLocale();
  const { session, actions } = useServices();
  const [shown, setShown] = useState<Shown>();
  const compare = async (files: readonly File[]) => {
    const found = await session.run("units", async (task): Promise<Shown> => {
      const books = [];
      const unread: Told[] = [];
      for (const file of files) {
        // Between two files the user may stop.
        await task.step({ key: "progress.reading", args: {} });
        const read = await readChosen(file);
        if ("workbook" in read) books.push(unitBook(read));
        else
          unread.push({
            severity: "error",
            text: `${file.name}: ${describeUnits(read.problem, locale)}`,
            cells: [],
          });
      }
      const workbook = await actions.readWhole(task);
      const units = books.filter(({ tables }) => tables.length > 0);
      const { counts, findings } = compareUnits({ file: workbook.name, workbook }, units);
      const numbers = Object.entries(counts).map(([name, count]) => [
        name,
        count === 0 && name === "unread" ? "" : String(count),
      ]);
      return {
        counts: describeUnits({ key: "units.counts", args: Object.fromEntries(numbers) }, locale),
        told: [
          ...unread,
          ...findings.map(({ severity, message, cells }) => ({
            severity,
            text: describeUnits(message, locale),
            cells,
          })),
        ],
      };
    });
    if (found) setShown(found);
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
      </ButtonRow>
      <div aria-live="polite">
        {shown && (
          <>
            <p>{shown.counts}</p>
            <ToldList told={shown.told} />
          </>
        )}
      </div>
    </Section>
  );
}
