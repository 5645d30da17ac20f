import { fillIn } from "../describe";
import type { Locale } from "../describe";
import type { MessageRef } from "../messageRef";
import { MANY_EN_US } from "./enUS";
import { MANY_ZH_CN } from "./zhCN";

const CATALOGUES: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  "zh-CN": MANY_ZH_CN,
  "en-US": MANY_EN_US,
};

/** The sentence for what is said of many files: wording of its own, loaded with that and with nothing else. Throws on an unknown key. */
export function describeMany(message: MessageRef, locale: Locale): string {
  const template = CATALOGUES[locale][message.key];
  if (template === undefined) throw new Error(`no wording for "${message.key}" in ${locale}`);
  return fillIn(template, message, locale);
}
