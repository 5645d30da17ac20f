import type { Locale } from "../../src/messages/describe";

/** One place's words in both languages; the Chinese decide which words there are. */
export type Words<T> = Readonly<Record<Locale, T>>;

/** Words for a language tag as Office gives it ("zh-CN", "en-US"): Chinese for any zh or none, English otherwise. */
export function localeOf(displayLanguage: string | undefined): Locale {
  return displayLanguage === undefined || /^zh\b/i.test(displayLanguage) ? "zh-CN" : "en-US";
}
