/**
 * npm run test:release [-- <browser tests>]: makes the release twice and compares the two, a third time with an office's defaults,
 * puts the files of the archive behind nginx with the configuration that comes with it, asks for the headers, and runs the browser
 * tests on it (all of them where none is named). Says loudly where nginx is missing, and then tries no more than the releases.
 */
import { spawn, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { get } from "node:https";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { unzipSync } from "fflate";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const PORT = 38443;
const ORIGIN = `https://127.0.0.1:${PORT}`;

/** Runs a program to its end with its output shown; ends the process where it fails. */
function run(program, args, env = {}) {
  const { status, error } = spawnSync(program, args, {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, ...env },
  });
  if (status !== 0) fail(`${program} ${args.join(" ")}: ${error?.message ?? status}`);
}

function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

/** Makes the release with further options; gives its archive and the line with its checksum. */
function release(...options) {
  run(process.execPath, ["scripts/release.mjs", "--origin", ORIGIN, ...options]);
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const zip = join(root, "dist/release", `gouji-${version}.zip`);
  return { zip, version, line: readFileSync(`${zip}.sha256`, "utf8") };
}

/** Unpacks an archive into a folder. */
function unpack(archive, folder) {
  for (const [name, bytes] of Object.entries(unzipSync(archive))) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
}

/** The released configuration with a port, a certificate and folders of this run. */
function configuration(place, folder) {
  const own = readFileSync(join(folder, "server/nginx.conf"), "utf8")
    .replace("listen 443 ssl", `listen 127.0.0.1:${PORT} ssl`)
    .replace("/etc/nginx/gouji.crt", join(place, "gouji.crt"))
    .replace("/etc/nginx/gouji.key", join(place, "gouji.key"))
    .replace("/srv/gouji/site", join(folder, "site"));
  const places = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
    .map((name) => `${name}_temp_path ${join(place, name)};`)
    .join("\n");
  return `worker_processes 1;\ndaemon off;\nerror_log stderr;\npid ${join(place, "nginx.pid")};\nevents {}\nhttp {\naccess_log off;\n${places}\n${own}\n}\n`;
}

/** The headers of a file as the server gives it. */
function headersOf(name) {
  return new Promise((resolve, reject) => {
    get(`${ORIGIN}/${name}`, { rejectUnauthorized: false }, (response) => {
      response.resume();
      resolve({ status: response.statusCode, ...response.headers });
    }).on("error", reject);
  });
}

/** Waits until the server answers. */
async function answers(left = 50) {
  try {
    await headersOf("taskpane.html");
  } catch (error) {
    if (left === 0) throw error;
    await setTimeout(100);
    await answers(left - 1);
  }
}

/** What the policy and the caching have to be; ends the process where they are not. */
async function checkHeaders(folder) {
  const page = readFileSync(join(folder, "site/taskpane.html"), "utf8");
  const script = /src="(taskpane\.[0-9a-f]{16}\.js)"/.exec(page)?.[1] ?? "";
  const wanted = [
    ["taskpane.html", "text/html; charset=utf-8", "no-cache"],
    [script, "text/javascript; charset=utf-8", "public, max-age=31536000, immutable"],
    ["manifest.xml", "text/xml; charset=utf-8", "no-cache"],
    ["assets/icon-32.png", "image/png", "public, max-age=86400"],
    ["assets/support.html", "text/html; charset=utf-8", "no-cache"],
    ["workbench/", "text/html; charset=utf-8", "no-cache"],
    ["office.json", "application/json; charset=utf-8", "no-cache"],
  ];
  for (const [name, type, caching] of wanted) {
    const headers = await headersOf(name);
    const problems = [
      headers.status !== 200 && `status ${headers.status}`,
      headers["content-type"]?.toLowerCase() !== type && `type ${headers["content-type"]}`,
      headers["cache-control"] !== caching && `caching ${headers["cache-control"]}`,
      !/^frame-ancestors 'self' https:/.test(headers["content-security-policy"]) && "no frame-ancestors",
      headers["x-content-type-options"] !== "nosniff" && "no nosniff",
    ].filter(Boolean);
    if (problems.length > 0) fail(`${name}: ${problems.join(", ")}`);
  }
  for (const part of ["default-src 'none'", "connect-src 'self'", "script-src 'self' 'wasm-unsafe-eval'"])
    if (!page.includes(part)) fail(`taskpane.html: its policy does not say ${part}`);
}

/** The release has what the office laid down, in one file for pane and workbench; what cannot be used is refused. */
function tryDefaults() {
  const own = join(mkdtempSync(join(tmpdir(), "gouji-office-")), "office.json");
  const gouji = join(root, "dist/cli/gouji.cjs");
  run(process.execPath, [gouji, "defaults", "--name", "某某局 2027", "--rate", "15", "-o", own]);
  const { zip } = release("--defaults", own);
  const files = unzipSync(readFileSync(zip));
  const released = Object.keys(files).filter((name) => name.endsWith("/office.json"));
  if (released.length !== 1 || Buffer.compare(Buffer.from(files[released[0]]), readFileSync(own)) !== 0)
    fail(`release --defaults: ${released.join(", ")} is not the file given`);
  writeFileSync(own, '{"version": 1, "rulez": []}');
  const args = ["scripts/release.mjs", "--origin", ORIGIN, "--defaults", own];
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" });
  if (status !== 2 || !stderr.includes("rulez"))
    fail(`release --defaults: ${status} for a bad file\n${stderr}`);
  process.stdout.write("A release has the office's defaults, and bad ones are refused.\n");
}

const first = release();
const archive = readFileSync(first.zip);
const second = release();
if (first.line !== second.line) fail(`Two releases differ:\n${first.line}${second.line}`);
process.stdout.write(`Two releases are the same: ${first.line}`);
tryDefaults();
if (spawnSync("sh", ["-c", "command -v nginx && command -v openssl"]).status !== 0) {
  process.stderr.write(
    "\n!!! LEFT OUT: the release behind a web server needs nginx and openssl (Debian has them)\n\n",
  );
  process.exit(0);
}
const place = mkdtempSync(join(tmpdir(), "gouji-release-"));
// nginx started by root reads as a user of its own.
chmodSync(place, 0o755);
unpack(archive, place);
const folder = join(place, `gouji-${first.version}`);
const sums = spawnSync("sha256sum", ["--quiet", "-c", "SHA256SUMS"], { cwd: folder, encoding: "utf8" });
if (sums.status !== 0) fail(`SHA256SUMS: ${sums.stdout}${sums.stderr}`);
const said = spawnSync(process.execPath, [join(folder, "cli/gouji.cjs"), "--version"], { encoding: "utf8" });
if (said.stdout.trim() !== first.version) fail(`cli/gouji.cjs --version: ${said.stdout}${said.stderr}`);
run("openssl", [
  ..."req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=127.0.0.1 -addext subjectAltName=IP:127.0.0.1".split(
    " ",
  ),
  ...["-keyout", join(place, "gouji.key"), "-out", join(place, "gouji.crt")],
]);
writeFileSync(join(place, "nginx.conf"), configuration(place, folder));
const server = spawn("nginx", ["-c", join(place, "nginx.conf")], { stdio: ["ignore", "inherit", "inherit"] });
// However this ends, the server ends with it.
process.on("exit", () => server.kill());
try {
  await answers();
  await checkHeaders(folder);
  process.stdout.write("nginx serves the release with its policy and caching.\n");
  const jest = join(root, "node_modules/jest/bin/jest.js");
  run(process.execPath, [jest, "--config", "jest.browser.config.cjs", ...process.argv.slice(2)], {
    WORKBENCH: `${ORIGIN}/workbench/`,
  });
} finally {
  server.kill();
  rmSync(place, { recursive: true, force: true });
}
