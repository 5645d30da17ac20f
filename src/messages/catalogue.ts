import { describe, fillIn } from "./describe";
import type { Locale } from "./describe";
import type { MessageRef } from "./messageRef";

/** Says a message in a language. Throws on an unknown key or a missing argument. */
export type Describe = (message: MessageRef, locale: Locale) => string;

/** As describe, with the wording of a catalogue of its own as well: that is loaded with what needs it, and nothing else. */
export function withCatalogue(
  catalogue: Readonly<Record<Locale, Readonly<Record<string, string>>>>,
): Describe {
  return (message, locale) => {
    const template = catalogue[locale][message.key];
    return template === undefined ? describe(message, locale) : fillIn(template, message, locale);
  };
}
