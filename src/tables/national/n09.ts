import type { TableDefinition } from "../definition";
import { amount, group, named } from "../shorthand";

/** “三公”经费和机关运行经费预算表: one row of figures under its heading, in 万元 where the others are in 元. */
export const N09: TableDefinition = {
  id: "N09",
  label: "“三公”经费表",
  title: "“三公”经费和机关运行经费预算表",
  titleVariants: [
    "一般公共预算“三公”经费支出表",
    "财政拨款“三公”经费支出表",
    "“三公”经费支出表",
    "“三公”经费预算表",
  ],
  header: [
    {
      ...group(
        "“三公”经费预算数",
        amount(1, "合计", "“三公”经费合计"),
        amount(2, "因公出国(境)费", "因公出国(境)费用"),
        amount(3, "公务接待费"),
        {
          label: "公务用车购置及运行费",
          synonyms: ["公务用车购置及运行维护费"],
          children: [
            amount(4, "小计"),
            amount(5, "购置费", "公务用车购置费"),
            amount(6, "运行费", "公务用车运行费", "公务用车运行维护费"),
          ],
        },
      ),
      synonyms: ["年“三公”经费预算数", "“三公”经费"],
    },
    { ...amount(7, "机关运行经费预算数", "年机关运行经费预算数", "机关运行经费"), isOptional: true },
  ],
  sides: [
    {
      nameColumn: 0,
      amountColumns: [1, 2, 3, 4, 5, 6, 7],
      parents: "position",
      rows: [{ kind: "预算数", level: 1, filled: [1, 2, 3, 4, 5, 6, 7] }],
    },
  ],
  relations: named("N09", "c1 = c2 + c3 + c4", "c4 = c5 + c6"),
};
