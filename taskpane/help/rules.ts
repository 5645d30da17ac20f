import type { Words } from "../wording/words";
import type { RuleHelp } from "./ruleHelp";
import { RULES_EN_US } from "./rulesEnUS";
import { RULES_ZH_CN } from "./rulesZhCN";

/** Every rule that a check may report, in the order of the help page. A test compares the list with the rules there are. */
export const RULES: Words<readonly RuleHelp[]> = { "zh-CN": RULES_ZH_CN, "en-US": RULES_EN_US };
