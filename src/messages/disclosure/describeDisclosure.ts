import { TEXT_EN_US } from "../budgetText/enUS";
import { TEXT_ZH_CN } from "../budgetText/zhCN";
import { withCatalogue } from "../catalogue";
import { DISCLOSURE_EN_US } from "./enUS";
import { DISCLOSURE_ZH_CN } from "./zhCN";

/** As describe, with the wording of 公开检查 as well; its sections are named as 说明核对 names them. */
export const describeDisclosure = withCatalogue({
  "zh-CN": { ...TEXT_ZH_CN, ...DISCLOSURE_ZH_CN },
  "en-US": { ...TEXT_EN_US, ...DISCLOSURE_EN_US },
});
