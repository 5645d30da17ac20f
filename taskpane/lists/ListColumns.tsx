import { Field, Select, makeStyles } from "@fluentui/react-components";
import { LIST_FIELDS } from "../../src/actions/fromList";
import type { BudgetList, ListField } from "../../src/actions/fromList";
import { columnLetters } from "../../src/workbook/address";
import { useIsBusy, useWords } from "../components/PaneContext";
import { FROM_LIST_WORDS } from "../wording/fromList";

const useStyles = makeStyles({
  // No wider than the pane, however long its options are.
  field: { minWidth: 0, maxWidth: "100%", margin: "4px 0", "& select": { minWidth: 0, width: "100%" } },
});

/** What each column of a list is taken for, each to be put right. */
export function ListColumns({
  list,
  onChange,
}: {
  readonly list: BudgetList;
  readonly onChange: (heading: string, field: ListField) => void;
}) {
  const styles = useStyles();
  const words = useWords(FROM_LIST_WORDS);
  const isBusy = useIsBusy();
  return list.sheets.map(({ sheet, columns }) => (
    <details key={sheet}>
      <summary>{words.columns(sheet)}</summary>
      <p>{words.columnsHint}</p>
      {columns.map(({ column, heading, field }) => (
        <Field key={column} className={styles.field} label={words.column(columnLetters(column), heading)}>
          <Select
            value={field}
            disabled={isBusy}
            onChange={(_event, { value }) => {
              const chosen = LIST_FIELDS.find((one) => one === value);
              if (chosen) onChange(heading, chosen);
            }}
          >
            {LIST_FIELDS.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </Select>
        </Field>
      ))}
    </details>
  ));
}
