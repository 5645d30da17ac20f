import { createContext, useContext, useSyncExternalStore } from "react";
import type { Locale } from "../../src/messages/describe";
import type { Services } from "../services";
import type { PaneState } from "../session";
import type { Words } from "../wording/words";

const ServicesContext = createContext<Services | undefined>(undefined);

export const ServicesProvider = ServicesContext.Provider;

/** The services of the pane around the component. Throws outside the pane. */
export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (!services) throw new Error("useServices() outside <App>");
  return services;
}

/** The present state of the session; the component is drawn again when it changes. */
export function usePaneState(): PaneState {
  const { session } = useServices();
  return useSyncExternalStore(session.subscribe, session.getState);
}

/** True while a work runs: buttons that would begin another are disabledFocusable then. */
export function useIsBusy(): boolean {
  return usePaneState().phase.kind === "running";
}

/** True unless the step of the journal has been taken back, or another pane has made a journal of its own. */
export function useIsStepThere(step: number | undefined): boolean {
  const { journal } = useServices().actions;
  const steps = useSyncExternalStore(journal?.subscribe ?? NO_JOURNAL, () => journal?.steps());
  return step === undefined || steps === undefined || steps.some(({ id }) => id === step);
}

const NO_JOURNAL = () => () => {};

/** The pane's language. */
export function useLocale(): Locale {
  return useServices().locale;
}

/** One place's words in the pane's language. */
export function useWords<T>(words: Words<T>): T {
  return words[useLocale()];
}
