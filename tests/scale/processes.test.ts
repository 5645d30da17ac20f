import { spawn, spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
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

/** True where a program is installed; says loudly that a test is left out where it is not. */
function has(program: string, test: string): boolean {
  const found = spawnSync("sh", ["-c", `command -v ${program}`]).status === 0;
  if (!found) process.stderr.write(`\n!!! LEFT OUT: ${test} needs ${program} (Debian has it)\n\n`);
  return found;
}

const SCRIPTS = join(__dirname, "../../docs/scale");
const PARALLEL = has("parallel", "shards by GNU parallel") && has("ip", "shards by GNU parallel");
const SLURM = has("slurmctld", "shards by Slurm") && has("munged", "shards by Slurm");
const isRoot = process.getuid?.() === 0;
if (!isRoot)
  process.stderr.write("\n!!! LEFT OUT: shards over several hosts need root for network namespaces\n\n");

/** Lines and summary of one process over a folder. */
function oneProcess(folder: string, out: string) {
  const lines = run("check", folder, "--format", "jsonl", "--summary", join(out, "一个.html")).out;
  return { lines, summary: readFileSync(join(out, "一个.html"), "utf8") };
}

/** The summary that gouji makes of lines. */
function summaryOf(lines: string, out: string): string {
  writeFileSync(join(out, "份.jsonl"), lines);
  run("summary", join(out, "份.jsonl"), "-o", join(out, "份.html"));
  return readFileSync(join(out, "份.html"), "utf8");
}

(PARALLEL && isRoot ? describe : describe.skip)("parts by GNU parallel over two hosts", () => {
  const hosts = [`gouji-a${process.pid}`, `gouji-b${process.pid}`];
  beforeAll(() => hosts.forEach((host) => spawnSync("ip", ["netns", "add", host])));
  afterAll(() => hosts.forEach((host) => spawnSync("ip", ["netns", "del", host])));

  it("have the lines and the summary of one process", () => {
    const folder = manyBudgets(9);
    const out = temporaryFolder({
      // Stands for ssh: a network namespace is the host.
      ssh: `#!/bin/sh\nhost=$1; shift; [ "$1" != -- ] || shift\nexec ip netns exec "$host" sh -c "$*"\n`,
    });
    spawnSync("chmod", ["+x", join(out, "ssh")]);
    const whole = oneProcess(folder, out);
    const { status, stderr } = spawnSync(
      "sh",
      [
        join(SCRIPTS, "parallel.sh"),
        folder,
        join(out, "parts.jsonl"),
        "4",
        hosts.map((host) => `1/${host}`).join(","),
      ],
      {
        encoding: "utf8",
        env: {
          ...process.env,
          GOUJI: `${process.execPath} ${gouji}`,
          PARALLEL_SSH: join(out, "ssh"),
          HOME: out,
        },
      },
    );
    expect({ status, problems: stderr.split("\n").filter((line) => /parallel:|sh:/.test(line)) }).toEqual({
      status: 0,
      problems: [],
    });
    const lines = readFileSync(join(out, "parts.jsonl"), "utf8");
    expect(lines).toBe(whole.lines);
    expect(summaryOf(lines, out)).toBe(whole.summary);
  }, 120_000);
});

/** A cluster of this one computer. Source of the settings: slurm.conf(5). */
const slurmConf = (place: string) => `
ClusterName=gouji
SlurmctldHost=localhost
SlurmUser=root
AuthType=auth/munge
StateSaveLocation=${place}/state
SlurmdSpoolDir=${place}/spool
SlurmctldPidFile=${place}/slurmctld.pid
SlurmdPidFile=${place}/slurmd.pid
SlurmctldLogFile=${place}/slurmctld.log
SlurmdLogFile=${place}/slurmd.log
SlurmctldPort=27817
SlurmdPort=27818
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
NodeName=localhost CPUs=1 State=UNKNOWN
PartitionName=all Nodes=localhost Default=YES MaxTime=INFINITE State=UP
`;

(SLURM && isRoot ? describe : describe.skip)("parts by a Slurm array job", () => {
  it("have the lines and the summary of one process", () => {
    const folder = manyBudgets(9);
    const out = temporaryFolder();
    const place = join(out, "slurm");
    for (const name of ["state", "spool", "parts"]) mkdirSync(join(place, name), { recursive: true });
    writeFileSync(join(place, "slurm.conf"), slurmConf(place));
    // Copied to where a job may start from.
    copyFileSync(join(SCRIPTS, "slurm.sh"), join(place, "slurm.sh"));
    const env = {
      ...process.env,
      SLURM_CONF: join(place, "slurm.conf"),
      GOUJI: `${process.execPath} ${gouji}`,
    };
    const sh = (command: string) =>
      spawnSync("sh", ["-c", command], { encoding: "utf8", env, cwd: dirname(place) });
    sh(
      "mkdir -p /run/munge && chown munge /run/munge; munge -n >/dev/null 2>&1 || su -s /bin/sh munge -c munged",
    );
    const whole = oneProcess(folder, out);
    sh("slurmctld; slurmd");
    try {
      const ready =
        "for i in 1 2 3 4 5 6 7 8 9 10; do sinfo -h -o %T 2>/dev/null | grep -q idle && break; sleep 1; done";
      const job = `sbatch --wait --array=1-3 -o '${place}/%a.log' '${place}/slurm.sh' '${folder}' '${place}/parts'`;
      const { status, stderr } = sh(`${ready}; ${job}`);
      expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    } finally {
      sh("scontrol shutdown");
    }
    const lines = readdirSync(join(place, "parts"))
      .sort()
      .map((name) => readFileSync(join(place, "parts", name), "utf8"))
      .join("");
    expect(lines).toBe(whole.lines);
    expect(summaryOf(lines, out)).toBe(whole.summary);
  }, 180_000);
});
