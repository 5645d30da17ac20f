import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { compareWorkbooks } from "../../src/actions/compareYears";
import type { ComparedYears } from "../../src/actions/compareYears";
import { describeYears } from "../../src/messages/years/describeYears";
import type { MessageRef } from "../../src/messages/messageRef";
import type { WorkbookSnapshot } from "../../src/workbook/snapshot";
import { useIsBusy, useLocale, useServices, useWords } from "../components/PaneContext";
import { Section } from "../components/Section";
import { NOTES_WORDS } from "../wording/notes";
import { readChosen } from "./files";
import { ButtonRow, FileButton } from "./parts";
import { ReasonList } from "./ReasonList";

/** Last year's workbook as it was chosen. */
export interface LastYear {
  readonly file: string;
  readonly workbook: WorkbookSnapshot;
}

/** 上年对比: last year's workbook chosen, changes that need a reason listed, the sheet of changes added. */
export function YearsSection({
  last,
  onLast,
}: {
  readonly last: LastYear | undefined;
  readonly onLast: (last: LastYear) => void;
}) {
  const words = useWords(NOTES_WORDS);
  const locale = useLocale();
  const { session, actions } = useServices();
  const isBusy = useIsBusy();
  const [compared, setCompared] = useState<ComparedYears>();
  const [problem, setProblem] = useState<MessageRef>();
  const [kept, setKept] = useState(0);
  const tell = (found: ComparedYears | { readonly problem: MessageRef }) => {
    setKept(0);
    setProblem("problem" in found ? found.problem : undefined);
    setCompared("problem" in found ? undefined : found);
  };
  const compare = async (given: LastYear) => {
    const found = await session.run("years", async (task) =>
      compareWorkbooks(
        await actions.readWhole(task),
        given.workbook,
        (await actions.officeDefaults()).thresholds,
      ),
    );
    if (!found) return;
    tell(found);
    if (!("problem" in found)) await actions.keepAround({ lastYear: given.workbook });
  };
  const keep = async (given: LastYear, reasons: ReadonlyMap<string, string>) => {
    const done = await session.run("years", async (task) => {
      await actions.writeReasons(reasons, task);
      return true;
    });
    if (!done) return;
    await compare(given);
    setKept(reasons.size);
  };
  const open = async ([file]: readonly File[]) => {
    const read = file && (await session.run("years", () => readChosen(file)));
    if (!read) return;
    if ("problem" in read) {
      setProblem(read.problem);
      return;
    }
    onLast(read);
    await compare(read);
  };
  const put = async (given: LastYear) => {
    const done = await session.run(
      "years",
      (task) => actions.putYears(given.workbook, task),
      (one) => ("sheet" in one ? words.put(one.sheet) : null),
    );
    if (done && "problem" in done) setProblem(done.problem);
  };
  const wanted =
    compared?.findings.filter(({ severity, reason }) => severity === "warning" && reason === undefined) ?? [];
  return (
    <Section title={words.yearsTitle}>
      {words.yearsHint}
      <ButtonRow>
        <FileButton
          label={words.openLast}
          accept=".xlsx,.xlsm,.xls,.et"
          onChosen={(files) => void open(files)}
        />
        {last && (
          <>
            <Button disabledFocusable={isBusy} onClick={() => void compare(last)}>
              {words.compare}
            </Button>
            <Button disabledFocusable={isBusy} onClick={() => void put(last)}>
              {words.putSheet}
            </Button>
          </>
        )}
      </ButtonRow>
      {last && <p>{words.last(last.file)}</p>}
      <div aria-live="polite">
        {problem && <p>{describeYears(problem, locale)}</p>}
        {kept > 0 && <p>{words.kept(kept)}</p>}
        {compared && (
          <>
            <p>{words.changes(compared.comparison.changes.length, wanted.length)}</p>
            <ReasonList
              wanted={wanted}
              lastReasons={compared.lastReasons}
              onKeep={(reasons) => void (last && keep(last, reasons))}
            />
          </>
        )}
      </div>
    </Section>
  );
}
