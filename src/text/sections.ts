/** The parts such a text has, by the words of their headings. Source: disclosure rules as listed in docs/text.md. */
export interface SectionKind {
  /** Also its key in the messages: text.section.<id>. */
  readonly id: string;
  readonly heading: RegExp;
  /** Its figures are aims, dates and definitions, or the tables themselves: nothing to compare. */
  readonly isSkipped?: boolean;
  /** A text with parts at all must have it. */
  readonly isRequired?: boolean;
}

export const SECTIONS: readonly SectionKind[] = [
  { id: "duties", heading: /职责|职能/, isSkipped: true, isRequired: true },
  {
    id: "offices",
    heading: /机构设置|机构情况|单位构成|部门构成|机构及人员/,
    isSkipped: true,
    isRequired: true,
  },
  { id: "aims", heading: /工作任务|工作目标|整体.*绩效目标|确定工作目标/, isSkipped: true },
  { id: "terms", heading: /名词解释|名词说明/, isSkipped: true, isRequired: true },
  { id: "tables", heading: /^第.{1,3}部分.*(预算表|预算报表|预算公开表)|^(目录|附表)$/, isSkipped: true },
  { id: "changes", heading: /收支.*(情况|说明|变化)|收入预算|收入支出预算/, isRequired: true },
  { id: "sangong", heading: /三公/, isRequired: true },
  { id: "running", heading: /机关运行经费|行政经费/, isRequired: true },
  { id: "purchases", heading: /政府采购/, isRequired: true },
  { id: "assets", heading: /国有资产|国有资本占|资产占/, isRequired: true },
  { id: "performance", heading: /绩效/, isRequired: true },
];

/** True when the figures below a heading are nothing to compare with tables. Level 0 is 第一部分, 1 is 一、. */
export function isSkipped(heading: string, level: number): boolean {
  return level <= 1 && SECTIONS.some((kind) => kind.isSkipped && kind.heading.test(heading));
}
