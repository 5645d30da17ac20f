import { Button, Field, Select, makeStyles } from "@fluentui/react-components";
import { useState } from "react";
import { CODE_KINDS } from "../../src/actions/findCodes";
import type { CodeKind } from "../../src/actions/importCodes";
import { useIsBusy, usePaneState, useServices, useWords } from "../components/PaneContext";
import { Section } from "../components/Section";
import { LIST_WORDS } from "../wording/lists";
import { PICKER_WORDS } from "../wording/picker";

const useStyles = makeStyles({
  row: { display: "flex", flexWrap: "wrap", gap: "8px", alignItems: "end", margin: "8px 0" },
  // No wider than the pane, however long its options are.
  field: { minWidth: 0, maxWidth: "100%", "& select": { minWidth: 0, width: "100%" } },
});

/** 科目字典: inserts a sheet with a whole list. */
export function DictionarySection() {
  const styles = useStyles();
  const words = useWords(LIST_WORDS);
  const { kinds } = useWords(PICKER_WORDS);
  const { session, actions } = useServices();
  const { edition } = usePaneState().preferences;
  const isBusy = useIsBusy();
  const [kind, setKind] = useState<CodeKind>("functional");
  const insert = () =>
    session.run("dictionary", (task) => actions.insertDictionary(kind, edition, task), words.inserted);
  return (
    <Section title={words.dictionary}>
      {words.dictionaryHint}
      <div className={styles.row}>
        <Field className={styles.field} label={words.kind}>
          <Select
            value={kind}
            onChange={(_event, { value }) => setKind(CODE_KINDS.find((one) => one === value) ?? "functional")}
          >
            {CODE_KINDS.map((one) => (
              <option key={one} value={one}>
                {kinds[one]}
              </option>
            ))}
          </Select>
        </Field>
        <Button disabledFocusable={isBusy} onClick={() => void insert()}>
          {words.insert}
        </Button>
      </div>
    </Section>
  );
}
