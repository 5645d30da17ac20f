import { Button, Spinner, makeStyles, tokens } from "@fluentui/react-components";
import type { Work } from "../session";
import { useWording } from "./PaneContext";

const useStyles = makeStyles({
  bar: {
    display: "flex",
    flexWrap: "wrap",
    gap: "8px",
    alignItems: "center",
    padding: "12px",
    position: "sticky",
    top: 0,
    zIndex: 1,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

interface ToolbarProps {
  /** Undefined when nothing runs. */
  readonly running: Work | undefined;
  readonly onCheck: () => void;
  readonly onClear: () => void;
}

/** 校验 and 清除标记. Disabled but still focusable while one runs, so that the keyboard keeps its place. */
export function Toolbar({ running, onCheck, onClear }: ToolbarProps) {
  const styles = useStyles();
  const words = useWording();
  const isBusy = running !== undefined;
  return (
    <div className={styles.bar}>
      <Button appearance="primary" disabledFocusable={isBusy} onClick={onCheck}>
        {words.check}
      </Button>
      <Button disabledFocusable={isBusy} onClick={onClear}>
        {words.clear}
      </Button>
      <span role="status">
        {running && <Spinner size="extra-tiny" label={words.running[running]} labelPosition="after" />}
      </span>
    </div>
  );
}
