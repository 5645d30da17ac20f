import { describe, fillIn } from "../describe";
import type { Locale } from "../describe";
import type { MessageRef } from "../messageRef";
import { TEXT_EN_US } from "./enUS";
import { TEXT_ZH_CN } from "./zhCN";

const CATALOGUES: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  "zh-CN": TEXT_ZH_CN,
  "en-US": TEXT_EN_US,
};

/**
 * As describe, with the wording of 说明核对 as well: that is loaded with what compares a text, and with nothing else. Throws
 * on an unknown key or a missing argument.
 */
export function describeText(message: MessageRef, locale: Locale): string {
  const template = CATALOGUES[locale][message.key];
  return template === undefined ? describe(message, locale) : fillIn(template, message, locale);
}
