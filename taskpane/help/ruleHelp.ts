/** One rule as the help page explains it. */
export interface RuleHelp {
  /** Rule id as findings carry it; "T*" stands for every relation inside a table, "X01" for one between tables. */
  readonly rule: string;
  readonly title: string;
  readonly text: string;
  readonly example: string;
}

/** A line of the help page. */
export const rule = (id: string, title: string, text: string, example: string): RuleHelp => ({
  rule: id,
  title,
  text,
  example,
});
