import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useRef } from "react";
import type { ReactNode } from "react";
import { describe } from "../../src/messages/describe";
import type { Severity } from "../../src/validation/finding";
import type { CellAddress } from "../../src/workbook/address";
import { CellLink } from "../components/CellLink";
import { useIsBusy, useLocale, useWords } from "../components/PaneContext";
import { SeverityIcon } from "../components/SeverityIcon";
import { NOTES_WORDS } from "../wording/notes";

const useStyles = makeStyles({
  row: { display: "flex", flexWrap: "wrap", gap: "8px", alignItems: "center", margin: "8px 0" },
  list: { margin: "8px 0", padding: 0, listStyleType: "none" },
  item: {
    display: "flex",
    gap: "6px",
    padding: "8px 0",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  words: { flex: 1, minWidth: 0, overflowWrap: "anywhere" },
  quote: { margin: "4px 0 0", color: tokens.colorNeutralForeground2 },
  cells: { display: "flex", flexWrap: "wrap", gap: "4px 10px", marginTop: "4px" },
});

/** Buttons in a line that breaks where the pane is narrow. */
export function ButtonRow({ children }: { readonly children: ReactNode }) {
  return <div className={useStyles().row}>{children}</div>;
}

/** A button that lets the user choose files; the browser's own control is wider than a narrow pane. */
export function FileButton({
  label,
  accept,
  isMultiple = false,
  onChosen,
}: {
  readonly label: string;
  readonly accept: string;
  readonly isMultiple?: boolean;
  readonly onChosen: (files: readonly File[]) => void;
}) {
  const isBusy = useIsBusy();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button disabledFocusable={isBusy} onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={label}
        accept={accept}
        multiple={isMultiple}
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          if (files.length > 0) onChosen(files);
          // The same file, mended, can be chosen again.
          target.value = "";
        }}
      />
    </>
  );
}

/** One thing that is said, with the sentence of the text or the cells that it is about. */
export interface Told {
  readonly severity: Severity;
  readonly text: string;
  readonly quote?: string;
  /** Where it may be wrong, and what would be right. */
  readonly hint?: string;
  readonly cells: readonly CellAddress[];
}

/** Listed in one go; what comes behind is told when those are settled. */
const MOST = 60;
const MOST_CELLS = 6;

/** What was found, each with its cells to go to. */
export function ToldList({ told }: { readonly told: readonly Told[] }) {
  const styles = useStyles();
  const words = useWords(NOTES_WORDS);
  const locale = useLocale();
  if (told.length === 0) return <p>{words.nothing}</p>;
  return (
    <>
      <ul className={styles.list}>
        {told.slice(0, MOST).map(({ severity, text, quote, hint, cells }, index) => (
          <li key={index} className={styles.item}>
            <SeverityIcon severity={severity} />
            <div className={styles.words}>
              <b>{describe({ key: `severity.${severity}`, args: {} }, locale)}</b> {text}
              {quote !== undefined && quote !== "" && <p className={styles.quote}>{quote}</p>}
              {hint !== undefined && hint !== "" && <p className={styles.quote}>{hint}</p>}
              {cells.length > 0 && (
                <div className={styles.cells}>
                  {cells.slice(0, MOST_CELLS).map((cell, place) => (
                    <CellLink key={place} cell={cell} />
                  ))}
                </div>
              )}
            </div>
          </li>
        ))}
      </ul>
      {told.length > MOST && <p>{words.more(told.length - MOST)}</p>}
    </>
  );
}
