import type { Words } from "./words";

/** What the pane may be busy with, each as the status line says it. A new long action adds one line. */
export const WORKS = {
  check: { "zh-CN": "正在校验…", "en-US": "Checking…" },
  clear: { "zh-CN": "正在清除标记…", "en-US": "Clearing marks…" },
  recognise: { "zh-CN": "正在识别表格…", "en-US": "Reading the tables…" },
  report: { "zh-CN": "正在写校验报告…", "en-US": "Writing the report…" },
} as const satisfies Readonly<Record<string, Words<string>>>;

export type Work = keyof typeof WORKS;
