/** From when on a change needs a reason, and what is thought reasonable (合理性); an office's own are data of the same kind. */
export interface Thresholds {
  /** Per cent of last year's amount by which an amount has to change. */
  readonly rate: string;
  /** An amount where there was none needs a reason, whatever its size. */
  readonly fromNothing: boolean;
  /** Per cent that 其他 (the last 款 of an economic class) may have of its class. */
  readonly otherShare: string;
  /** 万元 below which a change needs no reason. */
  readonly least: string;
}

/** Source: 部门预算公开 practice, a reason from 10 % on and for what is new; see docs/years.md. */
export const THRESHOLDS: Thresholds = { rate: "10", fromNothing: true, otherShare: "30", least: "0" };
