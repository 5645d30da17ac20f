import { Button } from "@fluentui/react-components";
import { FindingList } from "../components/FindingList";
import { useIsBusy, usePaneState, useServices, useWords } from "../components/PaneContext";
import { Section } from "../components/Section";
import { groupFindings } from "../groups";
import { CODES_WORDS } from "../wording/codes";

/** What the last check says of codes and their names. */
export function CodeFindings() {
  const words = useWords(CODES_WORDS);
  const services = useServices();
  const { result } = usePaneState();
  const isBusy = useIsBusy();
  if (!result) {
    return (
      <Section title={words.findingsTitle}>
        <p>{words.notYet}</p>
        <Button disabledFocusable={isBusy} onClick={() => void services.check()}>
          {words.check}
        </Button>
      </Section>
    );
  }
  const groups = groupFindings(result, { filter: "code", sheet: null });
  return (
    <Section title={words.findingsTitle}>
      {groups.length === 0 && <p>{words.none}</p>}
      <FindingList groups={groups} />
    </Section>
  );
}
