import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { createServer } from "node:https";
import type { Server, ServerOptions } from "node:https";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join, normalize, resolve, sep } from "node:path";
import { headersOf } from "./headers";

/** What is served, and how. */
export interface Serving {
  readonly folder: string;
  /** Further origins that may show the pane in a frame. */
  readonly ancestors: readonly string[];
  readonly certificate: Pick<ServerOptions, "cert" | "key" | "pfx" | "passphrase">;
}

/** A server of the files of a folder over https, and of nothing else. It only reads; give it a port by listen(). */
export function fileServer({ folder, ancestors, certificate }: Serving): Server {
  const root = resolve(folder);
  return createServer(certificate, (request, response) => answer(request, response, { root, ancestors }));
}

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { root, ancestors }: { readonly root: string; readonly ancestors: readonly string[] },
): void {
  const plain = { "Content-Type": "text/plain; charset=utf-8" };
  if (request.method !== "GET" && request.method !== "HEAD") {
    response.writeHead(405, { ...plain, Allow: "GET, HEAD" }).end("Method not allowed");
    return;
  }
  const file = fileFor(request.url ?? "/", root);
  if (file === undefined) {
    response.writeHead(404, plain).end("Not found");
    return;
  }
  const bytes = readFileSync(file);
  const tag = `"${createHash("sha256").update(bytes).digest("hex").slice(0, 32)}"`;
  const headers = { ...headersOf(file.split(sep).join("/"), ancestors), ETag: tag };
  if (request.headers["if-none-match"] === tag) {
    response.writeHead(304, headers).end();
    return;
  }
  response.writeHead(200, { ...headers, "Content-Length": bytes.length });
  response.end(request.method === "HEAD" ? undefined : bytes);
}

/** The file that a request names; undefined when it is none of the folder's. */
function fileFor(url: string, root: string): string | undefined {
  try {
    const path = normalize(decodeURIComponent(new URL(url, "https://localhost").pathname));
    const named = join(root, path.endsWith(sep) || path.endsWith("/") ? join(path, "index.html") : path);
    return named.startsWith(root + sep) && statSync(named).isFile() ? named : undefined;
  } catch {
    // No such file, or an address that is none.
    return undefined;
  }
}
