import { Tab, TabList, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useCallback, useEffect, useRef, useState } from "react";
import { SECTIONS } from "../places/places";
import { PLACES } from "../session";
import type { Place } from "../session";
import { PANE_WORDS } from "../wording/pane";
import { usePaneState, useServices, useWords } from "./PaneContext";
import { StatusBar } from "./StatusBar";
import { UndoBar } from "./UndoBar";
import { UndoNotice } from "./UndoNotice";

const useStyles = makeStyles({
  top: {
    position: "sticky",
    top: 0,
    zIndex: 1,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  // At 200 % zoom a pane has room for two tabs in a line.
  tabs: { flexWrap: "wrap" },
  heard: {
    position: "absolute",
    width: "1px",
    height: "1px",
    margin: 0,
    overflow: "hidden",
    clipPath: "inset(50%)",
    whiteSpace: "nowrap",
  },
  // A line above each part under a heading but the first, also where several come together.
  panel: {
    ":focus": { outline: "none" },
    "& > [data-section] ~ [data-section]": { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  },
  later: { "& > [data-section]": { borderTop: `1px solid ${tokens.colorNeutralStroke2}` } },
});

/** The five places under their tabs. A place once opened stays as it was left, so that a half-filled form is not lost. */
export function Places() {
  const styles = useStyles();
  const words = useWords(PANE_WORDS);
  const { session } = useServices();
  const { at } = usePaneState();
  const [opened, setOpened] = useState<ReadonlySet<Place>>(new Set([at.place]));
  if (!opened.has(at.place)) setOpened(new Set([...opened, at.place]));
  const header = useRef<HTMLElement>(null);
  const sections = useRef(new Map<string, HTMLElement>());
  const goThere = useCallback(() => {
    const section = at.section === null ? undefined : sections.current.get(at.section);
    // Below the tabs, which stay in sight above whatever is scrolled.
    section?.style.setProperty("scroll-margin-top", `${header.current?.offsetHeight ?? 0}px`);
    section?.scrollIntoView({ block: "start" });
    // Where a section is there to be typed into, the cursor stands in its field at once.
    (section?.querySelector<HTMLElement>("[data-first]") ?? section)?.focus({ preventScroll: true });
  }, [at]);
  useEffect(goThere, [goThere]);
  return (
    <>
      <header ref={header} className={styles.top}>
        <h1 className={styles.heard}>{words.title}</h1>
        <TabList
          size="medium"
          className={styles.tabs}
          aria-label={words.placesLabel}
          selectedValue={at.place}
          onTabSelect={(_event, { value }) => {
            session.quieten();
            session.show(value as Place);
          }}
        >
          {PLACES.map((place) => (
            <Tab key={place} value={place} id={`tab-${place}`} aria-controls={`place-${place}`}>
              {words.places[place]}
            </Tab>
          ))}
        </TabList>
        <StatusBar />
        <UndoBar />
        <UndoNotice />
      </header>
      {PLACES.map((place) => (
        <div
          key={place}
          id={`place-${place}`}
          role="tabpanel"
          aria-labelledby={`tab-${place}`}
          hidden={place !== at.place}
        >
          {opened.has(place) &&
            SECTIONS[place].map(({ id, Component }, index) => (
              <section
                key={id}
                className={mergeClasses(styles.panel, index > 0 && styles.later)}
                tabIndex={-1}
                ref={(element) => {
                  if (element) sections.current.set(id, element);
                }}
              >
                <Component {...(at.section === id && { onThere: goThere })} />
              </section>
            ))}
        </div>
      ))}
    </>
  );
}
