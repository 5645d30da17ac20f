import { spawn, spawnSync } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { AS_PUBLISHED, bytesOf, COMPLETE, temporaryFolder, wrongBudget } from "../cli/run";
import { builtCommand } from "../support/builtCommand";

/* Whole processes of the command line as it is built: workers, interruptions, several machines. */

let gouji = "";
beforeAll(() => {
  gouji = builtCommand();
}, 120_000);

/** A folder of so many workbooks: sound, wrong, as published, cut off. */
function manyBudgets(count: number): string {
  const kinds = [bytesOf(COMPLETE), wrongBudget(), bytesOf(AS_PUBLISHED), bytesOf(COMPLETE).slice(0, 5000)];
  const files = Array.from(
    { length: count },
    (_, index) => [`${index + 1}局.xlsx`, kinds[index % 4]] as const,
  );
  return temporaryFolder(Object.fromEntries(files.map(([name, bytes]) => [name, bytes ?? ""])));
}

/** Runs the built command to its end. */
function run(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [gouji, ...args], { encoding: "utf8" });
  return { code: status, out: stdout, err: stderr };
}

/** Starts the built command and sends it a signal once it has written something; gives how it ended. */
function interrupted(signal: NodeJS.Signals, ...args: readonly string[]) {
  const child = spawn(process.execPath, [gouji, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  let err = "";
  child.stderr.on("data", (part: Buffer) => (err += part.toString()));
  child.stdout.once("data", () => child.kill(signal));
  child.stdout.resume();
  return new Promise<{ code: number | null; err: string }>((end) =>
    child.on("close", (code) => end({ code, err })),
  );
}

describe("gouji check over many files", () => {
  it("tells with two jobs what it tells with one", () => {
    const folder = manyBudgets(12);
    const one = run("check", folder, "--jobs", "1");
    const two = run("check", folder, "--jobs", "2");
    expect(two.out).toBe(one.out);
    expect(two.code).toBe(2);
    expect(one.out.match(/局\.xlsx$/gm)).toHaveLength(12);
  }, 120_000);

  it("killed in the middle and run again has the same summary as without", async () => {
    const folder = manyBudgets(24);
    const out = temporaryFolder();
    const summary = (name: string) => readFileSync(join(out, name));
    run("check", folder, "--jobs", "2", "--summary", join(out, "一次.xlsx"));
    const cached = [
      "check",
      folder,
      "--jobs",
      "2",
      "--cache",
      join(out, "存"),
      "--summary",
      join(out, "两次.xlsx"),
    ];
    await interrupted("SIGKILL", ...cached);
    expect(readdirSync(out)).toEqual(["一次.xlsx", "存"].sort());
    run(...cached);
    expect(summary("两次.xlsx").equals(summary("一次.xlsx"))).toBe(true);
  }, 120_000);
});

describe("gouji mark over many files", () => {
  it("interrupted leaves whole files, says how far it came, and goes on from there with a cache", async () => {
    const folder = manyBudgets(24);
    const out = temporaryFolder();
    const copies = join(out, "已标记");
    const command = ["mark", folder, "-o", copies, "--jobs", "2", "--cache", join(out, "存")];
    const { code, err } = await interrupted("SIGINT", ...command);
    expect(code).toBe(2);
    expect(err).toMatch(/已中断：24 个文件做完了 \d+ 个/);
    const done = readdirSync(copies);
    expect(done.length).toBeLessThan(18);
    for (const name of done)
      expect(Object.keys(unzipSync(bytesOf(join(copies, name)))).length).toBeGreaterThan(10);
    expect(done.filter((name) => !/^\d+局\.xlsx$/.test(name))).toEqual([]);
    expect(run(...command).code).toBe(2);
    expect(readdirSync(copies)).toHaveLength(18);
  }, 120_000);
});

/** Says loudly that a test is left out, and why. */
function leaveOut(test: string, why: string): false {
  process.stderr.write(`\n!!! LEFT OUT: ${test}: ${why}\n\n`);
  return false;
}

/** True where a program is installed. */
function has(program: string, test: string): boolean {
  const found = spawnSync("sh", ["-c", `command -v ${program}`]).status === 0;
  return found || leaveOut(test, `needs ${program} (Debian has it)`);
}

const SCRIPTS = join(__dirname, "../../docs/scale");
const [PARALLEL, SLURM] = ["parts by GNU parallel", "parts by Slurm"];
const isRoot =
  process.getuid?.() === 0 || leaveOut("parts over several hosts", "network namespaces need root");
const hasParallel = isRoot && ["parallel", "ip"].every((program) => has(program, PARALLEL));
const hasSlurm = isRoot && ["slurmctld", "munged"].every((program) => has(program, SLURM));

/** Puts an executable script at a path and gives the path. */
function script(path: string, lines: string): string {
  writeFileSync(path, `#!/bin/sh\n${lines}\n`, { mode: 0o755 });
  return path;
}

/** A script that is gouji, in a folder whose path has spaces as a checkout's may. */
function wrappedGouji(folder: string): string {
  mkdirSync(join(folder, "勾 稽"));
  return script(join(folder, "勾 稽/gouji"), `exec '${process.execPath}' '${gouji}' "$@"`);
}

/** What a run says on its error output beside how far it has come. */
function withoutProgress(err: string): string {
  return err.replaceAll(/^\d+\/\d+ .*\n/gm, "");
}

/** Lines and summary of one process over a folder. */
function oneProcess(folder: string, out: string) {
  const ran = run("check", folder, "--format", "jsonl", "--summary", join(out, "一个.html"));
  return {
    lines: ran.out,
    problems: withoutProgress(ran.err),
    summary: readFileSync(join(out, "一个.html"), "utf8"),
  };
}

/** The summary that gouji makes of lines. */
function summaryOf(lines: string, out: string): string {
  writeFileSync(join(out, "份.jsonl"), lines);
  run("summary", join(out, "份.jsonl"), "-o", join(out, "份.html"));
  return readFileSync(join(out, "份.html"), "utf8");
}

(hasParallel ? describe : describe.skip)("parts by GNU parallel over two hosts", () => {
  const hosts = [`gouji-a${process.pid}`, `gouji-b${process.pid}`];
  beforeAll(() => hosts.forEach((host) => spawnSync("ip", ["netns", "add", host])));
  afterAll(() => hosts.forEach((host) => spawnSync("ip", ["netns", "del", host])));

  /** What the scripts of the documentation need around them, with a network namespace in place of what ssh reaches. */
  function surroundings() {
    const out = temporaryFolder();
    // The shell of the user is set on a host, as sshd does, whatever the test was started from.
    const asHost = `host=$1; shift; [ "$1" != -- ] || shift
export SHELL=/bin/sh
exec ip netns exec "$host" sh -c "$*"`;
    const env = {
      ...process.env,
      GOUJI: wrappedGouji(out),
      PARALLEL_SSH: script(join(out, "勾 稽/ssh"), asHost),
      HOME: out,
    };
    return { out, env };
  }

  /** Runs the script of the documentation over both hosts. */
  function overHosts(env: NodeJS.ProcessEnv, folder: string, result: string, parts: number) {
    const both = hosts.map((host) => `1/${host}`).join(",");
    const args = [join(SCRIPTS, "parallel.sh"), folder, result, String(parts), both];
    const { status, stdout, stderr } = spawnSync("sh", args, { encoding: "utf8", env });
    return { status, stdout, stderr };
  }

  let isAble = false;
  beforeAll(() => {
    isAble = canRun(surroundings());
  }, 60_000);

  /** True where gouji can be run on a host by parallel and what it prints comes back: one check of one file. */
  function canRun({ out, env }: ReturnType<typeof surroundings>): boolean {
    const command = `'${env.GOUJI}' check '${COMPLETE}' --format jsonl`;
    const args = [
      "--will-cite",
      "--sshlogin",
      `1/${hosts[0]}`,
      "--ssh",
      `'${env.PARALLEL_SSH}'`,
      ":::",
      command,
    ];
    const { status, stdout, stderr } = spawnSync("parallel", args, { encoding: "utf8", env, cwd: out });
    const isRun = status === 0 && stdout.includes('"command":"check"');
    return isRun || leaveOut(PARALLEL, `nothing can be run on a host here (${status}):\n${stdout}${stderr}`);
  }

  it("have the lines and the summary of one process", () => {
    if (!isAble) return;
    const { out, env } = surroundings();
    const folder = manyBudgets(9);
    const whole = oneProcess(folder, out);
    const result = join(out, "parts.jsonl");
    const { stderr, ...rest } = overHosts(env, folder, result, 4);
    expect({ ...rest, problems: withoutProgress(stderr) }).toEqual({
      status: 0,
      stdout: "",
      problems: whole.problems,
    });
    const lines = readFileSync(result, "utf8");
    expect(lines).toBe(whole.lines);
    expect(summaryOf(lines, out)).toBe(whole.summary);
  }, 120_000);

  it("more of them than files are done as well", () => {
    if (!isAble) return;
    const { out, env } = surroundings();
    const folder = manyBudgets(2);
    const result = join(out, "parts.jsonl");
    expect(overHosts(env, folder, result, 5)).toMatchObject({ status: 0 });
    expect(readFileSync(result, "utf8")).toBe(oneProcess(folder, out).lines);
  }, 120_000);

  it.each([
    ["never starts", "exit 1"],
    ["prints and writes nothing", "exit 0"],
    ["is killed", "kill -9 $$"],
  ])(
    "are not done where gouji %s: that is said, and no results are left",
    (_, lines) => {
      if (!isAble) return;
      const { out, env } = surroundings();
      const folder = temporaryFolder({ "1局.xlsx": "", "2局.xlsx": "" });
      const result = join(out, "parts.jsonl");
      const { status, stderr } = overHosts(
        { ...env, GOUJI: script(join(out, "坏"), lines) },
        folder,
        result,
        2,
      );
      expect({ status, stderr }).toEqual({
        status: 3,
        stderr: expect.stringMatching(/第 2 份没有做完.*\n2 份里做完了 0 份，没有写/) as string,
      });
      expect(existsSync(result)).toBe(false);
    },
    120_000,
  );

  it("that parallel calls done though nothing was run are not done either", () => {
    if (!isAble) return;
    const { out, env } = surroundings();
    const folder = manyBudgets(2);
    const result = join(out, "parts.jsonl");
    const nothing = script(join(out, "nothing"), "exit 0");
    const { status, stderr } = overHosts({ ...env, PARALLEL_SSH: nothing }, folder, result, 2);
    expect({ status, stderr }).toEqual({
      status: 3,
      stderr: expect.stringMatching(
        /第 1 份没有做完.*\n第 2 份没有做完.*\n2 份里做完了 0 份，没有写/,
      ) as string,
    });
    expect(existsSync(result)).toBe(false);
  }, 120_000);
});

/** A port that nobody listens on, for a cluster beside that of another run. */
function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/** A cluster of this one computer. Source of the settings: slurm.conf(5). */
const slurmConf = (place: string, ports: readonly number[]) => `
ClusterName=gouji
SlurmctldHost=localhost
SlurmUser=root
AuthType=auth/munge
StateSaveLocation=${place}/state
SlurmdSpoolDir=${place}/spool
SlurmctldPidFile=${place}/slurmctld.pid
SlurmdPidFile=${place}/slurmd.pid
SlurmctldPort=${ports[0]}
SlurmdPort=${ports[1]}
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
NodeName=localhost CPUs=1 State=UNKNOWN
PartitionName=all Nodes=localhost Default=YES MaxTime=INFINITE State=UP
`;

(hasSlurm ? describe : describe.skip)("parts by a Slurm array job", () => {
  let place = "";
  let daemons: ChildProcess[] = [];
  const settings = () => ({ ...process.env, SLURM_CONF: join(place, "slurm.conf") });
  const sh = (line: string, env: NodeJS.ProcessEnv = settings()) =>
    spawnSync("sh", ["-c", line], { encoding: "utf8", env, cwd: place });

  beforeAll(async () => {
    place = mkdtempSync(join(tmpdir(), "gouji-slurm-"));
    for (const path of ["state", "spool"]) mkdirSync(join(place, path));
    writeFileSync(join(place, "slurm.conf"), slurmConf(place, [await freePort(), await freePort()]));
    // Copied to where a job may start from.
    copyFileSync(join(SCRIPTS, "slurm.sh"), join(place, "slurm.sh"));
    sh(
      "mkdir -p /run/munge && chown munge /run/munge; munge -n >/dev/null 2>&1 || su -s /bin/sh munge -c munged",
    );
    // They end by themselves as well, should this test be ended before it can end them.
    daemons = ["slurmctld", "slurmd"].map((daemon) =>
      spawn("timeout", ["400", daemon, "-D"], { env: settings(), stdio: "ignore" }),
    );
    sh("for i in $(seq 20); do sinfo -h -o %T 2>/dev/null | grep -q idle && break; sleep 1; done");
  }, 60_000);

  afterAll(async () => {
    await Promise.all(
      daemons.map((daemon) => new Promise((end) => daemon.on("close", end) && daemon.kill("SIGTERM"))),
    );
    rmSync(place, { recursive: true });
  }, 60_000);

  /** Has the cluster do the three parts of a folder; gives how sbatch ended, what the tasks said, and the folder of results. */
  function bySlurm(folder: string, command: string) {
    const parts = join(temporaryFolder(), "结 果");
    mkdirSync(parts);
    const log = (part: string) => join(place, `${part}.log`);
    const job = `sbatch --wait --array=1-3 -o '${log("%a")}' slurm.sh '${folder}' '${parts}'`;
    const { status, stderr } = sh(job, { ...settings(), GOUJI: command });
    return { status, stderr, logs: ["1", "2", "3"].map((part) => readFileSync(log(part), "utf8")), parts };
  }

  it("have the lines and the summary of one process", () => {
    const folder = manyBudgets(9);
    const out = temporaryFolder();
    const whole = oneProcess(folder, out);
    const { parts, logs, ...ended } = bySlurm(folder, wrappedGouji(out));
    expect({ ...ended, problems: withoutProgress(logs.join("")) }).toEqual({
      status: 0,
      stderr: "",
      problems: whole.problems,
    });
    const lines = readdirSync(parts)
      .sort()
      .map((name) => readFileSync(join(parts, name), "utf8"))
      .join("");
    expect(lines).toBe(whole.lines);
    expect(summaryOf(lines, out)).toBe(whole.summary);
  }, 180_000);

  it("are not done where gouji never starts, and say so", () => {
    const { status, logs, parts } = bySlurm(temporaryFolder({ "1局.xlsx": "" }), "node /没有/gouji.cjs");
    expect(status).toBe(3);
    expect(logs.map((log) => /第 \d\/3 份没有做完：gouji 没有写出 .*（退出码 1）\n$/.test(log))).toEqual([
      true,
      true,
      true,
    ]);
    expect(readdirSync(parts)).toEqual([]);
  }, 180_000);
});
