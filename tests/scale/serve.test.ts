import { execFileSync, spawn, spawnSync } from "node:child_process";
import { createServer } from "node:net";
import { request } from "node:https";
import type { IncomingHttpHeaders } from "node:http";
import { join } from "node:path";
import { temporaryFolder } from "../cli/run";
import { builtCommand } from "../support/builtCommand";

const isThere = spawnSync("openssl", ["version"]).status === 0;
if (!isThere)
  process.stderr.write("\n!!! LEFT OUT: gouji serve needs openssl to make a certificate (Debian has it)\n\n");

/** Asks for a path; gives what came. */
function ask(port: number, path: string, headers: Record<string, string> = {}, method = "GET") {
  return new Promise<{ status: number | undefined; headers: IncomingHttpHeaders; body: string }>(
    (resolve, reject) => {
      const sent = request(
        { host: "127.0.0.1", port, path, method, headers, rejectUnauthorized: false },
        (response) => {
          let body = "";
          response.setEncoding("utf8").on("data", (part: string) => (body += part));
          response.on("end", () => resolve({ status: response.statusCode, headers: response.headers, body }));
        },
      );
      sent.on("error", reject).end();
    },
  );
}

(isThere ? describe : describe.skip)("gouji serve", () => {
  it("gives the files of a release over https with policy and caching, and nothing beside them", async () => {
    const folder = temporaryFolder({
      "site/taskpane.html": "<!doctype html>",
      "site/a.0123456789abcdef.js": "1",
      "秘密.txt": "not to be had",
    });
    const [cert, key] = [join(folder, "c.pem"), join(folder, "k.pem")];
    const subject = "req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost".split(" ");
    execFileSync("openssl", [...subject, "-keyout", key, "-out", cert], { stdio: "pipe" });
    const args = ["serve", join(folder, "site"), "--cert", cert, "--key", key, "--port", "0"];
    const server = spawn(process.execPath, [
      builtCommand(),
      ...args,
      "--frame-ancestors",
      "https://oos.example.gov.cn",
    ]);
    try {
      const port = await new Promise<number>((resolve, reject) => {
        server.stdout.on("data", (part: Buffer) => {
          const found = /https:\/\/localhost:(\d+)\//.exec(part.toString())?.[1];
          if (found) resolve(Number(found));
        });
        server.on("exit", (code) => reject(new Error(`ended with ${code}`)));
      });
      const page = await ask(port, "/taskpane.html");
      expect(page).toMatchObject({ status: 200, body: "<!doctype html>" });
      expect(page.headers["content-security-policy"]).toMatch(
        /^frame-ancestors 'self' .* https:\/\/oos\.example\.gov\.cn$/,
      );
      expect(page.headers["cache-control"]).toBe("no-cache");
      expect((await ask(port, "/a.0123456789abcdef.js")).headers["cache-control"]).toContain("immutable");
      const again = await ask(port, "/taskpane.html", { "if-none-match": page.headers.etag ?? "" });
      expect([again.status, again.body]).toEqual([304, ""]);
      for (const path of [
        "/../%E7%A7%98%E5%AF%86.txt",
        "/..%2f%E7%A7%98%E5%AF%86.txt",
        "/%00",
        "/none.html",
        "/",
      ])
        expect((await ask(port, path)).status).toBe(404);
      expect((await ask(port, "/taskpane.html", {}, "POST")).status).toBe(405);
    } finally {
      server.removeAllListeners("exit").kill();
    }
  }, 120_000);

  it("says what is missing: the files, or a certificate", () => {
    const empty = temporaryFolder({ "x/taskpane.html": "" });
    const run = (...args: string[]) =>
      spawnSync(process.execPath, [builtCommand(), "serve", ...args], {
        encoding: "utf8",
        env: { ...process.env, HOME: empty },
      });
    expect(run(empty)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("没有 taskpane.html") as string,
    });
    expect(run(join(empty, "x"))).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("读不到 https 证书") as string,
    });
  }, 120_000);
});

describe("npm start", () => {
  it("takes the next free port where the one it wants is taken, and says so", async () => {
    const taken = createServer();
    const port = await new Promise<number>((resolve) =>
      taken.listen(0, "127.0.0.1", () => {
        const address = taken.address();
        resolve(typeof address === "object" && address ? address.port : 0);
      }),
    );
    const script = join(__dirname, "../../scripts/start.mjs");
    // Without the build, which other tests make: what listens is all that is asked.
    const code = `import(${JSON.stringify(script)}).then(async ({ listenFrom, staticServer }) => {
      const got = await listenFrom(staticServer(), ${port}); process.stdout.write("at " + got + "\\n"); process.exit(0); })`;
    const { stdout } = await new Promise<{ stdout: string }>((resolve) => {
      const child = spawn(process.execPath, ["-e", code]);
      let stdout = "";
      child.stdout.on("data", (part: Buffer) => (stdout += part.toString()));
      child.on("close", () => resolve({ stdout }));
    });
    taken.close();
    expect(stdout).toContain(`端口 ${port} 已被占用，换用 ${port + 1}`);
    expect(Number(/at (\d+)/.exec(stdout)?.[1])).toBeGreaterThan(port);
  });
});
