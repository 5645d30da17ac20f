import { withCatalogue } from "../catalogue";
import { YEARS_EN_US } from "./enUS";
import { YEARS_ZH_CN } from "./zhCN";

/** As describe, with the wording of 上年对比 as well. */
export const describeYears = withCatalogue({ "zh-CN": YEARS_ZH_CN, "en-US": YEARS_EN_US });
