/**
 * The classifications, in the order in which they are shown: functional 支出功能分类, economicDepartment 部门预算支出经济分类,
 * economicGovernment 政府预算支出经济分类, income 收入分类, procurement 政府采购品目分类, purchasedService 政府购买服务指导性目录.
 */
export const CODE_KINDS = [
  "functional",
  "economicDepartment",
  "economicGovernment",
  "income",
  "procurement",
  "purchasedService",
] as const;

export type CodeKind = (typeof CODE_KINDS)[number];
