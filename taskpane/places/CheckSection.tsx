import type { CheckResult } from "../../src/validation/checkResult";
import type { Finding } from "../../src/validation/finding";
import { FindingList } from "../components/FindingList";
import { Guide } from "../components/Guide";
import { useIsStepThere, usePaneState, useServices, useWords } from "../components/PaneContext";
import { Summary } from "../components/Summary";
import { groupFindings, isSameFinding } from "../groups";
import { CHECK_WORDS } from "../wording/check";

/** What the last 校验 came to; before the first, how to begin. */
export function CheckSection() {
  const words = useWords(CHECK_WORDS);
  const { phase, result } = usePaneState();
  if (result) return <Results result={result} />;
  return phase.kind === "running" ? null : <Guide title={words.emptyTitle} lines={words.emptySteps} />;
}

/** Nothing that has to be done anything about. */
function isNoMistake({ severity, accepted }: Finding): boolean {
  return accepted !== undefined || severity === "rounding" || severity === "info";
}

function Results({ result }: { readonly result: CheckResult }) {
  const words = useWords(CHECK_WORDS);
  const { session } = useServices();
  const { filter, sheet, mended } = usePaneState();
  const isFound = result.tables.length > 0;
  const isMendThere = useIsStepThere(mended?.written.step);
  // What was done about a finding stands where the finding was.
  const isShown = mended && isMendThere && !result.findings.some((one) => isSameFinding(one, mended.finding));
  const listed = isShown ? { ...result, findings: [...result.findings, mended.finding] } : result;
  const groups = groupFindings(listed, isFound ? { filter, sheet } : { filter: "all", sheet: null });
  return (
    <>
      {isFound ? (
        <Summary result={result} />
      ) : (
        <Guide
          title={words.noTables}
          lines={[words.noTablesHint]}
          action={{ label: words.whySheets, onPress: () => session.show("tables", "found") }}
        />
      )}
      {isFound && result.findings.every(isNoMistake) && (
        <Guide
          {...(result.tables.every(({ progress }) => progress.isEmpty)
            ? { title: words.nothingFilled, lines: [words.nothingFilledNext] }
            : { title: words.allGood, lines: [words.allGoodNext] })}
        />
      )}
      {result.findings.length > 0 && groups.length === 0 && (
        <Guide
          title={words.nothingShown}
          lines={[]}
          action={{ label: words.showAll, onPress: () => session.set({ filter: "all", sheet: null }) }}
        />
      )}
      <FindingList groups={groups} />
    </>
  );
}
