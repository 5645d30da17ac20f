import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Badge,
  Button,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { useState } from "react";
import type { RecognitionChange, RecognitionView, SheetView } from "../../src/actions/correctRecognition";
import type { Task } from "../../src/actions/task";
import { describe, listed } from "../../src/messages/describe";
import { useIsBusy, useLocale, useServices, useWords } from "../components/PaneContext";
import { Section } from "../components/Section";
import { RECOGNITION_WORDS } from "../wording/recognition";
import { SheetCorrections } from "./SheetCorrections";

const useStyles = makeStyles({
  hint: { margin: "0 0 8px", color: tokens.colorNeutralForeground2 },
  item: { overflowWrap: "anywhere" },
  badge: { marginLeft: "6px" },
});

/** What each sheet is taken for, how surely and why; the user corrects it here, and the workbook keeps that. */
export function RecognitionSection() {
  const styles = useStyles();
  const words = useWords(RECOGNITION_WORDS);
  const { session, actions } = useServices();
  const isBusy = useIsBusy();
  const [view, setView] = useState<RecognitionView>();
  const work = (job: (task: Task) => Promise<RecognitionView>) =>
    void session.run("recognise", job).then((found) => found && setView(found));
  return (
    <Section title={words.title}>
      <p className={styles.hint}>{words.hint}</p>
      <Button disabledFocusable={isBusy} onClick={() => work(actions.recognise)}>
        {view ? words.lookAgain : words.look}
      </Button>
      {view && (
        <Accordion collapsible multiple>
          {view.sheets.map((sheet) => (
            <AccordionItem key={sheet.sheet} value={sheet.sheet} className={styles.item}>
              <AccordionHeader>
                <SheetHeading sheet={sheet} />
              </AccordionHeader>
              <AccordionPanel>
                <SheetCorrections
                  sheet={sheet}
                  choices={view.choices}
                  isBusy={isBusy}
                  onCorrect={(change: RecognitionChange) => work((task) => actions.correct(change, task))}
                  onWithdraw={() => work((task) => actions.withdraw(sheet.sheet, task))}
                />
              </AccordionPanel>
            </AccordionItem>
          ))}
        </Accordion>
      )}
    </Section>
  );
}

function SheetHeading({ sheet }: { readonly sheet: SheetView }) {
  const styles = useStyles();
  const words = useWords(RECOGNITION_WORDS);
  const locale = useLocale();
  const tables = listed(
    sheet.tables.map(({ label }) => label),
    locale,
  );
  const isUnsure = sheet.tables.some((table) => !table.isSure);
  const why = sheet.reason ? describe(sheet.reason, locale) : words.noTable;
  return (
    <span>
      {`${sheet.sheet}：${tables === "" ? why : tables}`}
      {isUnsure && (
        <Badge className={styles.badge} appearance="tint" color="warning">
          {words.unsure}
        </Badge>
      )}
      {sheet.isCorrected && (
        <Badge className={styles.badge} appearance="tint" color="informative">
          {words.corrected}
        </Badge>
      )}
    </span>
  );
}
