import { noDefaultsFor, NO_DEFAULTS, readOfficeDefaults } from "../src/actions/officeDefaults";
import type { OfficeDefaults } from "../src/actions/officeDefaults";

/** The file of the office's defaults, beside the manifest. */
const FILE = "office.json";

/**
 * What holds for the whole office, asked for once from where the pane's own files lie. A page that lies below them (the workbench)
 * names the file by <link rel="office-defaults">. No file is no defaults; one that cannot be had is said by every check.
 * Never rejects.
 */
export async function fetchOfficeDefaults(get: typeof fetch = fetch): Promise<OfficeDefaults> {
  const address = document.querySelector('link[rel="office-defaults"]')?.getAttribute("href") ?? FILE;
  const unread = (why: string) => noDefaultsFor({ key: "defaults.unread", args: { file: FILE, why } });
  try {
    // Always asked for anew: an administrator's change holds from the next opening of the pane.
    const response = await get(address, { cache: "no-cache" });
    if (response.status === 404) return NO_DEFAULTS;
    return response.ok ? readOfficeDefaults(await response.text(), FILE) : unread(String(response.status));
  } catch (error) {
    return unread(error instanceof Error ? error.message : String(error));
  }
}
