import { Button, Checkbox, Field, Input, Select, makeStyles } from "@fluentui/react-components";
import { useRef, useState } from "react";
import { CODE_KINDS } from "../../src/actions/findCodes";
import type { CodeKind, Imported, ImportedList, ImportOptions } from "../../src/actions/importCodes";
import type { ListOrigin, ListPlace } from "../actions";
import { useIsBusy, useServices, useWords } from "../components/PaneContext";
import { Section } from "../components/Section";
import { LIST_WORDS } from "../wording/lists";
import { PICKER_WORDS } from "../wording/picker";
import { ImportPreview } from "./ImportPreview";
import { KeptLists } from "./KeptLists";

const useStyles = makeStyles({
  row: { display: "flex", flexWrap: "wrap", gap: "8px", alignItems: "end", margin: "8px 0" },
  narrow: { width: "7em", minWidth: 0 },
  // No wider than the pane, however long its options are.
  wide: { flexGrow: 1, minWidth: 0, maxWidth: "100%", "& select": { minWidth: 0, width: "100%" } },
  year: { minWidth: 0, maxWidth: "100%" },
});

/** 导入科目清单: reads an office's list, shows what it brings, and keeps it with the workbook or for the user. */
export function ImportSection() {
  const styles = useStyles();
  const words = useWords(LIST_WORDS);
  const { kinds } = useWords(PICKER_WORDS);
  const { session, actions } = useServices();
  const isBusy = useIsBusy();
  const file = useRef<HTMLInputElement>(null);
  const [sheets, setSheets] = useState<readonly string[]>([]);
  const [sheet, setSheet] = useState("");
  const [kind, setKind] = useState<CodeKind | "">("");
  const [year, setYear] = useState("");
  const [isAuthoritative, setIsAuthoritative] = useState(true);
  const [imported, setImported] = useState<Imported>();
  const [undo, setUndo] = useState<() => Promise<void>>();
  /** Counts what was kept or taken away, so that the lists in use are read anew. */
  const [changes, setChanges] = useState(0);

  const isYear = year === "" || /^20\d{2}$/.test(year);
  const options = (): ImportOptions => ({
    isAuthoritative,
    ...(kind === "" ? {} : { kind }),
    ...(year === "" ? {} : { year: Number(year) }),
  });
  const read = async (origin: () => Promise<ListOrigin>) => {
    setUndo(undefined);
    const found = await session.run("import", async (task) =>
      actions.previewImport(await origin(), options(), task),
    );
    if (found) setImported(found);
  };
  const keep = async (list: ImportedList, place: ListPlace) => {
    const done = await session.run(
      "import",
      async (task) => ({ back: await actions.keepList(list, place, task) }),
      ({ back }) => (back ? words.keptNow[place] : words.noRoom),
    );
    if (!done?.back) return;
    const { back } = done;
    setUndo(() => back);
    setImported(undefined);
    setChanges(changes + 1);
  };
  const takeBack = async (back: () => Promise<void>) => {
    const isDone = await session.run(
      "import",
      () => back().then(() => true),
      () => words.undone,
    );
    if (!isDone) return;
    setUndo(undefined);
    setChanges(changes + 1);
  };
  const listSheets = () => {
    actions.listSheets().then(setSheets, session.fail);
  };

  return (
    <Section title={words.title}>
      {words.hint}
      <KeptLists changes={changes} onForgotten={() => setChanges(changes + 1)} />
      <div className={styles.row}>
        <Field label={words.kind} className={styles.wide}>
          <Select
            value={kind}
            onChange={(_event, { value }) => {
              setKind(CODE_KINDS.find((one) => one === value) ?? "");
              setImported(undefined);
            }}
          >
            <option value="">{words.kindAuto}</option>
            {CODE_KINDS.map((one) => (
              <option key={one} value={one}>
                {kinds[one]}
              </option>
            ))}
          </Select>
        </Field>
        <Field
          className={styles.year}
          label={words.year}
          hint={words.yearHint}
          {...(isYear ? {} : { validationState: "error" })}
        >
          <Input
            className={styles.narrow}
            value={year}
            inputMode="numeric"
            onChange={(_event, { value }) => {
              setYear(value.trim());
              setImported(undefined);
            }}
          />
        </Field>
      </div>
      <Checkbox
        label={words.authoritative}
        checked={isAuthoritative}
        onChange={(_event, { checked }) => {
          setIsAuthoritative(checked === true);
          setImported(undefined);
        }}
      />
      <div className={styles.row}>
        <Field label={words.sheet} className={styles.wide}>
          <Select
            value={sheet}
            onFocus={listSheets}
            onMouseDown={sheets.length === 0 ? listSheets : undefined}
            onChange={(_event, { value }) => setSheet(value)}
          >
            <option value="">{words.chooseSheet}</option>
            {sheets.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </Select>
        </Field>
        <Button
          disabledFocusable={isBusy || sheet === "" || !isYear}
          onClick={() => void read(async () => ({ sheet }))}
        >
          {words.readSheet}
        </Button>
      </div>
      <div className={styles.row}>
        {/* The browser's own control is wider than a narrow pane; the button stands for it. */}
        <Button disabledFocusable={isBusy || !isYear} onClick={() => file.current?.click()}>
          {words.file}
        </Button>
        {undo && (
          <Button disabledFocusable={isBusy} onClick={() => void takeBack(undo)}>
            {words.undo}
          </Button>
        )}
      </div>
      <input
        ref={file}
        type="file"
        hidden
        aria-label={words.file}
        accept=".xlsx,.xlsm,.xls,.et,.csv,.tsv,.txt"
        disabled={isBusy || !isYear}
        onChange={({ target }) => {
          const chosen = target.files?.[0];
          if (chosen)
            void read(async () => ({
              file: chosen.name,
              bytes: new Uint8Array(await chosen.arrayBuffer()),
            }));
          // The same file, mended, can be chosen again.
          target.value = "";
        }}
      />
      {imported && <ImportPreview imported={imported} onKeep={(list, place) => void keep(list, place)} />}
    </Section>
  );
}
