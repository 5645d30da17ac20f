/**
 * What a server of the add-in's files says with each of them. docs/deploy has the same for nginx and IIS; a test holds the
 * three against each other.
 */

/**
 * Who may show the pane in a frame: Excel on the web, worldwide and in China (21Vianet), and this server itself for the
 * workbench. Source: office-js-docs, docs/concepts/privacy-and-security.md and the addresses that Office on the web uses
 * ("Office 365 URLs and IP address ranges", also for China operated by 21Vianet). An Office Online Server of one's own is
 * added by --frame-ancestors.
 */
export const FRAME_ANCESTORS = [
  "'self'",
  "https://*.officeapps.live.com",
  "https://*.office.com",
  "https://*.cloud.microsoft",
  "https://*.sharepoint.com",
  "https://*.partner.officewebapps.cn",
  "https://*.sharepoint.cn",
] as const;

/** Names that carry a hash of their content (npm run release). */
const HASHED = /\.[0-9a-f]{16}\.(js|wasm)$/;

/**
 * Hashed names are kept for ever, since another content has another name. Icons are kept for a day: Office shows none that must
 * not be cached (office-js-docs, develop/add-in-manifests). All else is asked for anew, and sent only when it changed.
 */
const CACHING = {
  hashed: "public, max-age=31536000, immutable",
  icon: "public, max-age=86400",
  other: "no-cache",
} as const;

function cachingOf(name: string): string {
  if (HASHED.test(name)) return CACHING.hashed;
  return name.endsWith(".png") ? CACHING.icon : CACHING.other;
}

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".xml": "text/xml; charset=utf-8",
  ".png": "image/png",
  ".wasm": "application/wasm",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ".txt": "text/plain; charset=utf-8",
  ".md": "text/plain; charset=utf-8",
};

/**
 * The headers of a file.
 * @param name of the file, with "/" between folders
 * @param ancestors further origins that may show the pane in a frame
 */
export function headersOf(name: string, ancestors: readonly string[] = []): Record<string, string> {
  const type = TYPES[/\.[a-z]+$/.exec(name)?.[0] ?? ""] ?? "application/octet-stream";
  return {
    "Content-Type": type,
    "Cache-Control": cachingOf(name),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Content-Security-Policy": `frame-ancestors ${[...FRAME_ANCESTORS, ...ancestors].join(" ")}`,
  };
}
