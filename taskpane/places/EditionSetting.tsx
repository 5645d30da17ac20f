import { Field, Select } from "@fluentui/react-components";
import { usePaneState, useServices, useWords } from "../components/PaneContext";
import { Section } from "../components/Section";
import { editionsOn } from "../preferences";
import { SETTINGS_WORDS } from "../wording/settings";

/** The year edition of the code lists; it counts from the next check. */
export function EditionSetting() {
  const words = useWords(SETTINGS_WORDS);
  const { session } = useServices();
  const { edition } = usePaneState().preferences;
  const editions = editionsOn(new Date());
  return (
    <Section title={words.codesTitle}>
      <Field label={words.edition} hint={words.editionHint}>
        <Select
          value={String(edition)}
          onChange={(_event, { value }) =>
            session.prefer({ edition: editions.find((one) => String(one) === value) ?? "auto" })
          }
        >
          {editions.map((one) => (
            <option key={one} value={String(one)}>
              {one === "auto" ? words.editionAuto : words.editionYear(one)}
            </option>
          ))}
        </Select>
      </Field>
    </Section>
  );
}
