import { withCatalogue } from "../catalogue";
import { UNITS_EN_US } from "./enUS";
import { UNITS_ZH_CN } from "./zhCN";

/** As describe, with the wording of 单位汇总 as well. */
export const describeUnits = withCatalogue({ "zh-CN": UNITS_ZH_CN, "en-US": UNITS_EN_US });
