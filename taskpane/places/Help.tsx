import { Button, Spinner, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { useLocale, useServices, useWords } from "../components/PaneContext";
import { Section } from "../components/Section";
import type { RuleHelp } from "../help/ruleHelp";
import type { Topic } from "../help/topics";
import { VERSION } from "../../src/messages/version";
import { HELP_WORDS } from "../wording/help";

const useStyles = makeStyles({
  rules: { marginTop: "12px" },
  heading: {
    cursor: "pointer",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  list: { margin: "8px 0 0" },
  term: { marginTop: "10px", fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0 },
  example: { margin: 0, color: tokens.colorNeutralForeground3, overflowWrap: "anywhere" },
});

/** Help inside: the first steps again, what else can be done and where, and every rule with an example. */
export function Help() {
  const styles = useStyles();
  const words = useWords(HELP_WORDS);
  const { session } = useServices();
  const locale = useLocale();
  const [isOpen, setOpen] = useState(false);
  const [rules, setRules] = useState<readonly RuleHelp[]>([]);
  const [isTopicsOpen, setTopicsOpen] = useState(false);
  const [topics, setTopics] = useState<readonly Topic[]>([]);
  // Loaded when it is first asked for: the pane opens sooner without.
  useEffect(() => {
    if (isOpen) import("../help/rules").then(({ RULES }) => setRules(RULES[locale]), session.fail);
  }, [isOpen, locale, session]);
  useEffect(() => {
    if (isTopicsOpen) import("../help/topics").then(({ TOPICS }) => setTopics(TOPICS[locale]), session.fail);
  }, [isTopicsOpen, locale, session]);
  const again = () => {
    session.prefer({ isTourSeen: false });
    session.show("check", "tour");
  };
  return (
    <Section title={words.title}>
      <Button onClick={again}>{words.tourAgain}</Button>
      <details className={styles.rules} onToggle={({ currentTarget }) => setTopicsOpen(currentTarget.open)}>
        <summary className={styles.heading}>{words.topics}</summary>
        {isTopicsOpen && topics.length === 0 && <Spinner size="tiny" label={words.opening} />}
        <dl className={styles.list}>
          {topics.map(({ id, title, text, where }) => (
            <div key={id}>
              <dt className={styles.term}>{title}</dt>
              <dd className={styles.text}>{text}</dd>
              <dd className={styles.example}>{words.where(where)}</dd>
            </div>
          ))}
        </dl>
      </details>
      <details className={styles.rules} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary className={styles.heading}>{words.rules}</summary>
        {isOpen && rules.length === 0 && <Spinner size="tiny" label={words.opening} />}
        <dl className={styles.list}>
          {rules.map(({ rule, title, text, example }) => (
            <div key={rule}>
              <dt className={styles.term}>{title}</dt>
              <dd className={styles.text}>{text}</dd>
              <dd className={styles.example}>{words.example(example)}</dd>
            </div>
          ))}
        </dl>
      </details>
      <p className={styles.text}>{words.version(VERSION)}</p>
    </Section>
  );
}
