import { Button, Checkbox, Field, Input, Select, makeStyles } from "@fluentui/react-components";
import { useState } from "react";
import { useIsBusy, usePaneState, useServices, useWords } from "../components/PaneContext";
import { Section } from "../components/Section";
import type { RowsKind } from "../session";
import { ROWS_WORDS } from "../wording/rows";
import { RowsPreview } from "./RowsPreview";
import { useRowsPlan } from "./useRowsPlan";

const useStyles = makeStyles({
  row: { display: "flex", flexWrap: "wrap", gap: "8px", alignItems: "end", margin: "8px 0" },
});

const KINDS: readonly RowsKind[] = ["code", "item", "unit", "delete"];

/** 增行、删行: asks what is to come or go where the user is, lists it with its reasons, does it in one step, takes it back. */
export function RowsSection() {
  const styles = useStyles();
  const words = useWords(ROWS_WORDS);
  const { session, actions } = useServices();
  const { rowsKind: kind } = usePaneState();
  const isBusy = useIsBusy();
  const [code, setCode] = useState("");
  const [name, setName] = useState("");
  const [withChildren, setWithChildren] = useState(false);
  const rows = useRowsPlan();

  const preview = () =>
    rows.preview(() => actions.rowsRequest({ kind, code: code.trim(), name: name.trim(), withChildren }));
  const apply = async () => {
    if (!(await rows.apply())) return;
    setCode("");
    setName("");
  };
  const changed = (change: () => void) => {
    change();
    rows.forget();
  };

  return (
    <Section title={words.title}>
      {words.hint}
      <div className={styles.row}>
        <Field label={words.what}>
          <Select
            value={kind}
            onChange={(_event, { value }) =>
              changed(() => session.set({ rowsKind: KINDS.find((one) => one === value) ?? "code" }))
            }
          >
            {KINDS.map((one) => (
              <option key={one} value={one}>
                {words.kinds[one]}
              </option>
            ))}
          </Select>
        </Field>
        {kind !== "delete" && (
          <>
            <Field label={words.codes[kind]}>
              <Input value={code} onChange={(_event, { value }) => changed(() => setCode(value))} />
            </Field>
            <Field label={words.names[kind]}>
              <Input value={name} onChange={(_event, { value }) => changed(() => setName(value))} />
            </Field>
          </>
        )}
        {kind === "delete" && (
          <Checkbox
            label={words.withChildren}
            checked={withChildren}
            onChange={(_event, { checked }) => changed(() => setWithChildren(checked === true))}
          />
        )}
      </div>
      <p>{words.where[kind]}</p>
      <div className={styles.row}>
        <Button disabledFocusable={isBusy} onClick={() => void preview()}>
          {words.preview}
        </Button>
        {rows.done && (
          <Button disabledFocusable={isBusy} onClick={() => void rows.undo()}>
            {words.undo}
          </Button>
        )}
      </div>
      {rows.plan && <RowsPreview plan={rows.plan} onApply={() => void apply()} />}
    </Section>
  );
}
