import { Button, makeStyles, tokens } from "@fluentui/react-components";

const useStyles = makeStyles({
  root: { padding: "16px 12px", lineHeight: "1.6" },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  steps: {
    margin: "8px 0 0",
    paddingLeft: "20px",
    color: tokens.colorNeutralForeground2,
    "& li": { marginTop: "6px" },
  },
  action: { marginTop: "10px" },
  text: { margin: "8px 0 0", color: tokens.colorNeutralForeground2 },
});

interface GuideProps {
  readonly title: string;
  /** One line is shown as a sentence, more as numbered steps. */
  readonly lines: readonly string[];
  /** What to press next, where one thing will do. */
  readonly action?: { readonly label: string; readonly onPress: () => void };
}

/** Says what to do next where there is no list to show. */
export function Guide({ title, lines, action }: GuideProps) {
  const styles = useStyles();
  return (
    <section className={styles.root}>
      <h2 className={styles.title}>{title}</h2>
      {lines.length === 0 ? null : lines.length === 1 ? (
        <p className={styles.text}>{lines[0]}</p>
      ) : (
        <ol className={styles.steps}>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
      )}
      {action && (
        <Button className={styles.action} onClick={action.onPress}>
          {action.label}
        </Button>
      )}
    </section>
  );
}
