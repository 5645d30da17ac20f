import type { CheckResult } from "../../src/validation/checkResult";
import type { Severity } from "../../src/validation/finding";
import { FindingList } from "../components/FindingList";
import { Guide } from "../components/Guide";
import { usePaneState, useServices, useWords } from "../components/PaneContext";
import { Summary } from "../components/Summary";
import { Toolbar } from "../components/Toolbar";
import { groupFindings } from "../groups";
import { SEVERITIES } from "../preferences";
import { CHECK_WORDS } from "../wording/check";

/** 校验: begin one, and what the last one came to. */
export function CheckSection() {
  const words = useWords(CHECK_WORDS);
  const { phase, result } = usePaneState();
  return (
    <>
      <Toolbar />
      {result ? (
        <Results result={result} />
      ) : (
        phase.kind !== "running" && <Guide title={words.emptyTitle} lines={words.emptySteps} />
      )}
    </>
  );
}

function Results({ result }: { readonly result: CheckResult }) {
  const words = useWords(CHECK_WORDS);
  const { session, goTo } = useServices();
  const { shown } = usePaneState().preferences;
  const toggle = (severity: Severity) =>
    session.prefer({ shown: SEVERITIES.filter((one) => (one === severity) !== shown.includes(one)) });
  const isFound = result.tables.length > 0;
  // Without tables there are no counters to bring hidden kinds back.
  const groups = groupFindings(result, isFound ? shown : SEVERITIES);
  return (
    <>
      {isFound ? (
        <Summary result={result} shown={shown} onToggle={toggle} />
      ) : (
        <Guide title={words.noTables} lines={[words.noTablesHint]} />
      )}
      {isFound && result.findings.length === 0 && <Guide title={words.allGood} lines={[]} />}
      {result.findings.length > 0 && groups.length === 0 && <Guide title={words.nothingShown} lines={[]} />}
      <FindingList groups={groups} onGoTo={(cell) => void goTo(cell)} />
    </>
  );
}
