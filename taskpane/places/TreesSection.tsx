import { Button, Field, Select, makeStyles } from "@fluentui/react-components";
import { useState } from "react";
import type { RowsDone, RowsPlan } from "../../src/actions/rows";
import type { RowsRequest } from "../actions";
import { useIsBusy, useServices, useWords } from "../components/PaneContext";
import { Section } from "../components/Section";
import { ROWS_WORDS } from "../wording/rows";
import { RowsPreview } from "./RowsPreview";

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
  const { session, actions } = useServices();
  const isBusy = useIsBusy();
  const [scope, setScope] = useState<"sheet" | "workbook">("sheet");
  const [listed, setListed] = useState<{ readonly plan: RowsPlan; readonly request: RowsRequest }>();
  const [done, setDone] = useState<RowsDone>();

  const preview = async (kind: (typeof KINDS)[number]) => {
    const found = await session.run("rows", async (task) => {
      const request: RowsRequest =
        scope === "workbook" ? { kind } : { kind, in: { sheet: (await actions.activeCell()).sheet } };
      return { request, plan: await actions.previewRows(request, task) };
    });
    if (found) setListed(found);
  };
  const apply = async (plan: RowsPlan, request: RowsRequest) => {
    const made = await session.run(
      "rows",
      (task) => actions.applyRows(plan, request, task),
      ({ plan: { added, removed, moved } }) => words.applied(added.length, removed.length, moved.length),
    );
    if (!made) return;
    setDone(made);
    setListed(undefined);
  };
  const undo = async (made: RowsDone) => {
    const undone = await session.run(
      "rows",
      () => actions.undoRows(made).then(() => true),
      () => words.undone,
    );
    if (undone) setDone(undefined);
  };

  return (
    <Section title={words.trees.title}>
      {words.trees.hint}
      <div className={styles.row}>
        <Field className={styles.field} label={words.trees.where}>
          <Select
            value={scope}
            onChange={(_event, { value }) => {
              setScope(value === "workbook" ? "workbook" : "sheet");
              setListed(undefined);
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
        {done && (
          <Button disabledFocusable={isBusy} onClick={() => void undo(done)}>
            {words.undo}
          </Button>
        )}
      </div>
      {listed && <RowsPreview plan={listed.plan} onApply={() => void apply(listed.plan, listed.request)} />}
    </Section>
  );
}
