import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { CodeAndName, Imported, ImportedList } from "../../src/actions/importCodes";
import { describe, listed } from "../../src/messages/describe";
import type { Locale } from "../../src/messages/describe";
import type { ListPlace } from "../actions";
import { useIsBusy, useLocale, useWords } from "../components/PaneContext";
import { LIST_WORDS } from "../wording/lists";
import { PICKER_WORDS } from "../wording/picker";

const useStyles = makeStyles({
  list: { margin: "0 0 8px", padding: "0 0 0 12px", listStyleType: "none", overflowWrap: "anywhere" },
  subtitle: { margin: "8px 0 0", cursor: "pointer", fontWeight: tokens.fontWeightSemibold },
  row: { display: "flex", flexWrap: "wrap", gap: "8px", margin: "8px 0" },
});

/** Beyond these a list is cut, so that it does not hold up the pane. */
const MOST_LISTED = 100;

/** What a list holds and how it differs from the shipped one, or why it is refused. */
export function ImportPreview({
  imported,
  onKeep,
}: {
  readonly imported: Imported;
  readonly onKeep: (list: ImportedList, place: ListPlace) => void;
}) {
  const styles = useStyles();
  const words = useWords(LIST_WORDS);
  const { kinds } = useWords(PICKER_WORDS);
  const locale = useLocale();
  const isBusy = useIsBusy();
  if ("problems" in imported) {
    const { problems } = imported;
    return (
      <div role="alert">
        {words.refused(problems.length)}
        <ul className={styles.list}>
          {problems.slice(0, MOST_LISTED).map((problem, index) => (
            <li key={index}>{describe(problem, locale)}</li>
          ))}
          {problems.length > MOST_LISTED && <li>{words.more(problems.length - MOST_LISTED)}</li>}
        </ul>
      </div>
    );
  }
  const { list, comparison, columns, shipped, skipped } = imported.preview;
  const { added, changed, missing, same } = comparison;
  const parts = (letters: readonly string[]) => listed(letters, locale);
  return (
    <div role="region" aria-label={list.title}>
      <p>
        {words.keptList(list.title, kinds[list.kind], list.year, list.entries.length)}
        {columns.name.length > 0 && ` · ${words.columns(parts(columns.code), parts(columns.name))}`}
        {skipped.length > 0 && ` · ${words.skipped(rowsText(skipped, locale))}`}
      </p>
      <p>
        {words.compared(shipped.title, shipped.edition)}
        {words.counts(list.entries.length, same)}
      </p>
      <Entries title={words.added(added.length)} entries={added} />
      <Entries
        title={words.changed(changed.length)}
        entries={changed.map(({ code, name, before }) => ({ code, name: `${before} → ${name}` }))}
      />
      <Entries title={words.missing(missing.length)} entries={missing} />
      <div className={styles.row}>
        {(["workbook", "user"] as const).map((place) => (
          <Button
            key={place}
            appearance={place === "workbook" ? "primary" : "secondary"}
            disabledFocusable={isBusy}
            onClick={() => onKeep(list, place)}
          >
            {words.keep[place]}
          </Button>
        ))}
      </div>
    </div>
  );
}

function Entries({ title, entries }: { readonly title: string; readonly entries: readonly CodeAndName[] }) {
  const styles = useStyles();
  const words = useWords(LIST_WORDS);
  if (entries.length === 0) return null;
  return (
    <details>
      <summary className={styles.subtitle}>{title}</summary>
      <ul className={styles.list}>
        {entries.slice(0, MOST_LISTED).map(({ code, name }) => (
          <li key={code}>{`${code} ${name}`}</li>
        ))}
        {entries.length > MOST_LISTED && <li>{words.more(entries.length - MOST_LISTED)}</li>}
      </ul>
    </details>
  );
}

/** 1、2、5–9: row numbers with runs put together. */
function rowsText(rows: readonly number[], locale: Locale): string {
  const runs: [first: number, last: number][] = [];
  for (const row of rows) {
    const last = runs[runs.length - 1];
    if (last && last[1] + 1 === row) last[1] = row;
    else runs.push([row, row]);
  }
  const shown = runs
    .slice(0, 10)
    .map(([first, last]) => (first === last ? String(first) : `${first}–${last}`));
  return listed(runs.length > shown.length ? [...shown, "…"] : shown, locale);
}
