import { describe } from "../messages/describe";
import type { Locale } from "../messages/describe";
import type { Finding } from "../validation/finding";

/** What kind of finding it is: 差错, 提醒, 尾差, 提示, or 已接受 for one that a person has accepted. */
export function severityText({ severity, accepted }: Finding, locale: Locale): string {
  return describe({ key: accepted ? "severity.accepted" : `severity.${severity}`, args: {} }, locale);
}

/** The sentence of a finding, with the reason behind it where it was accepted. */
export function findingText({ message, accepted }: Finding, locale: Locale): string {
  const sentence = describe(message, locale);
  if (!accepted) return sentence;
  return describe({ key: "accepted.reason", args: { sentence, ...accepted } }, locale);
}
