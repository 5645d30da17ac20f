import { Field, Input, Select, Textarea, makeStyles } from "@fluentui/react-components";
import type { InsertSettings } from "../../src/actions/insertTables";
import { useWords } from "../components/PaneContext";
import { INSERT_WORDS } from "../wording/insert";

const useStyles = makeStyles({
  form: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: "8px", margin: "8px 0" },
  row: { display: "flex", flexWrap: "wrap", gap: "8px" },
  small: { flex: "1 1 90px", minWidth: 0 },
  input: { minWidth: 0, width: "100%" },
});

/** Four digits of a year that can be a budget's. */
const YEAR = /^20\d{2}$/;
const MOST_BLANK_ROWS = 200;

/** What new tables are made for: department, year, unit, units with their projects, codes. */
export function InsertSettingsForm({
  settings,
  onChange,
}: {
  readonly settings: InsertSettings;
  readonly onChange: (change: Partial<InsertSettings>) => void;
}) {
  const styles = useStyles();
  const words = useWords(INSERT_WORDS);
  return (
    <div className={styles.form}>
      <Field label={words.department}>
        <Input
          value={settings.department}
          onChange={(_event, { value }) => onChange({ department: value.trimStart() })}
        />
      </Field>
      <div className={styles.row}>
        <Field label={words.year} className={styles.small}>
          <Input
            className={styles.input}
            type="number"
            min={2000}
            max={2099}
            defaultValue={String(settings.year)}
            onChange={(_event, { value }) => YEAR.test(value) && onChange({ year: Number(value) })}
          />
        </Field>
        <Field label={words.unit} className={styles.small}>
          <Select
            className={styles.input}
            value={settings.unit}
            onChange={(_event, { value }) => onChange({ unit: value === "元" ? "元" : "万元" })}
          >
            <option>万元</option>
            <option>元</option>
          </Select>
        </Field>
        <Field label={words.blankRows} className={styles.small}>
          <Input
            className={styles.input}
            type="number"
            min={0}
            max={MOST_BLANK_ROWS}
            defaultValue={String(settings.blankRows)}
            onChange={(_event, { value }) =>
              /^\d{1,3}$/.test(value) && onChange({ blankRows: Math.min(Number(value), MOST_BLANK_ROWS) })
            }
          />
        </Field>
      </div>
      <Field label={words.list} hint={words.listHint}>
        <Textarea
          rows={4}
          resize="vertical"
          value={settings.list}
          onChange={(_event, { value }) => onChange({ list: value })}
        />
      </Field>
      <Field label={words.codes} hint={words.codesHint}>
        <Input value={settings.codes} onChange={(_event, { value }) => onChange({ codes: value })} />
      </Field>
    </div>
  );
}
