/**
 * How the texts kept with a workbook (WriteSetting) are written: one custom XML part, by which Excel and files find them
 * again. Source: ECMA-376 part 1, 22.5 (custom XML data storage).
 */

import { escapeAttribute } from "./escapeXml";

export const SETTINGS_NAMESPACE = "urn:gouji:workbook";

export type Settings = Readonly<Record<string, string>>;

/** The part that holds these texts, keys in order, so that equal settings give equal parts. */
export function writeSettingsXml(settings: Settings): string {
  const entries = Object.entries(settings)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => `<setting key="${escapeAttribute(key)}">${escapeAttribute(value)}</setting>`);
  return `<settings xmlns="${SETTINGS_NAMESPACE}">${entries.join("")}</settings>`;
}

/** True when a custom XML part holds this product's texts, whatever prefix its elements have by now. */
export function isSettingsXml(xml: string): boolean {
  const root = /^\uFEFF?(?:\s|<\?[^>]*\?>|<!--[\s\S]*?-->)*<(?:([\w.-]+):)?settings\b([^>]*)>/.exec(xml);
  if (!root) return false;
  const declaration = root[1] === undefined ? "xmlns" : `xmlns:${root[1]}`;
  return new RegExp(`(?:^|\\s)${declaration}\\s*=\\s*(["'])${SETTINGS_NAMESPACE}\\1`).test(root[2] ?? "");
}

/** The texts in such a part; none in any other. Excel may have written the part anew, with prefixes or other quotes. */
export function readSettingsXml(xml: string): Settings {
  if (!isSettingsXml(xml)) return {};
  const entries = xml.matchAll(
    /<(?:[\w.-]+:)?setting\s+key\s*=\s*(?:"([^"]*)"|'([^']*)')\s*(?:\/>|>([^<]*)<\/)/g,
  );
  return Object.fromEntries(
    [...entries].map(([, quoted, single, value]) => [
      unescape(quoted ?? single ?? ""),
      unescape(value ?? ""),
    ]),
  );
}

/** Settings after some of them were written or, with null, taken away. */
export function changeSettings(
  settings: Settings,
  edits: readonly { readonly key: string; readonly value: string | null }[],
): Settings {
  const changed = new Map(Object.entries(settings));
  for (const { key, value } of edits) {
    if (value === null) changed.delete(key);
    else changed.set(key, value);
  }
  return Object.fromEntries(changed);
}

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function unescape(text: string): string {
  return text.replace(
    /&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi,
    (whole, hex?: string, decimal?: string, name = "") =>
      (hex ?? decimal)
        ? String.fromCodePoint(parseInt(hex ?? decimal ?? "", hex === undefined ? 10 : 16))
        : (NAMED[name as string] ?? whole),
  );
}
