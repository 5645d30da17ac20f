import { Button } from "@fluentui/react-components";
import type { Finding } from "../../src/validation/finding";
import { usePaneState, useServices, useWords } from "../components/PaneContext";
import { CHECK_WORDS } from "../wording/check";

/** 解释此格: which other relations the finding's cell takes part in. */
export function ExplainFinding({ finding }: { readonly finding: Finding }) {
  const words = useWords(CHECK_WORDS);
  const { session, goTo } = useServices();
  const { isExplaining } = usePaneState();
  if (isExplaining) return null;
  const explain = async () => {
    if (finding.cell) await goTo(finding.cell);
    session.set({ isExplaining: true });
    session.show("check", "explain");
  };
  return (
    <Button size="small" onClick={() => void explain()}>
      {words.explain}
    </Button>
  );
}
