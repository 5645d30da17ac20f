import { Button, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import { UNDO_WORDS } from "../wording/undo";
import { usePaneState, useServices, useWords } from "./PaneContext";

/** Says once, before anything is written, that this Excel empties its list of undo steps, and lets the user choose. */
export function UndoNotice() {
  const words = useWords(UNDO_WORDS);
  const { session, actions, check } = useServices();
  const { preferences, result } = usePaneState();
  if (preferences.isUndoTold || !(actions.losesUndo?.() ?? false)) return null;
  const choose = (isListOnly: boolean) => {
    session.prefer({ isListOnly, isUndoTold: true });
    // What was checked meanwhile was only listed.
    if (!isListOnly && result) void check();
  };
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody>{words.loses}</MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={() => choose(true)}>
          {words.listOnly}
        </Button>
        <Button size="small" onClick={() => choose(false)}>
          {words.mark}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
