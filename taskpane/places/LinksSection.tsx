import { Button, makeStyles } from "@fluentui/react-components";
import { useIsBusy, useServices, useWords } from "../components/PaneContext";
import { Section } from "../components/Section";
import { ROWS_WORDS } from "../wording/rows";
import { RowsPreview } from "./RowsPreview";
import { useRowsPlan } from "./useRowsPlan";

const useStyles = makeStyles({
  row: { display: "flex", flexWrap: "wrap", gap: "8px", alignItems: "end", margin: "8px 0" },
});

/** 取消取数: lists what the table on this sheet takes from others, makes values of it in one step, takes it back. */
export function LinksSection() {
  const styles = useStyles();
  const words = useWords(ROWS_WORDS);
  const { actions } = useServices();
  const isBusy = useIsBusy();
  const rows = useRowsPlan();
  const preview = () =>
    rows.preview(async () => ({ kind: "unlink", in: { sheet: (await actions.activeCell()).sheet } }));
  return (
    <Section title={words.links.title}>
      {words.links.hint}
      <div className={styles.row}>
        <Button disabledFocusable={isBusy} onClick={() => void preview()}>
          {words.links.preview}
        </Button>
        {rows.done && (
          <Button disabledFocusable={isBusy} onClick={() => void rows.undo()}>
            {words.links.undo}
          </Button>
        )}
      </div>
      {rows.plan && <RowsPreview plan={rows.plan} onApply={() => void rows.apply()} />}
    </Section>
  );
}
