import { createContext, useContext } from "react";
import type { Locale } from "../../src/messages/describe";
import { wordingFor } from "../wording";
import type { Wording } from "../wording";

const LocaleContext = createContext<Locale>("zh-CN");

export const LocaleProvider = LocaleContext.Provider;

/** The pane's language. */
export function useLocale(): Locale {
  return useContext(LocaleContext);
}

/** The pane's words in its language. */
export function useWording(): Wording {
  return wordingFor(useContext(LocaleContext));
}
