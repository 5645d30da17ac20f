import { EN_US } from "./enUS";
import type { MessageArg, MessageRef } from "./messageRef";
import { ZH_CN } from "./zhCN";

export type Locale = "zh-CN" | "en-US";

const CATALOGUES: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  "zh-CN": ZH_CN,
  "en-US": EN_US,
};

/** What stands between the texts of a list. */
const BETWEEN: Readonly<Record<Locale, string>> = { "zh-CN": "、", "en-US": ", " };

/**
 * The sentence for a message reference: `{name}` stands for an argument; a part in [[ ]] falls away when an argument
 * in it is empty; an empty argument takes the space before it along. Throws on an unknown key or a missing argument: a missing wording is a bug, not a blank.
 */
export function describe(message: MessageRef, locale: Locale): string {
  const template = CATALOGUES[locale][message.key];
  if (template === undefined) throw new Error(`no wording for "${message.key}" in ${locale}`);
  const text = fillIn(template, message, locale);
  if (message.args["inferredFrom"] === undefined || message.key === INFERRED) return text;
  const said = describe({ key: INFERRED, args: message.args }, locale);
  return locale === "zh-CN" ? text + said : `${text} ${said}`;
}

/** What is said behind a sentence about a relation that was derived from a table's own headings and figures. */
const INFERRED = "relation.inferred";

/** A template with its arguments put in, lists by the language's habit, for catalogues of their own. Throws on a missing argument. */
export function fillIn(template: string, { key, args }: MessageRef, locale: Locale): string {
  const argument = (name = ""): string => {
    const value = args[name];
    if (value === undefined) throw new Error(`"${key}" needs the argument "${name}"`);
    if (typeof value === "string") return value;
    return isMessage(value) ? describe(value, locale) : listed(value, locale);
  };
  return template
    .replace(/\[\[(.*?)\]\]/g, (_, part: string) =>
      [...part.matchAll(/\{(\w+)\}/g)].some(([, name]) => argument(name) === "") ? "" : part,
    )
    .replace(/( ?)\{(\w+)\}/g, (_, space: string, name: string) => {
      const text = argument(name);
      return text === "" ? "" : space + text;
    });
}

function isMessage(value: MessageArg): value is MessageRef {
  return typeof value === "object" && "key" in value;
}

/** Texts one after another, as the language lists them: 表6、表10. */
export function listed(texts: readonly string[], locale: Locale): string {
  return texts.join(BETWEEN[locale]);
}

/** True when there is a wording for the key. */
export function hasWording(key: string): boolean {
  return Object.hasOwn(ZH_CN, key);
}
