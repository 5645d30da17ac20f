import { Checkbox, Field, Input, Textarea, makeStyles, tokens } from "@fluentui/react-components";
import type { LearnableTable } from "../../src/actions/learnTables";
import type { Offer } from "../../src/validation/structure/withStructure";
import { useWords } from "../components/PaneContext";
import { LEARN_WORDS } from "../wording/learn";
import { relationText } from "./relationText";

const useStyles = makeStyles({
  group: { margin: "4px 0", padding: "0 0 4px", border: 0, minWidth: 0 },
  summary: { cursor: "pointer", padding: "4px 0" },
  borne: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  list: { margin: 0, padding: "0 0 0 8px", listStyleType: "none", overflowWrap: "anywhere" },
});

/** What the user says of one table before it is kept. */
export interface TableForm {
  readonly isKept: boolean;
  readonly title: string;
  /** Printed numbers of columns, and kinds of row, that are struck out. */
  readonly columns: readonly number[];
  readonly kinds: readonly string[];
  /** Relations of his own, one a line. */
  readonly written: string;
}

/** One table as it would be learned: its title, columns, rows and relations, each of which can be struck out. */
export function LearnTable({
  table,
  tables,
  form,
  chosen,
  problems,
  onChange,
  onRelation,
}: {
  readonly table: LearnableTable;
  readonly tables: readonly LearnableTable[];
  readonly form: TableForm;
  /** Ids of the relations that are kept. */
  readonly chosen: ReadonlySet<string>;
  /** Lines of `written` that cannot be read. */
  readonly problems: readonly string[];
  readonly onChange: (form: TableForm) => void;
  readonly onRelation: (id: string, isChosen: boolean) => void;
}) {
  const words = useWords(LEARN_WORDS);
  const without = <T,>(list: readonly T[], one: T, isIn: boolean) =>
    isIn ? list.filter((other) => other !== one) : [...list, one];
  return (
    <li>
      <Checkbox
        label={words.table(table.title, table.sheet)}
        checked={form.isKept}
        onChange={(_event, { checked }) => onChange({ ...form, isKept: checked === true })}
      />
      {form.isKept && (
        <>
          <Field label={words.tableTitle}>
            <Input value={form.title} onChange={(_event, { value }) => onChange({ ...form, title: value })} />
          </Field>
          <Group title={words.columns}>
            {table.numbered.map(({ number, heading, isAmount }) => (
              <li key={number}>
                <Checkbox
                  label={`C${number} ${heading}`}
                  checked={!form.columns.includes(number)}
                  disabled={!isAmount}
                  onChange={(_event, { checked }) =>
                    onChange({ ...form, columns: without(form.columns, number, checked === true) })
                  }
                />
              </li>
            ))}
          </Group>
          <Group title={words.rows}>
            {table.kinds.map((kind) => (
              <li key={kind}>
                <Checkbox
                  label={kind}
                  checked={!form.kinds.includes(kind)}
                  onChange={(_event, { checked }) =>
                    onChange({ ...form, kinds: without(form.kinds, kind, checked === true) })
                  }
                />
              </li>
            ))}
          </Group>
          <Group title={words.relations}>
            {table.relations.map((offer) => (
              <RelationItem
                key={offer.relation.id + offer.relation.text}
                offer={offer}
                text={relationText(offer.relation.text, tables, table, words)}
                isChosen={chosen.has(offer.relation.id)}
                onRelation={onRelation}
              />
            ))}
          </Group>
          <Field
            label={words.own}
            hint={words.ownHint}
            {...(problems.length > 0
              ? {
                  validationState: "error" as const,
                  validationMessage: problems.map((text) => words.ownWrong(text)).join(" "),
                }
              : {})}
          >
            <Textarea
              value={form.written}
              onChange={(_event, { value }) => onChange({ ...form, written: value })}
            />
          </Field>
        </>
      )}
    </li>
  );
}

function Group({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  const styles = useStyles();
  return (
    <details className={styles.group}>
      <summary className={styles.summary}>{title}</summary>
      <ul className={styles.list}>{children}</ul>
    </details>
  );
}

/** One relation that can be kept or struck out, with how far the figures bear it out. */
export function RelationItem({
  offer: { relation, evidence },
  text,
  isChosen,
  onRelation,
}: {
  readonly offer: Offer;
  readonly text: string;
  readonly isChosen: boolean;
  readonly onRelation: (id: string, isChosen: boolean) => void;
}) {
  const styles = useStyles();
  const words = useWords(LEARN_WORDS);
  return (
    <li>
      <Checkbox
        label={
          <>
            {text} <span className={styles.borne}>{words.borne(evidence.held, evidence.of)}</span>
          </>
        }
        checked={isChosen}
        onChange={(_event, { checked }) => onRelation(relation.id, checked === true)}
      />
    </li>
  );
}
