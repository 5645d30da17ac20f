import type { Words } from "./words";

/** What the pane may be busy with, each as the status line says it. A new long action adds one line. */
export const WORKS = {
  check: { "zh-CN": "正在校验…", "en-US": "Checking…" },
  clear: { "zh-CN": "正在清除标记…", "en-US": "Clearing marks…" },
  recognise: { "zh-CN": "正在识别表格…", "en-US": "Reading the tables…" },
  balance: { "zh-CN": "正在做舍位平衡…", "en-US": "Balancing rounded figures…" },
  mend: { "zh-CN": "正在采用建议…", "en-US": "Adopting the suggestion…" },
  accept: { "zh-CN": "正在记录…", "en-US": "Taking note…" },
  report: { "zh-CN": "正在写校验报告…", "en-US": "Writing the report…" },
  fill: { "zh-CN": "正在填充编码…", "en-US": "Filling codes…" },
  insertLook: { "zh-CN": "正在查看已有的表…", "en-US": "Looking at the tables…" },
  insert: { "zh-CN": "正在插入标准表…", "en-US": "Inserting tables…" },
  learn: { "zh-CN": "正在学习表样…", "en-US": "Learning tables…" },
  fromList: { "zh-CN": "正在由清单生成表格…", "en-US": "Making tables from the list…" },
  rows: { "zh-CN": "正在增删行…", "en-US": "Changing rows…" },
  import: { "zh-CN": "正在处理科目清单…", "en-US": "Working on the list of codes…" },
  dictionary: { "zh-CN": "正在插入科目字典…", "en-US": "Inserting the dictionary of codes…" },
  publish: { "zh-CN": "正在做公开版…", "en-US": "Making the public version…" },
  text: { "zh-CN": "正在核对说明…", "en-US": "Comparing the text…" },
  years: { "zh-CN": "正在与上年对比…", "en-US": "Comparing with last year…" },
  units: { "zh-CN": "正在与各单位核对…", "en-US": "Comparing with the units…" },
  complete: { "zh-CN": "正在检查是否齐全…", "en-US": "Checking completeness…" },
  undo: { "zh-CN": "正在撤销…", "en-US": "Undoing…" },
  writeCode: { "zh-CN": "正在写入编码…", "en-US": "Writing the code…" },
} as const satisfies Readonly<Record<string, Words<string>>>;

export type Work = keyof typeof WORKS;
