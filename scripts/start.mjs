/**
 * npm start: builds add-in and workbench when a source is newer than the build, serves them on this computer alone
 * and prints the address. PORT changes the port (3000 otherwise, 0 takes any free one); where it is taken the next free one serves.
 */
import { createReadStream, existsSync, statSync, utimesSync } from "node:fs";
import { createServer } from "node:http";
import { dirname, extname, join, normalize, sep } from "node:path";
import { URL, fileURLToPath, pathToFileURL } from "node:url";
import { build } from "./build.mjs";
import { newest } from "./cliBuild.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const dist = join(root, "dist/workbench");

/** What the build is made from. */
const SOURCES = [
  "src",
  "taskpane",
  "workbench",
  "assets",
  "tests/fixtures",
  "manifest.xml",
  "scripts/build.mjs",
  "scripts/office.cjs",
  "webpack.config.js",
];

const CONTENT_TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".xml": "text/xml; charset=utf-8",
  ".png": "image/png",
  ".wasm": "application/wasm",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** Builds unless the page stands and is newer than every source. Ends the process when the build fails. */
export async function buildIfNeeded() {
  const page = join(dist, "index.html");
  const built = existsSync(page) ? statSync(page).mtimeMs : 0;
  if (SOURCES.every((source) => newest(join(root, source)) <= built)) return;
  process.stdout.write("Building…\n");
  const begun = new Date();
  await build();
  // Webpack leaves a page alone that comes out the same; and what changed during the build is not in it.
  utimesSync(page, begun, begun);
}

/** A server of the built files, for this computer alone; give it a port by listen(). */
export function staticServer() {
  return createServer((request, response) => {
    const file = fileFor(request.url ?? "/");
    if (!file) {
      response.writeHead(404, { "content-type": "text/plain; charset=utf-8" }).end("Not found");
      return;
    }
    response.writeHead(200, {
      "content-type": CONTENT_TYPES[extname(file)] ?? "application/octet-stream",
      // Excel shows no icon that must not be kept (src/cli/serve/headers.ts).
      "cache-control": extname(file) === ".png" ? "public, max-age=86400" : "no-cache",
    });
    createReadStream(file).pipe(response);
  });
}

/** The file a request names, or undefined when it is none of ours. */
function fileFor(url) {
  let path;
  try {
    path = normalize(decodeURIComponent(new URL(url, "http://localhost").pathname));
  } catch {
    return undefined;
  }
  const file = join(dist, path.endsWith(sep) ? "index.html" : path);
  return file.startsWith(dist + sep) && existsSync(file) && statSync(file).isFile() ? file : undefined;
}

/** Ports tried beyond the one asked for before giving up. */
const FURTHER_PORTS = 20;

/**
 * Listens on a port, or where it is taken on the next one that is free, and says so.
 * @returns the port
 */
export function listenFrom(server, port, last = port + FURTHER_PORTS) {
  return new Promise((resolve, reject) => {
    const onError = (error) => {
      const isLast = error.code !== "EADDRINUSE" || port === 0 || port >= last;
      if (isLast) return reject(error);
      process.stdout.write(
        `端口 ${port} 已被占用，换用 ${port + 1}。Port ${port} is taken, trying ${port + 1}.\n`,
      );
      resolve(listenFrom(server, port + 1, last));
    };
    server.once("error", onError).listen(port, "127.0.0.1", () => {
      server.removeListener("error", onError);
      resolve(server.address().port);
    });
  });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await buildIfNeeded();
  try {
    const port = await listenFrom(staticServer(), Number(process.env.PORT ?? 3000));
    process.stdout.write(`勾稽工作台 Gouji workbench: http://127.0.0.1:${port}/\n`);
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}
