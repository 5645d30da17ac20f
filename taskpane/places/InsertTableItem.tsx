import { Button, Checkbox, Select, Switch, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { InsertableTable, InsertHow } from "../../src/actions/insertTables";
import { listed } from "../../src/messages/describe";
import { fullName } from "../../src/messages/tableName";
import { useLocale, useWords } from "../components/PaneContext";
import { INSERT_WORDS } from "../wording/insert";
import { HeadingPicture } from "./HeadingPicture";

const useStyles = makeStyles({
  item: { margin: "4px 0", overflowWrap: "anywhere" },
  row: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "0 8px", paddingLeft: "28px" },
  detail: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  how: { maxWidth: "100%" },
});

/** What is to become of a table: undefined where it is not chosen, keep where the one there stays as it is. */
export type Choice = InsertHow | "keep" | undefined;

/** What may become of a table that is there. */
export const HOWS = ["keep", "copy", "fill"] as const;

/** One table of a set: whether to insert it, what to do when it is there, whether it is linked, how its heading looks. */
export function InsertTableItem({
  table: { label, title, sheets, linkedTo, heading },
  choice,
  isLinked,
  onChoose,
  onLink,
}: {
  readonly table: InsertableTable;
  readonly choice: Choice;
  readonly isLinked: boolean;
  readonly onChoose: (choice: Choice) => void;
  readonly onLink: (isLinked: boolean) => void;
}) {
  const styles = useStyles();
  const words = useWords(INSERT_WORDS);
  const locale = useLocale();
  const [isShown, setShown] = useState(false);
  const isThere = sheets.length > 0;
  return (
    <li className={styles.item}>
      <Checkbox
        label={fullName({ label, title })}
        checked={choice !== undefined}
        onChange={(_event, { checked }) => onChoose(!checked ? undefined : isThere ? "keep" : "new")}
      />
      {isThere && (
        <div className={styles.row}>
          <span className={styles.detail}>{words.there(listed(sheets, locale))}</span>
          {choice !== undefined && (
            <Select
              className={styles.how}
              size="small"
              aria-label={words.how(label)}
              value={choice}
              onChange={(_event, { value }) => onChoose(HOWS.find((one) => one === value) ?? "keep")}
            >
              {HOWS.map((one) => (
                <option key={one} value={one}>
                  {words[one]}
                </option>
              ))}
            </Select>
          )}
        </div>
      )}
      <div className={styles.row}>
        {linkedTo.length > 0 && (
          <Switch
            label={{ children: words.linked(listed(linkedTo, locale)), className: styles.detail }}
            aria-label={words.linkedLabel(label)}
            checked={isLinked}
            onChange={(_event, { checked }) => onLink(checked)}
          />
        )}
        <Button
          size="small"
          appearance="subtle"
          aria-expanded={isShown}
          aria-label={words.headingOf(label)}
          onClick={() => setShown(!isShown)}
        >
          {`${words.heading} ${isShown ? "▴" : "▾"}`}
        </Button>
      </div>
      {isShown && <HeadingPicture heading={heading} label={words.headingOf(label)} />}
    </li>
  );
}
