import { useState } from "react";
import { CompleteSection } from "./CompleteSection";
import { TextSection } from "./TextSection";
import { UnitsSection } from "./UnitsSection";
import { YearsSection } from "./YearsSection";
import type { LastYear } from "./YearsSection";

/** What stands around the tables: the text, last year, the units, completeness. They share the text and last year's workbook. */
export default function Notes() {
  const [text, setText] = useState("");
  const [last, setLast] = useState<LastYear>();
  return (
    <>
      <TextSection text={text} onText={setText} lastYear={last?.workbook} />
      <YearsSection last={last} onLast={setLast} />
      <UnitsSection />
      <CompleteSection text={text} />
    </>
  );
}
