import { Button, Field, Select, makeStyles } from "@fluentui/react-components";
import { useState } from "react";
import { useIsBusy, useServices, useWords } from "../components/PaneContext";
import { Section } from "../components/Section";
import { ROWS_WORDS } from "../wording/rows";
import { RowsPreview } from "./RowsPreview";
import { useRowsPlan } from "./useRowsPlan";

const useStyles = makeStyles({
  row: { display: "flex", flexWrap: "wrap", gap: "8px", alignItems: "end", margin: "8px 0" },
  // No wider than the pane, however long its options are.
  field: { minWidth: 0, maxWidth: "100%", "& select": { minWidth: 0, width: "100%" } },
});

const KINDS = ["complete", "sort", "merge"] as const;

/** 整理科目行: completes the trees of codes, sorts them, merges duplicates; each is listed first and can be taken back. */
export function TreesSection() {
  const styles = useStyles();
  const words = useWords(ROWS_WORDS);
  const { actions } = useServices();
  const isBusy = useIsBusy();
  const [scope, setScope] = useState<"sheet" | "workbook">("sheet");
  const rows = useRowsPlan();

  const preview = (kind: (typeof KINDS)[number]) =>
    rows.preview(async () =>
      scope === "workbook" ? { kind } : { kind, in: { sheet: (await actions.activeCell()).sheet } },
    );

  return (
    <Section title={words.trees.title}>
      {words.trees.hint}
      <div className={styles.row}>
        <Field className={styles.field} label={words.trees.where}>
          <Select
            value={scope}
            onChange={(_event, { value }) => {
              setScope(value === "workbook" ? "workbook" : "sheet");
              rows.forget();
            }}
          >
            {(["sheet", "workbook"] as const).map((one) => (
              <option key={one} value={one}>
                {words.trees.scopes[one]}
              </option>
            ))}
          </Select>
        </Field>
        {KINDS.map((kind) => (
          <Button key={kind} disabledFocusable={isBusy} onClick={() => void preview(kind)}>
            {words.trees.kinds[kind]}
          </Button>
        ))}
        {rows.done && (
          <Button disabledFocusable={isBusy} onClick={() => void rows.undo()}>
            {words.undo}
          </Button>
        )}
      </div>
      {rows.plan && <RowsPreview plan={rows.plan} onApply={() => void rows.apply()} />}
    </Section>
  );
}
