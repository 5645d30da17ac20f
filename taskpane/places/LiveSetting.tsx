import { Field, Switch } from "@fluentui/react-components";
import { usePaneState, useServices, useWords } from "../components/PaneContext";
import { Section } from "../components/Section";
import { SETTINGS_WORDS } from "../wording/settings";

/** 边改边校 and 只列出，不标记, off by default and remembered. */
export function LiveSetting() {
  const words = useWords(SETTINGS_WORDS);
  const { session } = useServices();
  const { isLive, isListOnly } = usePaneState().preferences;
  return (
    <Section title={words.checkTitle}>
      <Field hint={words.liveHint}>
        <Switch
          checked={isLive}
          label={words.live}
          onChange={(_event, { checked }) => session.prefer({ isLive: checked })}
        />
      </Field>
      <Field hint={words.listOnlyHint}>
        <Switch
          checked={isListOnly}
          label={words.listOnly}
          onChange={(_event, { checked }) => session.prefer({ isListOnly: checked, isUndoTold: true })}
        />
      </Field>
    </Section>
  );
}
