import { isRecord } from "../../workbook/keptJson";
import type { OwnRule, OwnRules, RuleProblem } from "./ownRule";

const SEVERITIES: Readonly<Record<string, OwnRule["severity"]>> = {
  error: "error",
  warning: "warning",
  差错: "error",
  提醒: "warning",
};

/**
 * Reads rules from the text of a JSON file: {"rules": [{"id": "自1", "text": "T10[政务中心*].c3 <= T08[合计].c3 * 0.2",
 * "title": "…", "severity": "error" | "warning"}]}; only `text` is needed. Whatever cannot be read is a problem that
 * names the rule by its place in the list; the rest is read all the same. Never throws.
 */
export function readRulesJson(json: string): OwnRules {
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch {
    return { rules: [], problems: [{ message: { key: "rules.notJson", args: {} } }] };
  }
  const list = isRecord(data) ? data["rules"] : data;
  if (!Array.isArray(list)) return { rules: [], problems: [{ message: { key: "rules.noList", args: {} } }] };
  const rules: OwnRule[] = [];
  const problems: RuleProblem[] = [];
  list.forEach((entry: unknown, index) => {
    const place = String(index + 1);
    const { id, text, title, severity = "error" } = isRecord(entry) ? entry : {};
    const problem = (key: string, args: Record<string, string> = {}) =>
      problems.push({ message: { key, args: { place, ...args } } });
    if (typeof text !== "string" || text.trim() === "") problem("rules.noText");
    else if (typeof severity !== "string" || !(severity in SEVERITIES))
      problem("rules.severity", { severity: String(severity) });
    else
      rules.push({
        id: typeof id === "string" && id.trim() !== "" ? id.trim() : `自${place}`,
        text: text.trim(),
        title: typeof title === "string" ? title.trim() : "",
        severity: SEVERITIES[severity] ?? "error",
      });
  });
  return { rules, problems };
}

/** The rules as the text of a JSON file that readRulesJson reads. */
export function writeRulesJson(rules: readonly OwnRule[]): string {
  const plain = rules.map(({ id, text, title, severity }) => ({ id, text, title, severity }));
  return `${JSON.stringify({ rules: plain }, null, 2)}\n`;
}
