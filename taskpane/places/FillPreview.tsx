import { Button, Input, Select, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { OUTDATED_NAME } from "../../src/actions/fillCodes";
import type { Answer, Fill, FillPlan, Question } from "../../src/actions/fillCodes";
import { describe } from "../../src/messages/describe";
import { CellLink, placeOf } from "../components/CellLink";
import { useIsBusy, useLocale, useWords } from "../components/PaneContext";
import { FILL_WORDS } from "../wording/fill";

const useStyles = makeStyles({
  list: { margin: "0 0 12px", padding: 0, listStyleType: "none", overflowWrap: "anywhere" },
  item: { marginTop: "8px" },
  detail: { display: "block", color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  subtitle: { margin: "12px 0 0", fontSize: "inherit", fontWeight: tokens.fontWeightSemibold },
  answer: { display: "flex", marginTop: "4px", maxWidth: "100%" },
});

/** Beyond these the list is cut, so that a large workbook does not hold up the pane; all are filled. */
const MOST_LISTED = 200;

/** What would be filled and why, what is left to the user, and what disagrees with the lists. */
export function FillPreview({
  plan: { fills, asked, suggestions },
  answers,
  onAnswers,
  onUpdateNames,
  onApply,
}: {
  readonly plan: FillPlan;
  readonly answers: readonly Answer[];
  readonly onAnswers: (answers: readonly Answer[]) => void;
  /** Lists the names of earlier years among what is filled. */
  readonly onUpdateNames: () => void;
  readonly onApply: () => void;
}) {
  const styles = useStyles();
  const words = useWords(FILL_WORDS);
  const locale = useLocale();
  const isBusy = useIsBusy();
  const outdated = suggestions.filter(({ why }) => why.key === OUTDATED_NAME).length;
  if (fills.length + asked.length + suggestions.length === 0) return <p>{words.nothing}</p>;
  return (
    <>
      {fills.length > 0 && (
        <Button appearance="primary" disabledFocusable={isBusy} onClick={onApply}>
          {words.apply(fills.length)}
        </Button>
      )}
      {asked.length > 0 && <h3 className={styles.subtitle}>{words.asked(asked.length)}</h3>}
      <ul className={styles.list}>
        {asked.slice(0, MOST_LISTED).map((question) => (
          <AskedItem
            key={placeOf(question.cell)}
            question={question}
            onAnswer={(value) => onAnswers([...answers, { cell: question.cell, value }])}
          />
        ))}
      </ul>
      {fills.length > 0 && <h3 className={styles.subtitle}>{words.fills(fills.length)}</h3>}
      <ul className={styles.list}>
        {fills.slice(0, MOST_LISTED).map((fill) => (
          <FillItem key={placeOf(fill.cell)} fill={fill} />
        ))}
        {fills.length > MOST_LISTED && (
          <li className={styles.item}>{words.more(fills.length - MOST_LISTED)}</li>
        )}
      </ul>
      {suggestions.length > 0 && <h3 className={styles.subtitle}>{words.suggestions(suggestions.length)}</h3>}
      {outdated > 0 && (
        <Button disabledFocusable={isBusy} onClick={onUpdateNames}>
          {words.updateNames(outdated)}
        </Button>
      )}
      <ul className={styles.list}>
        {suggestions.slice(0, MOST_LISTED).map(({ cell, from, to, why }) => (
          <li key={placeOf(cell)} className={styles.item}>
            <CellLink cell={cell} />
            {` ${from} → ${to}`}
            <span className={styles.detail}>{describe(why, locale)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function FillItem({ fill: { cell, from, to, why } }: { readonly fill: Fill }) {
  const styles = useStyles();
  const words = useWords(FILL_WORDS);
  const locale = useLocale();
  return (
    <li className={styles.item}>
      <CellLink cell={cell} />
      {` ${from === "" ? words.blank : from} → ${to}`}
      {why.map((one) => (
        <span key={one.key} className={styles.detail}>
          {describe(one, locale)}
        </span>
      ))}
    </li>
  );
}

function AskedItem({
  question: { cell, wanted, candidates, why, follows },
  onAnswer,
}: {
  readonly question: Question;
  readonly onAnswer: (value: string) => void;
}) {
  const styles = useStyles();
  const words = useWords(FILL_WORDS);
  const locale = useLocale();
  const isBusy = useIsBusy();
  const [typed, setTyped] = useState("");
  const label = `${placeOf(cell)} ${words.choose}`;
  return (
    <li className={styles.item}>
      <CellLink cell={cell} />
      {` ${describe(why, locale)}`}
      {follows.length > 0 && (
        <span className={styles.detail}>
          {describe({ key: "fill.followed", args: { count: String(follows.length) } }, locale)}
        </span>
      )}
      {candidates.length > 0 ? (
        <Select
          className={styles.answer}
          aria-label={label}
          disabled={isBusy}
          value=""
          onChange={(_event, { value }) => value !== "" && onAnswer(value)}
        >
          <option value="">{words.choose}</option>
          {candidates.map(({ code, name }) => (
            <option key={`${code} ${name}`} value={wanted === "code" ? code : name}>
              {`${code} ${name}`}
            </option>
          ))}
        </Select>
      ) : (
        <Input
          className={styles.answer}
          aria-label={label}
          placeholder={words.typeAnswer}
          disabled={isBusy}
          value={typed}
          onChange={(_event, { value }) => setTyped(value)}
          onBlur={() => typed.trim() !== "" && onAnswer(typed.trim())}
          onKeyDown={({ key }) => key === "Enter" && typed.trim() !== "" && onAnswer(typed.trim())}
        />
      )}
    </li>
  );
}
