import { Spinner } from "@fluentui/react-components";
import { lazy, Suspense } from "react";
import { useWords } from "../components/PaneContext";
import { NOTES_WORDS } from "../wording/notes";

/** What compares texts and other workbooks is loaded when the place is first opened. */
const Notes = lazy(() => import("../notes/Notes"));

/** The place 说明. */
export function NotesSection() {
  const words = useWords(NOTES_WORDS);
  return (
    <Suspense fallback={<Spinner size="extra-tiny" label={words.loading} />}>
      <Notes />
    </Suspense>
  );
}
