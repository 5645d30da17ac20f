import { AriaLiveAnnouncer, FluentProvider, makeStyles, tokens } from "@fluentui/react-components";
import { useSyncExternalStore } from "react";
import type { Locale } from "../../src/messages/describe";
import type { CheckResult } from "../../src/validation/checkResult";
import type { Severity } from "../../src/validation/finding";
import { groupFindings } from "../groups";
import { SEVERITIES } from "../preferences";
import type { Session } from "../session";
import { FONT_FAMILY, THEME } from "../theme";
import { FindingList } from "./FindingList";
import { Guide } from "./Guide";
import { Notice } from "./Notice";
import { LocaleProvider, useWording } from "./PaneContext";
import { Settings } from "./Settings";
import { Summary } from "./Summary";
import { Toolbar } from "./Toolbar";
import { UnplacedSheets } from "./UnplacedSheets";

const useStyles = makeStyles({
  root: { minHeight: "100vh", backgroundColor: tokens.colorNeutralBackground1, fontFamily: FONT_FAMILY },
});

const PANE_THEME = { ...THEME, fontFamilyBase: FONT_FAMILY };

interface AppProps {
  readonly session: Session;
  readonly locale: Locale;
}

/** The task pane. It shows the session's state and calls its actions; nothing else. */
export function App({ session, locale }: AppProps) {
  return (
    <FluentProvider theme={PANE_THEME}>
      <AriaLiveAnnouncer>
        <LocaleProvider value={locale}>
          <Pane session={session} />
        </LocaleProvider>
      </AriaLiveAnnouncer>
    </FluentProvider>
  );
}

function Pane({ session }: { readonly session: Session }) {
  const styles = useStyles();
  const words = useWording();
  const { phase, result, preferences } = useSyncExternalStore(session.subscribe, session.getState);
  const toggle = (severity: Severity) =>
    session.prefer({
      shown: SEVERITIES.filter((one) => (one === severity) !== preferences.shown.includes(one)),
    });
  return (
    <main className={styles.root}>
      <Toolbar
        running={phase.kind === "running" ? phase.work : undefined}
        onCheck={() => void session.check()}
        onClear={() => void session.clear()}
      />
      <Notice phase={phase} />
      {result ? (
        <Results result={result} shown={preferences.shown} onToggle={toggle} session={session} />
      ) : (
        phase.kind === "idle" && <Guide title={words.emptyTitle} lines={words.emptySteps} />
      )}
      <Settings edition={preferences.edition} onEdition={(edition) => session.prefer({ edition })} />
    </main>
  );
}

interface ResultsProps {
  readonly result: CheckResult;
  readonly shown: readonly Severity[];
  readonly onToggle: (severity: Severity) => void;
  readonly session: Session;
}

function Results({ result, shown, onToggle, session }: ResultsProps) {
  const words = useWording();
  const isFound = result.tables.length > 0;
  // Without tables there are no counters to bring hidden kinds back.
  const groups = groupFindings(result, isFound ? shown : SEVERITIES);
  return (
    <>
      {isFound ? (
        <Summary result={result} shown={shown} onToggle={onToggle} />
      ) : (
        <Guide title={words.noTables} lines={[words.noTablesHint]} />
      )}
      {isFound && result.findings.length === 0 && <Guide title={words.allGood} lines={[]} />}
      {result.findings.length > 0 && groups.length === 0 && <Guide title={words.nothingShown} lines={[]} />}
      <FindingList groups={groups} onGoTo={(cell) => void session.goTo(cell)} />
      <UnplacedSheets sheets={result.unplaced} />
    </>
  );
}
