import { EN_US } from "./enUS";
import type { MessageRef } from "./messageRef";
import { ZH_CN } from "./zhCN";

export type Locale = "zh-CN" | "en-US";

const CATALOGUES: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  "zh-CN": ZH_CN,
  "en-US": EN_US,
};

/**
 * The sentence for a message reference: `{name}` stands for an argument; a part in [[ ]] falls away when an argument
 * in it is empty. Throws on an unknown key or a missing argument: a missing wording is a bug, not a blank.
 */
export function describe(message: MessageRef, locale: Locale): string {
  const template = CATALOGUES[locale][message.key];
  if (template === undefined) throw new Error(`no wording for "${message.key}" in ${locale}`);
  return fillIn(template, message);
}

/** A template with its arguments put in, for catalogues of their own. Throws on a missing argument. */
export function fillIn(template: string, { key, args }: MessageRef): string {
  return template
    .replace(/\[\[(.*?)\]\]/g, (_, part: string) =>
      [...part.matchAll(/\{(\w+)\}/g)].some(([, name]) => argument(key, args, name) === "") ? "" : part,
    )
    .replace(/\{(\w+)\}/g, (_, name: string) => argument(key, args, name));
}

/** True when there is a wording for the key. */
export function hasWording(key: string): boolean {
  return Object.hasOwn(ZH_CN, key);
}

function argument(key: string, args: MessageRef["args"], name = ""): string {
  const value = args[name];
  if (value === undefined) throw new Error(`"${key}" needs the argument "${name}"`);
  return value;
}
