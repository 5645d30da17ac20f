import { publicVersionOf } from "../src/actions/publish";
import { writeNewWorkbook } from "../src/xlsx/write/newWorkbook";

/** The public version of the open workbook as the bytes of a file; no bytes where there is no table. Loaded when asked for. */
export async function publicVersionFile(port: Parameters<typeof publicVersionOf>[0]) {
  const { designs, ...about } = await publicVersionOf(port);
  return { ...about, bytes: designs.length > 0 ? writeNewWorkbook(designs) : undefined };
}
