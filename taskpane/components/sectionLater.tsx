import { useEffect, useState } from "react";
import type { ComponentType, FunctionComponent } from "react";
import { useServices } from "./PaneContext";

export interface SectionProps {
  /** Told when a section that came later stands there. */
  readonly onThere?: () => void;
}

/** A section whose code is loaded when its place is first opened, and which is drawn at once from then on. */
export type LaterSection = FunctionComponent<SectionProps> & {
  /** Loads it ahead of time. */
  readonly load: () => Promise<void>;
};

/** The component that `get` loads; a failure to load is told in the pane, and opening the place again tries once more. */
export function sectionLater(get: () => Promise<ComponentType>): LaterSection {
  let there: ComponentType | undefined;
  const load = async () => {
    there = await get();
  };
  function Later({ onThere }: SectionProps) {
    const { session } = useServices();
    const [Section, setSection] = useState(() => there);
    useEffect(() => {
      if (!Section) load().then(() => setSection(() => there), session.fail);
    }, [Section, session]);
    useEffect(() => {
      if (Section) onThere?.();
      // Once, when it has come; not whenever the place draws itself anew.
      // eslint-disable-next-line react-hooks/exhaustive-deps
    }, [Section]);
    return Section ? <Section /> : null;
  }
  return Object.assign(Later, { load });
}
