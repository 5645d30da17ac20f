import { Button, Field, makeStyles, Select, SpinButton, tokens } from "@fluentui/react-components";
import type { SpinButtonOnChangeData } from "@fluentui/react-components";
import type {
  RecognitionChange,
  RecognitionView,
  SheetView,
  TableView,
} from "../../src/actions/correctRecognition";
import { describe } from "../../src/messages/describe";
import { columnLetters } from "../../src/workbook/address";
import { fullName } from "../../src/messages/tableName";
import { useLocale, useWords } from "../components/PaneContext";
import { RECOGNITION_WORDS } from "../wording/recognition";

const useStyles = makeStyles({
  subtitle: { margin: "12px 0 4px", fontSize: "inherit", fontWeight: tokens.fontWeightSemibold },
  reason: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  withdraw: { marginTop: "12px" },
});

/** The value of a choice that stands for nothing: no table, no such column, no row of the table. */
const NONE = "-";

interface Props {
  readonly sheet: SheetView;
  readonly choices: RecognitionView["choices"];
  readonly isBusy: boolean;
  readonly onCorrect: (change: RecognitionChange) => void;
  readonly onWithdraw: () => void;
}

/** One sheet: the table it is taken for, its heading rows, columns and rows, each to be set by the user. */
export function SheetCorrections({ sheet, choices, isBusy, onCorrect, onWithdraw }: Props) {
  const styles = useStyles();
  const words = useWords(RECOGNITION_WORDS);
  const [first] = sheet.tables;
  return (
    <>
      <Field label={words.table}>
        <Select
          disabled={isBusy}
          value={first?.table ?? (sheet.isCorrected ? NONE : "")}
          onChange={(_event, { value }) =>
            onCorrect({ sheet: sheet.sheet, table: value === NONE ? null : value })
          }
        >
          {!first && !sheet.isCorrected && <option value="">{words.notPlaced}</option>}
          {choices.map(({ table, label, title }) => (
            <option key={table} value={table}>
              {fullName({ label, title })}
            </option>
          ))}
          <option value={NONE}>{words.noneHere}</option>
        </Select>
      </Field>
      {sheet.tables.map((table) => (
        <TableCorrections
          key={`${table.table} ${table.headerRows.first}`}
          sheet={sheet}
          table={table}
          isBusy={isBusy}
          onCorrect={(change) => onCorrect({ sheet: sheet.sheet, table: table.table, ...change })}
        />
      ))}
      {sheet.isCorrected && (
        <Button className={styles.withdraw} disabledFocusable={isBusy} onClick={onWithdraw}>
          {words.withdraw}
        </Button>
      )}
    </>
  );
}

type TableProps = Pick<Props, "sheet" | "isBusy"> & {
  readonly table: TableView;
  readonly onCorrect: (change: Pick<RecognitionChange, "headerRows" | "columns" | "rows">) => void;
};

function TableCorrections(props: TableProps) {
  const styles = useStyles();
  const words = useWords(RECOGNITION_WORDS);
  const locale = useLocale();
  const { table } = props;
  return (
    <>
      {table.reasons.map((reason) => (
        <div key={reason.key} className={styles.reason}>
          {describe(reason, locale)}
        </div>
      ))}
      <h3 className={styles.subtitle}>{words.headerRows}</h3>
      <HeaderRows {...props} />
      <h3 className={styles.subtitle}>{words.columns}</h3>
      <Columns {...props} />
      <h3 className={styles.subtitle}>{words.rows}</h3>
      <Rows {...props} />
    </>
  );
}

function HeaderRows({ table, isBusy, onCorrect }: TableProps) {
  const words = useWords(RECOGNITION_WORDS);
  const { first, last } = table.headerRows;
  const say = (rows: { first: number; last: number }) => {
    if (rows.first >= 0 && rows.last >= rows.first) onCorrect({ headerRows: rows });
  };
  return (
    <>
      <Field label={words.firstHeaderRow}>
        <SpinButton
          disabled={isBusy}
          min={1}
          max={last + 1}
          value={first + 1}
          onChange={(_event, data) => say({ first: rowOf(data, first), last })}
        />
      </Field>
      <Field label={words.lastHeaderRow}>
        <SpinButton
          disabled={isBusy}
          min={first + 1}
          value={last + 1}
          onChange={(_event, data) => say({ first, last: rowOf(data, last) })}
        />
      </Field>
    </>
  );
}

/** The row, from 0, of a spin button's new value: a number from its arrows, a text where it was typed. */
function rowOf({ value, displayValue }: SpinButtonOnChangeData, before: number): number {
  const number = value ?? Number(displayValue);
  return Number.isInteger(number) && number > 0 ? number - 1 : before;
}

function Columns({ sheet, table, isBusy, onCorrect }: TableProps) {
  const words = useWords(RECOGNITION_WORDS);
  const locale = useLocale();
  return table.columns.map(({ number, label, sheetColumn, isSure, reason }) => (
    <Field
      key={number}
      label={`${number} ${label}`}
      hint={describe(reason, locale)}
      {...(isSure ? {} : { validationMessage: words.unsure, validationState: "warning" })}
    >
      <Select
        disabled={isBusy}
        value={sheetColumn === undefined ? NONE : String(sheetColumn)}
        onChange={(_event, { value }) =>
          onCorrect({ columns: { [number]: value === NONE ? null : Number(value) } })
        }
      >
        <option value={NONE}>{words.noColumn}</option>
        {sheet.columns.map(({ column, heading }) => (
          <option key={column} value={String(column)}>
            {words.column(columnLetters(column), heading)}
          </option>
        ))}
      </Select>
    </Field>
  ));
}

function Rows({ table, isBusy, onCorrect }: TableProps) {
  const words = useWords(RECOGNITION_WORDS);
  return table.rows.map(({ row, text, kinds }) => (
    <Field key={row} label={words.rowLabel(row + 1, text)}>
      <Select
        disabled={isBusy}
        value={kinds[0] ?? NONE}
        onChange={(_event, { value }) => onCorrect({ rows: { [row]: value === NONE ? null : value } })}
      >
        <option value={NONE}>{words.noKind}</option>
        {table.kinds.map((kind) => (
          <option key={kind} value={kind}>
            {kind}
          </option>
        ))}
      </Select>
    </Field>
  ));
}
