import { useEffect, useState } from "react";
import type { OfficeDefaults } from "../../src/actions/officeDefaults";
import { describe, listed } from "../../src/messages/describe";
import { useLocale, useServices, useWords } from "../components/PaneContext";
import { Section } from "../components/Section";
import { SETTINGS_WORDS } from "../wording/settings";

/** 全单位的规定: what the office's administrator has laid down for everyone, and what of it could not be used. */
export function OfficeSetting() {
  const words = useWords(SETTINGS_WORDS);
  const locale = useLocale();
  const { actions, session } = useServices();
  const [office, setOffice] = useState<OfficeDefaults>();
  useEffect(() => {
    void actions.officeDefaults().then(setOffice, session.fail);
  }, [actions, session]);
  if (!office) return null;
  const { name, sets, rules, codeLists, thresholds } = office;
  const isEmpty = [sets, rules.rules, rules.problems, codeLists].every(({ length }) => length === 0);
  return (
    <Section title={words.officeTitle}>
      <p>{isEmpty && name === "" ? words.officeNone : words.officeHint(name)}</p>
      <ul>
        {sets.length > 0 && (
          <li>
            {words.officeSets(
              listed(
                sets.map((set) => set.name),
                locale,
              ),
            )}
          </li>
        )}
        {rules.rules.length > 0 && <li>{words.officeRules(rules.rules.length)}</li>}
        {codeLists.length > 0 && (
          <li>
            {words.officeLists(
              listed(
                codeLists.map(({ title }) => title),
                locale,
              ),
            )}
          </li>
        )}
        <li>{words.officeRate(thresholds.rate)}</li>
        {rules.problems.map(({ message }, index) => (
          <li key={index}>{describe(message, locale)}</li>
        ))}
      </ul>
    </Section>
  );
}
