import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import type { ImportedList } from "../../src/actions/importCodes";
import { savesFiles } from "../../src/excel/savesFiles";
import type { ListFormat, ListPlace } from "../actions";
import { useIsBusy, useServices, useWords } from "../components/PaneContext";
import { offerFile } from "../offerFile";
import { LIST_WORDS } from "../wording/lists";
import { PICKER_WORDS } from "../wording/picker";

const useStyles = makeStyles({
  title: { margin: "12px 0 0", fontSize: "inherit", fontWeight: tokens.fontWeightSemibold },
  list: { margin: "8px 0", padding: 0, listStyleType: "none", overflowWrap: "anywhere" },
  detail: { display: "block", color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  row: { display: "flex", flexWrap: "wrap", gap: "4px", margin: "4px 0" },
});

const FORMATS: readonly ListFormat[] = ["xlsx", "csv", "tsv"];

/** The imported lists that count now: what they are, where they are kept; each can be exported or put out of use. */
export function KeptLists({
  changes,
  onForgotten,
}: {
  /** Another number when the lists may have changed. */
  readonly changes: number;
  readonly onForgotten: () => void;
}) {
  const styles = useStyles();
  const words = useWords(LIST_WORDS);
  const { kinds } = useWords(PICKER_WORDS);
  const { session, actions } = useServices();
  const isBusy = useIsBusy();
  const [kept, setKept] = useState<readonly { readonly list: ImportedList; readonly place: ListPlace }[]>([]);
  useEffect(() => {
    let isCurrent = true;
    actions.keptLists().then((found) => isCurrent && setKept(found), session.fail);
    return () => {
      isCurrent = false;
    };
  }, [actions, session, changes]);
  if (kept.length === 0) return null;
  const formats = savesFiles() ? FORMATS : [];
  const forget = async (list: ImportedList, place: ListPlace) => {
    await session.run(
      "import",
      (task) => actions.forgetList(list, place, task),
      () => words.forgotten,
    );
    onForgotten();
  };
  const save = async (list: ImportedList, format: ListFormat) => {
    const bytes = await session.run("import", () => actions.exportList(list, format));
    if (bytes) offerFile(`${list.title}.${format}`, bytes);
  };
  return (
    <>
      <h3 className={styles.title}>{words.kept}</h3>
      <ul className={styles.list}>
        {kept.map(({ list, place }) => (
          <li key={`${place} ${list.kind}`}>
            {words.keptList(list.title, kinds[list.kind], list.year, list.entries.length)}
            <span className={styles.detail}>
              {words.places[place]} · {words.authority(list.isAuthoritative)}
            </span>
            <div className={styles.row}>
              <Button size="small" disabledFocusable={isBusy} onClick={() => void forget(list, place)}>
                {words.forget}
              </Button>
              {formats.map((format) => (
                <Button
                  key={format}
                  size="small"
                  appearance="subtle"
                  disabledFocusable={isBusy}
                  onClick={() => void save(list, format)}
                >
                  {words.exportAs} .{format}
                </Button>
              ))}
            </div>
          </li>
        ))}
      </ul>
      {formats.length === 0 && <p className={styles.detail}>{words.noFiles}</p>}
    </>
  );
}
