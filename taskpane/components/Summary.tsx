import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { describe } from "../../src/messages/describe";
import type { CheckResult } from "../../src/validation/checkResult";
import { countByFilter, FILTERS } from "../groups";
import type { Filter } from "../groups";
import { CHECK_WORDS } from "../wording/check";
import { useLocale, usePaneState, useServices, useWords } from "./PaneContext";
import { SeverityIcon } from "./SeverityIcon";
import { Untold } from "./Untold";

const useStyles = makeStyles({
  root: { padding: "0 12px 12px", display: "flex", flexDirection: "column", gap: "8px" },
  line: { margin: 0, fontWeight: tokens.fontWeightSemibold, lineHeight: "1.5" },
  detail: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  filters: { display: "flex", flexWrap: "wrap", gap: "6px" },
  filter: { minWidth: 0, padding: "2px 8px", gap: "5px", fontWeight: tokens.fontWeightRegular },
  scope: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "8px" },
});

/** Findings of what Excel did not do: in the list below they would be among those of a sheet, where nobody looks for them. */
const OF_EXCEL: ReadonlySet<string> = new Set(["marks.notWritten", "sheet.refused", "workbook.stale"]);

/** What a check came to in one line, and the kinds of finding to narrow the list to. */
export function Summary({ result }: { readonly result: CheckResult }) {
  const styles = useStyles();
  const words = useWords(CHECK_WORDS);
  const { session } = useServices();
  const { filter, sheet, preferences } = usePaneState();
  const locale = useLocale();
  const counts = countByFilter(result.findings, sheet);
  const { checked } = result.relations;
  return (
    <div className={styles.root}>
      <p className={styles.line}>
        {words.summary(result.tables.length, checked, counts.error, counts.rounding)}
      </p>
      <Untold relations={result.untold} kind="cannotTell" />
      <Untold relations={result.untold} kind="notApplicable" />
      {preferences.isLive && <p className={styles.detail}>{words.isLive}</p>}
      {preferences.isListOnly && <p className={styles.detail}>{words.isListOnly}</p>}
      {result.findings
        .filter(({ rule }) => OF_EXCEL.has(rule))
        .map(({ message }, index) => (
          <p key={index} className={styles.line}>
            {describe(message, locale)}
          </p>
        ))}
      {sheet !== null && (
        <div className={styles.scope}>
          <span>{words.onlySheet(sheet)}</span>
          <Button size="small" onClick={() => session.set({ sheet: null })}>
            {words.allSheets}
          </Button>
        </div>
      )}
      {result.findings.length > 0 && (
        <div className={styles.filters} role="group" aria-label={words.filtersLabel}>
          {FILTERS.filter((one) => one === "all" || one === filter || counts[one] > 0).map((one) => (
            <FilterButton
              key={one}
              filter={one}
              count={one === "all" ? null : counts[one]}
              isChosen={one === filter}
              onChoose={() => session.set({ filter: one })}
            />
          ))}
        </div>
      )}
    </div>
  );
}

interface FilterButtonProps {
  readonly filter: Filter;
  /** Not shown where it is null. */
  readonly count: number | null;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function FilterButton({ filter, count, isChosen, onChoose }: FilterButtonProps) {
  const styles = useStyles();
  const words = useWords(CHECK_WORDS);
  const isSeverity = filter !== "all" && filter !== "code" && filter !== "accepted";
  return (
    <Button
      size="small"
      className={styles.filter}
      appearance={isChosen ? "primary" : "outline"}
      aria-pressed={isChosen}
      onClick={onChoose}
    >
      {isSeverity && !isChosen && <SeverityIcon severity={filter} />}
      {words.filters[filter]}
      {count === null ? "" : ` ${count}`}
    </Button>
  );
}
