import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { join } from "node:path";
import { chromium } from "playwright-core";
import type { Browser, ConsoleMessage, Locator, Page } from "playwright-core";

const ROOT = join(__dirname, "../..");
const CHROMIUM = process.env["CHROMIUM"] ?? "/usr/bin/chromium";

/** Without a Chromium these tests are left out, except where CI is set: there they must run. */
export function hasChromium(): boolean {
  const isThere = existsSync(CHROMIUM) || process.env["CI"] !== undefined;
  if (!isThere) {
    process.stdout.write(`Browser tests left out: no Chromium at ${CHROMIUM} (CHROMIUM names another).\n`);
  }
  return isThere;
}

/** The workbench as `npm start` serves it. */
export interface Workbench {
  readonly address: string;
  stop(): Promise<void>;
}

/** Runs scripts/start.mjs on a free port; builds first when a source is newer than the build. */
export function startWorkbench(): Promise<Workbench> {
  const server = spawn(process.execPath, ["scripts/start.mjs"], {
    cwd: ROOT,
    env: { ...process.env, PORT: "0" },
  });
  return new Promise((resolve, reject) => {
    let output = "";
    const listen = (chunk: Buffer) => {
      output += chunk.toString();
      const address = /http:\/\/127\.0\.0\.1:\d+\//.exec(output)?.[0];
      if (address) resolve({ address, stop: () => stop(server) });
    };
    server.stdout.on("data", listen);
    server.stderr.on("data", listen);
    server.on("exit", (code) => reject(new Error(`npm start ended with ${code}: ${output}`)));
  });
}

function stop(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    server.removeAllListeners("exit").on("exit", () => resolve());
    server.kill();
  });
}

export function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: CHROMIUM,
    // The certificate of a release that is tried is its own (scripts/testRelease.mjs).
    args: ["--no-sandbox", "--disable-background-networking", "--lang=zh-CN", "--ignore-certificate-errors"],
  });
}

/** What a page must not do. Both lists are to be empty. */
export interface Complaints {
  readonly requestsElsewhere: string[];
  readonly errors: string[];
}

/** Opens a page that takes down every request to another host, console error and uncaught exception. */
export async function openPage(
  browser: Browser,
  viewport: { width: number; height: number },
): Promise<{ page: Page; complaints: Complaints }> {
  const page = await browser.newPage({ viewport, locale: "zh-CN" });
  const complaints: Complaints = { requestsElsewhere: [], errors: [] };
  page.on("request", (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol.startsWith("http") && hostname !== "127.0.0.1") {
      complaints.requestsElsewhere.push(request.url());
    }
  });
  page.on("console", (message: ConsoleMessage) => {
    if (message.type() === "error" || message.type() === "warning") complaints.errors.push(message.text());
  });
  page.on("pageerror", (error) => complaints.errors.push(String(error)));
  return { page, complaints };
}

/**
 * Takes a picture of the documentation (docs/images, WebP) where UPDATE_IMAGES is set, as `npm run pictures` does.
 * Gives the size of what was seen, in bytes of PNG: a blank page is small.
 */
export async function takePicture(of: Page | Locator, name: string): Promise<number> {
  const seen = await of.screenshot();
  if (!process.env["UPDATE_IMAGES"]) return seen.length;
  const shown = "page" in of ? of.page() : of;
  const page = await shown.context().browser()?.newPage();
  if (!page) throw new Error("the page belongs to no browser");
  const data = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const canvas = Object.assign(document.createElement("canvas"), {
      width: image.width,
      height: image.height,
    });
    canvas.getContext("2d")?.drawImage(image, 0, 0);
    return canvas.toDataURL("image/webp", 0.75);
  }, seen.toString("base64"));
  await page.close();
  mkdirSync(join(ROOT, "docs/images"), { recursive: true });
  writeFileSync(join(ROOT, "docs/images", `${name}.webp`), Buffer.from(data.split(",")[1] ?? "", "base64"));
  return seen.length;
}
