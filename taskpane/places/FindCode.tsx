import { Button, Field, Input, Select, Spinner, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useMemo, useState } from "react";
import type { KeyboardEvent } from "react";
import { CODE_KINDS, searchIn, treeBelow } from "../../src/actions/findCodes";
import type { FoundCode } from "../../src/actions/findCodes";
import type { CodePicker, WrittenCode } from "../../src/actions/writeCode";
import { otherNameText, provenanceText } from "../../src/planning/codeText";
import { formatA1 } from "../../src/workbook/address";
import {
  useIsBusy,
  useIsStepThere,
  useLocale,
  usePaneState,
  useServices,
  useWords,
} from "../components/PaneContext";
import { Section } from "../components/Section";
import { PICKER_WORDS } from "../wording/picker";

const useStyles = makeStyles({
  list: { margin: "8px 0", padding: 0, listStyleType: "none", maxHeight: "50vh", overflowY: "auto" },
  item: {
    padding: "4px 8px",
    borderLeft: "3px solid transparent",
    cursor: "pointer",
    overflowWrap: "anywhere",
    "&[aria-selected=true]": {
      borderLeftColor: tokens.colorBrandStroke1,
      backgroundColor: tokens.colorNeutralBackground1Selected,
    },
  },
  code: { fontWeight: tokens.fontWeightSemibold, marginRight: "8px" },
  field: { marginBottom: "8px" },
  buttons: { display: "flex", flexWrap: "wrap", gap: "8px", margin: "8px 0" },
  detail: { display: "block", color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

/** Codes used lately in this session, the last one first. */
const MOST_RECENT = 20;

/** 查找编码: a search that answers as one types, the tree below each code, and Enter to write. Works by keyboard alone. */
export function FindCode() {
  const styles = useStyles();
  const words = useWords(PICKER_WORDS);
  const { actions, session } = useServices();
  const { preferences } = usePaneState();
  const isBusy = useIsBusy();
  const [picker, setPicker] = useState<CodePicker | "failed">();
  const [isOpened, setIsOpened] = useState(false);
  const [query, setQuery] = useState("");
  const [kind, setKind] = useState<FoundCode["kind"] | "">("");
  const [path, setPath] = useState<readonly FoundCode[]>([]);
  const [chosen, setChosen] = useState(0);
  const [recent, setRecent] = useState<readonly string[]>([]);
  const [done, setDone] = useState<WrittenCode>();
  const isStepThere = useIsStepThere(done?.written.step);
  const { edition } = preferences;
  useEffect(() => {
    if (!isOpened) return undefined;
    let isCurrent = true;
    actions.openCodePicker(edition).then(
      (opened) => isCurrent && setPicker(opened),
      (error: unknown) => {
        if (isCurrent) setPicker("failed");
        session.fail(error);
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [actions, session, edition, isOpened]);

  const hits = useMemo(() => {
    if (picker === undefined || picker === "failed") return [];
    const kinds = kind === "" ? {} : { kinds: [kind] };
    const [below] = path;
    if (below) return treeBelow(picker.index, below);
    if (query.trim() === "") return kind === "" ? [] : treeBelow(picker.index, { kind });
    return searchIn(picker.index, query, { recent, inWorkbook: picker.inWorkbook, limit: 50, ...kinds });
  }, [picker, query, kind, path, recent]);

  /** The code that is chosen of those shown. */
  const at = hits[chosen];
  const go = (to: readonly FoundCode[]) => {
    setPath(to);
    setChosen(0);
  };
  const write = async (hit: FoundCode | undefined) => {
    if (!hit || isBusy) return;
    const written = await session.run(
      "writeCode",
      (task) => actions.writeCode(hit, task),
      ({ cell }) => words.written(hit.code, hit.name, `${cell.sheet}!${formatA1(cell.row, cell.column)}`),
    );
    setDone(written);
    const key = `${hit.kind}:${hit.code}`;
    if (written) setRecent([key, ...recent.filter((one) => one !== key)].slice(0, MOST_RECENT));
  };
  const undo = async ({ written }: WrittenCode) => {
    const count = await session.run("writeCode", (task) => actions.takeBack(written, task), words.undone);
    if (count !== undefined) setDone(undefined);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const hit = at;
    const atEnd = (event.target as HTMLInputElement).selectionStart === query.length;
    const handled: Readonly<Record<string, (() => void) | undefined>> = {
      ArrowDown: () => setChosen(Math.min(chosen + 1, hits.length - 1)),
      ArrowUp: () => setChosen(Math.max(chosen - 1, 0)),
      ArrowRight: hit && hit.below > 0 && atEnd ? () => go([hit, ...path]) : undefined,
      ArrowLeft: path.length > 0 ? () => go(path.slice(1)) : undefined,
      Escape: path.length > 0 ? () => go(path.slice(1)) : undefined,
      Enter: () => void write(hit),
    };
    const action = handled[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  };

  return (
    <Section title={words.title}>
      <Field className={styles.field} label={words.search} hint={words.hint}>
        <Input
          data-first
          type="search"
          role="combobox"
          aria-expanded={hits.length > 0}
          aria-controls="code-hits"
          aria-activedescendant={at ? `code-hit-${chosen}` : undefined}
          placeholder={words.placeholder}
          value={query}
          onFocus={() => setIsOpened(true)}
          onChange={(_event, { value }) => {
            setQuery(value);
            go([]);
          }}
          onKeyDown={onKeyDown}
        />
      </Field>
      <Field className={styles.field} label={words.kind}>
        <Select
          value={kind}
          onFocus={() => setIsOpened(true)}
          onChange={(_event, { value }) => {
            setKind(CODE_KINDS.find((one) => one === value) ?? "");
            go([]);
          }}
        >
          <option value="">{words.allKinds}</option>
          {CODE_KINDS.map((one) => (
            <option key={one} value={one}>
              {words.kinds[one]}
            </option>
          ))}
        </Select>
      </Field>
      {isOpened && picker === undefined && <Spinner size="tiny" label={words.opening} />}
      {picker === "failed" && <p>{words.failed}</p>}
      <div role="status">
        {picker !== undefined && picker !== "failed" && (query.trim() !== "" || hits.length > 0) && (
          <>{hits.length === 0 ? words.none(query) : words.found(hits.length)}</>
        )}
      </div>
      {done && isStepThere && (
        <div className={styles.buttons}>
          <Button size="small" disabledFocusable={isBusy} onClick={() => void undo(done)}>
            {words.undo}
          </Button>
        </div>
      )}
      {(hits.length > 0 || path[0]) && (
        <div className={styles.buttons}>
          {path[0] && (
            <Button size="small" onClick={() => go(path.slice(1))}>
              {`← ${path[0].code} ${path[0].name}`}
            </Button>
          )}
          {at && (
            <Button
              size="small"
              appearance="primary"
              disabledFocusable={isBusy}
              onClick={() => void write(at)}
            >
              {words.write(at.code)}
            </Button>
          )}
          {at && at.below > 0 && (
            <Button size="small" onClick={() => go([at, ...path])}>
              {`${words.below(at.below)} →`}
            </Button>
          )}
        </div>
      )}
      <ul id="code-hits" role="listbox" aria-label={words.title} className={styles.list}>
        {hits.map((hit, index) => (
          <Hit
            key={`${hit.list} ${hit.code}`}
            hit={hit}
            index={index}
            isChosen={index === chosen}
            onChoose={() => setChosen(index)}
            onWrite={() => void write(hit)}
          />
        ))}
      </ul>
    </Section>
  );
}

interface HitProps {
  readonly hit: FoundCode;
  readonly index: number;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly onWrite: () => void;
}

/** One code: where it stands, where its row was seen, what is to know of its name. */
function Hit({ hit, index, isChosen, onChoose, onWrite }: HitProps) {
  const styles = useStyles();
  const words = useWords(PICKER_WORDS);
  const locale = useLocale();
  const place = [`${hit.list} ${hit.edition}`, ...[...hit.above].reverse()].join(" › ");
  const notes = [
    provenanceText(hit, locale),
    otherNameText(hit, locale),
    hit.below > 0 ? words.below(hit.below) : "",
  ].filter((note) => note !== "");
  return (
    <li
      id={`code-hit-${index}`}
      role="option"
      aria-selected={isChosen}
      className={styles.item}
      ref={(element) => {
        if (isChosen) element?.scrollIntoView({ block: "nearest" });
      }}
      onClick={onChoose}
      onDoubleClick={onWrite}
    >
      <span className={styles.code}>{hit.code}</span>
      {hit.name}
      <span className={styles.detail}>{place}</span>
      <span className={styles.detail}>{notes.join(" · ")}</span>
    </li>
  );
}
