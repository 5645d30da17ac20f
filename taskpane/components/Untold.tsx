import { makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { describe } from "../../src/messages/describe";
import type { Locale } from "../../src/messages/describe";
import type { UntoldRelation } from "../../src/validation/untold";
import { CHECK_WORDS } from "../wording/check";
import { CellLink } from "./CellLink";
import { useLocale, useWords } from "./PaneContext";

/** Relations listed; the rest are counted. */
const MOST_LISTED = 30;

const useStyles = makeStyles({
  root: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
  head: { cursor: "pointer", ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` } },
  list: { margin: "4px 0", paddingLeft: "18px" },
});

interface UntoldProps {
  readonly relations: readonly UntoldRelation[];
  readonly kind: UntoldRelation["kind"];
}

/** 因缺数无法判断 or 不适用: how many relations, and once opened which, each with what it lacks. Nothing where there are none. */
export function Untold({ relations, kind }: UntoldProps) {
  const styles = useStyles();
  const words = useWords(CHECK_WORDS);
  const locale = useLocale();
  const [isOpen, setOpen] = useState(false);
  const own = relations.filter((relation) => relation.kind === kind);
  if (own.length === 0) return null;
  const told = isOpen ? listed(own, locale) : [];
  return (
    <details
      className={styles.root}
      open={isOpen}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary className={styles.head}>{words[kind](own.length)}</summary>
      {isOpen && (
        <ul className={styles.list}>
          {told.slice(0, MOST_LISTED).map(({ text, cell, count }) => (
            <li key={text}>
              {count > 1 ? `${text} × ${count} ` : `${text} `}
              {cell && <CellLink cell={cell} />}
            </li>
          ))}
          {told.length > MOST_LISTED && <li>{words.moreUntold(told.length - MOST_LISTED)}</li>}
        </ul>
      )}
    </details>
  );
}

/** What is said of relations, each sentence once, with how often it is said. */
function listed(relations: readonly UntoldRelation[], locale: Locale) {
  const sentences = new Map<
    string,
    { readonly text: string; readonly cell: UntoldRelation["cell"]; count: number }
  >();
  for (const { table, cell, reason } of relations) {
    const said = describe(reason, locale);
    const text = said.includes(table) ? said : `${table} ${said}`;
    const known = sentences.get(text);
    if (known) known.count++;
    else sentences.set(text, { text, cell, count: 1 });
  }
  return [...sentences.values()];
}
