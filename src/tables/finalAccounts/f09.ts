import type { HeaderGroup, TableDefinition } from "../definition";
import { amount, group, named } from "../shorthand";

/** Budget and final account of one kind of expenditure, side by side. */
function both(number: number, label: string, ...synonyms: string[]): HeaderGroup {
  return {
    ...group(label, amount(number, "预算数", "年初预算数"), amount(number + 1, "决算数")),
    ...(synonyms.length > 0 ? { synonyms } : {}),
  };
}

/** 财政拨款“三公”经费支出决算表: one row, budget beside final account. */
export const F09: TableDefinition = {
  id: "F09",
  label: "“三公”经费决算表",
  title: "财政拨款“三公”经费支出决算表",
  titleVariants: ["一般公共预算财政拨款“三公”经费支出决算表", "“三公”经费支出决算表"],
  header: [
    {
      ...group(
        "财政拨款“三公”经费",
        both(1, "合计"),
        both(3, "因公出国(境)费", "因公出国(境)费用"),
        {
          ...group(
            "公务用车购置及运行维护费",
            both(5, "小计"),
            both(7, "公务用车购置费", "购置费"),
            both(9, "公务用车运行维护费", "运行费", "公务用车运行费"),
          ),
          synonyms: ["公务用车购置及运行费"],
        },
        both(11, "公务接待费"),
      ),
      synonyms: ["“三公”经费", "一般公共预算财政拨款“三公”经费"],
    },
  ],
  sides: [
    {
      nameColumn: 0,
      amountColumns: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
      parents: "position",
      rows: [{ kind: "决算数", level: 1, filled: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] }],
    },
  ],
  relations: named("F09", "c1 = c3 + c5 + c11", "c5 = c7 + c9", "c2 = c4 + c6 + c12", "c6 = c8 + c10"),
};
