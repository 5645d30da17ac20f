import { Field, Select, makeStyles, tokens } from "@fluentui/react-components";
import { EDITIONS } from "../preferences";
import type { Edition } from "../preferences";
import { useWording } from "./PaneContext";

const useStyles = makeStyles({
  root: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, padding: "10px 12px 16px" },
  heading: {
    cursor: "pointer",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  field: { marginTop: "8px" },
});

interface SettingsProps {
  readonly edition: Edition;
  readonly onEdition: (edition: Edition) => void;
}

/** The year edition of the code lists; it counts from the next check. */
export function Settings({ edition, onEdition }: SettingsProps) {
  const styles = useStyles();
  const words = useWording();
  return (
    <details className={styles.root}>
      <summary className={styles.heading}>{words.settings}</summary>
      <Field label={words.edition} className={styles.field}>
        <Select
          value={String(edition)}
          onChange={(_event, { value }) => onEdition(EDITIONS.find((one) => String(one) === value) ?? "auto")}
        >
          {EDITIONS.map((one) => (
            <option key={one} value={String(one)}>
              {one === "auto" ? words.editionAuto : words.editionYear(one)}
            </option>
          ))}
        </Select>
      </Field>
    </details>
  );
}
