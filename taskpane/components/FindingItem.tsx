import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import { describe } from "../../src/messages/describe";
import { findingText, severityText } from "../../src/planning/findingText";
import type { Finding, Suspect } from "../../src/validation/finding";
import { namedSuspects } from "../../src/validation/finding";
import { printedDecimals } from "../../src/validation/printedDecimals";
import { formatA1 } from "../../src/workbook/address";
import type { CellAddress } from "../../src/workbook/address";
import { differenceText, figureText } from "../amountText";
import { FINDING_ACTIONS } from "../places/findingActions";
import { useSeverityColors } from "../theme";
import { CHECK_WORDS } from "../wording/check";
import { MEND_WORDS } from "../wording/mend";
import type { CheckWords } from "../wording/check";
import { CellLink } from "./CellLink";
import { Equation } from "./Equation";
import { useLocale, useServices, useWords } from "./PaneContext";
import { SeverityIcon } from "./SeverityIcon";

const useStyles = makeStyles({
  item: {
    listStyleType: "none",
    // The tabs stay above whatever is scrolled into view.
    scrollMarginTop: "96px",
    scrollMarginBottom: "12px",
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderLeftWidth: "3px",
    borderRadius: tokens.borderRadiusMedium,
    overflow: "hidden",
  },
  current: { backgroundColor: tokens.colorNeutralBackground1Selected },
  button: {
    display: "flex",
    gap: "8px",
    width: "100%",
    boxSizing: "border-box",
    padding: "8px 10px",
    border: "none",
    backgroundColor: "transparent",
    color: "inherit",
    font: "inherit",
    textAlign: "start",
    lineHeight: "1.55",
    overflowWrap: "anywhere",
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  icon: { paddingTop: "3px", lineHeight: 0 },
  meta: {
    display: "flex",
    flexWrap: "wrap",
    columnGap: "10px",
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
  cell: { color: tokens.colorBrandForegroundLink, fontWeight: tokens.fontWeightSemibold },
  details: { padding: "0 10px 8px 34px", lineHeight: "1.55" },
  title: {
    margin: "6px 0 0",
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground3,
  },
  places: { display: "flex", flexWrap: "wrap", columnGap: "10px", margin: "4px 0" },
  list: { margin: 0, padding: 0, listStyleType: "none" },
  suspect: { padding: "3px 4px", margin: "0 -4px", width: "calc(100% + 8px)", borderRadius: "3px" },
  actions: { display: "flex", flexWrap: "wrap", gap: "8px", marginTop: "6px", ":empty": { display: "none" } },
});

/** "表3!C12", or the sheet alone when no cell is meant. */
function placeText(sheet: string, cell: CellAddress | null): string {
  return cell ? `${cell.sheet}!${formatA1(cell.row, cell.column)}` : sheet;
}

/** "应为 63.31", or the bounds known; nothing where neither is. */
function shouldBe({ suggested, low, high }: Suspect, words: CheckWords, decimals: number): string {
  const text = (plain: string) => figureText(plain, decimals);
  if (suggested !== null) return words.suggested(text(suggested));
  if (low !== null && high !== null) return words.between(text(low), text(high));
  if (low !== null) return words.atLeast(text(low));
  return high !== null ? words.atMost(text(high)) : "";
}

interface FindingItemProps {
  readonly finding: Finding;
  readonly isCurrent: boolean;
}

/**
 * One finding: the sentence, where it is, the difference. Pressed, it goes to its cell and opens: equations cell by cell,
 * the cells probably at fault with the reasons, and what can be done about it.
 */
export function FindingItem({ finding, isCurrent }: FindingItemProps) {
  const styles = useStyles();
  const words = useWords(CHECK_WORDS);
  const locale = useLocale();
  const colors = useSeverityColors();
  const { session, visit } = useServices();
  const [isOpen, setOpen] = useState(false);
  const item = useRef<HTMLLIElement>(null);
  const isOpenedHere = useRef(false);
  useEffect(() => {
    // Gone to by 下一处, it opens and comes into view; gone on from, it folds again, unless the user had opened it.
    if (isCurrent) {
      setOpen((before) => {
        isOpenedHere.current = !before;
        return true;
      });
      if (session.getState().isSteppedTo && document.hasFocus())
        item.current?.querySelector("button")?.focus({ preventScroll: true });
      // Once it is drawn open.
      requestAnimationFrame(() => item.current?.scrollIntoView({ block: "nearest" }));
    } else if (isOpenedHere.current) {
      isOpenedHere.current = false;
      setOpen(false);
    }
  }, [isCurrent, session]);
  const { cell, severity, difference } = finding;
  const press = () => {
    // A second press on the one at hand folds it; on another it goes there and opens.
    setOpen(!(isOpen && isCurrent));
    if (!(isOpen && isCurrent)) void visit(finding);
  };
  return (
    <li
      ref={item}
      className={mergeClasses(styles.item, isCurrent && styles.current)}
      style={{ borderLeftColor: colors[severity].edge }}
    >
      <button
        type="button"
        className={styles.button}
        aria-expanded={isOpen}
        aria-current={isCurrent ? "true" : undefined}
        onClick={press}
      >
        <span className={styles.icon}>
          <SeverityIcon severity={severity} />
        </span>
        <span>
          {findingText(finding, locale)}
          <span className={styles.meta}>
            <span style={{ color: colors[severity].text }}>{severityText(finding, locale)}</span>
            <span className={styles.cell}>{placeText(finding.sheet, cell)}</span>
            {difference !== null && (
              <span>
                {words.difference(differenceText(difference, printedDecimals(finding, cell ?? undefined)))}
              </span>
            )}
          </span>
        </span>
      </button>
      {isOpen && <Details finding={finding} />}
    </li>
  );
}

function Details({ finding }: { readonly finding: Finding }) {
  const styles = useStyles();
  const words = useWords(CHECK_WORDS);
  const mendWords = useWords(MEND_WORDS);
  const { equations = [], verdict } = finding;
  const suspects = namedSuspects(finding);
  return (
    <div className={styles.details}>
      {verdict?.kind === "open" && (
        <p className={styles.places}>
          {mendWords.compare}
          {verdict.places.map((place) => (
            <CellLink key={placeText(place.sheet, place)} cell={place} />
          ))}
        </p>
      )}
      {suspects.length > 0 && (
        <>
          <h2 className={styles.title}>{words.suspects}</h2>
          <ul className={styles.list}>
            {suspects.map((suspect) => (
              <SuspectItem key={placeText(suspect.sheet, suspect)} finding={finding} suspect={suspect} />
            ))}
          </ul>
        </>
      )}
      <div className={styles.actions}>
        {FINDING_ACTIONS.filter(({ isFor }) => isFor(finding)).map(({ id, Component }) => (
          <Component key={id} finding={finding} />
        ))}
      </div>
      {equations.length > 0 && <h2 className={styles.title}>{words.equations}</h2>}
      {equations.map((equation, index) => (
        <Equation key={index} equation={equation} />
      ))}
    </div>
  );
}

interface SuspectItemProps {
  readonly finding: Finding;
  readonly suspect: Suspect;
}

function SuspectItem({ finding, suspect }: SuspectItemProps) {
  const styles = useStyles();
  const words = useWords(CHECK_WORDS);
  const locale = useLocale();
  const { goTo } = useServices();
  return (
    <li>
      <button
        type="button"
        className={mergeClasses(styles.button, styles.suspect)}
        onClick={() => void goTo(suspect)}
      >
        <span>
          <span className={styles.cell}>{placeText(suspect.sheet, suspect)}</span>{" "}
          {shouldBe(suspect, words, printedDecimals(finding, suspect))}
          {suspect.why.map((reason, index) => (
            <span key={index} className={styles.meta}>
              {describe(reason, locale)}
            </span>
          ))}
        </span>
      </button>
    </li>
  );
}
