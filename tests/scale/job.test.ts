import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Job } from "kubernetes-types/batch/v1";

const PARTS = 100;

/** What docs/scale/job.json says, as the types of the Kubernetes API take it: the compiler checks every field. */
const JOB = {
  apiVersion: "batch/v1",
  kind: "Job",
  metadata: { name: "gouji" },
  spec: {
    completionMode: "Indexed",
    completions: PARTS,
    parallelism: 20,
    backoffLimitPerIndex: 2,
    template: {
      spec: {
        restartPolicy: "Never",
        containers: [
          {
            name: "gouji",
            image: "registry.example/gouji:1.0.0",
            command: [
              "sh",
              "-c",
              'part=$((JOB_COMPLETION_INDEX + 1)); result=/results/$(printf %06d $part).jsonl; rm -f $result; gouji check /budgets --format jsonl --jobs 2 --shard $part/100 --output $result; code=$?; [ -f $result ] || { echo "part $part/100 is not done: gouji wrote no $result (exit code $code)" >&2; exit 3; }',
            ],
            resources: { requests: { cpu: "2", memory: "512Mi" }, limits: { memory: "1Gi" } },
            volumeMounts: [
              { name: "budgets", mountPath: "/budgets", readOnly: true },
              { name: "results", mountPath: "/results" },
            ],
          },
        ],
        volumes: [
          { name: "budgets", persistentVolumeClaim: { claimName: "budgets", readOnly: true } },
          { name: "results", persistentVolumeClaim: { claimName: "gouji-results" } },
        ],
      },
    },
  },
} satisfies Job;

describe("the Indexed Job of the documentation", () => {
  it("is the one that the types of the Kubernetes API take", () => {
    const file = join(__dirname, "../../docs/scale/job.json");
    expect(JSON.parse(readFileSync(file, "utf8"))).toEqual(JOB);
  });

  it("has as many completions as parts, each asking for a part of its own, counted from 1", () => {
    const [container] = JOB.spec.template.spec.containers;
    expect(container?.command.join(" ")).toContain(`--shard $part/${PARTS} `);
    expect(container?.command.join(" ")).toContain("part=$((JOB_COMPLETION_INDEX + 1))");
  });

  it("mounts what it names and no other", () => {
    const { volumes, containers } = JOB.spec.template.spec;
    expect(containers.flatMap(({ volumeMounts }) => volumeMounts.map(({ name }) => name))).toEqual(
      volumes.map(({ name }) => name),
    );
  });
});
