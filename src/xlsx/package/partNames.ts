/** The folder of a part with its slash: "xl/worksheets/sheet1.xml" → "xl/worksheets/". */
export function folderOf(part: string): string {
  return part.slice(0, part.lastIndexOf("/") + 1);
}

/** Where the relationships of a part are kept; of the package itself for "". Source: ECMA-376 part 2, 9.3.3. */
export function relationshipsPartOf(part: string): string {
  const folder = folderOf(part);
  return `${folder}_rels/${part.slice(folder.length)}.rels`;
}

/** A relationship's target seen from its source part: "../styles.xml" or "/xl/styles.xml" → "xl/styles.xml". */
export function resolveTarget(source: string, target: string): string {
  const [path = ""] = target.replaceAll("\\", "/").split("#");
  const steps: string[] = path.startsWith("/") ? [] : folderOf(source).split("/").filter(Boolean);
  for (const step of path.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  return steps.join("/");
}

/**
 * A name by which parts are compared: case does not count (ECMA-376 part 2, 9.1.1.3); backslashes and a leading slash,
 * which some programs write into the zip, do not either.
 */
export function comparableName(name: string): string {
  return name.replaceAll("\\", "/").replace(/^\/+/, "").toLowerCase();
}
