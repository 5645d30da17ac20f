import { AriaLiveAnnouncer, FluentProvider, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useSyncExternalStore } from "react";
import type { Services } from "../services";
import { DarkProvider, paneTheme } from "../theme";
import { ServicesProvider } from "./PaneContext";
import { Places } from "./Places";

const useStyles = makeStyles({
  root: {
    minHeight: "100vh",
    backgroundColor: tokens.colorNeutralBackground1,
    // Fields have a width of their own by default, which at 200 % zoom is more than the pane has.
    "& .fui-Field, & .fui-Select, & .fui-Input, & .fui-Textarea": { minWidth: 0, maxWidth: "100%" },
    "& input, & select, & textarea": { minWidth: 0 },
    "& select": { width: "100%" },
  },
});

interface AppProps {
  readonly services: Services;
  /** Whether the host is dark, as src/excel/theme.ts tells it; light when left out. */
  readonly theme?: { isDark(): boolean; subscribe(listener: () => void): () => void };
}

const LIGHT = { isDark: () => false, subscribe: () => () => {} };

/** The task pane. It shows the session's state and calls its services; nothing else. */
export function App({ services, theme = LIGHT }: AppProps) {
  const styles = useStyles();
  useEffect(() => {
    /** F8 and Shift+F8 go from finding to finding, wherever in the pane the keyboard is. */
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== "F8" || event.isComposing) return;
      event.preventDefault();
      void services.step(event.shiftKey ? -1 : 1);
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [services]);
  const isDark = useSyncExternalStore(theme.subscribe, theme.isDark);
  return (
    <FluentProvider theme={paneTheme(isDark)}>
      <AriaLiveAnnouncer>
        <DarkProvider value={isDark}>
          <ServicesProvider value={services}>
            <main className={styles.root}>
              <Places />
            </main>
          </ServicesProvider>
        </DarkProvider>
      </AriaLiveAnnouncer>
    </FluentProvider>
  );
}
