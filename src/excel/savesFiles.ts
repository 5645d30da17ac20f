/**
 * False where the window of an add-in cannot hand a file to the browser to save: in Excel on Mac a link to one does nothing.
 * Sources: OfficeDev/office-js issues 2700 ("by design"), 3385 and 4681.
 */
export function savesFiles(): boolean {
  const platform: unknown = typeof Office === "undefined" ? undefined : Office.context?.platform;
  return platform !== "Mac";
}
