import { AriaLiveAnnouncer, FluentProvider, makeStyles, tokens } from "@fluentui/react-components";
import type { Services } from "../services";
import { FONT_FAMILY, THEME } from "../theme";
import { ServicesProvider } from "./PaneContext";
import { Places } from "./Places";

const useStyles = makeStyles({
  root: { minHeight: "100vh", backgroundColor: tokens.colorNeutralBackground1, fontFamily: FONT_FAMILY },
});

const PANE_THEME = { ...THEME, fontFamilyBase: FONT_FAMILY };

/** The task pane. It shows the session's state and calls its services; nothing else. */
export function App({ services }: { readonly services: Services }) {
  const styles = useStyles();
  return (
    <FluentProvider theme={PANE_THEME}>
      <AriaLiveAnnouncer>
        <ServicesProvider value={services}>
          <main className={styles.root}>
            <Places />
          </main>
        </ServicesProvider>
      </AriaLiveAnnouncer>
    </FluentProvider>
  );
}
