import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import { describe } from "../../src/messages/describe";
import type { Mended } from "../session";
import { MEND_WORDS } from "../wording/mend";
import { useIsBusy, useLocale, useServices, useWords } from "./PaneContext";

const useStyles = makeStyles({
  root: {
    listStyleType: "none",
    boxSizing: "border-box",
    scrollMarginTop: "96px",
    padding: "8px 10px",
    border: `1px dashed ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    overflowWrap: "anywhere",
    lineHeight: "1.55",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  // The box is as high as a finding that was open, and may begin above what is seen: its line stays in view.
  line: { position: "sticky", display: "flex", alignItems: "center", gap: "8px" },
  text: { flex: 1, minWidth: 0 },
});

/** Pixels between the head of the pane and the line. */
const LINE_GAP = 8;

/**
 * 已改: what 采用建议 did, and 撤销, in the place and with the height of the finding that is gone, so that nothing moves under
 * the pointer; the keyboard that was in the finding stays here.
 */
export function MendedItem({ mended }: { readonly mended: Mended }) {
  const styles = useStyles();
  const words = useWords(MEND_WORDS);
  const locale = useLocale();
  const { session, actions, checkAgain, goTo } = useServices();
  const isBusy = useIsBusy();
  const item = useRef<HTMLLIElement>(null);
  const line = useRef<HTMLDivElement>(null);
  // Below the head of the pane, which grows and shrinks with what it says.
  useEffect(() => {
    const head = document.querySelector("header")?.offsetHeight ?? 0;
    if (line.current) line.current.style.top = `${head + LINE_GAP}px`;
  });
  useEffect(() => {
    // The finding took the focus with it.
    if (document.activeElement === document.body && document.hasFocus())
      item.current?.focus({ preventScroll: true });
  }, []);
  const undo = async () => {
    const count = await session.run("mend", (task) => actions.takeBack(mended.written, task));
    if (count === undefined) return;
    session.set({ mended: undefined, current: mended.finding });
    await checkAgain();
    const { cell } = mended.finding;
    if (cell) await goTo(cell);
  };
  return (
    <li ref={item} tabIndex={-1} className={styles.root} style={{ minHeight: `${mended.height}px` }}>
      <div ref={line} className={styles.line}>
        <span className={styles.text}>{words.mended(describe(mended.label, locale))}</span>
        <Button size="small" disabledFocusable={isBusy} onClick={() => void undo()}>
          {words.undo}
        </Button>
      </div>
    </li>
  );
}
