import type { SheetSnapshot } from "../../src/workbook/snapshot";
import { Chooser, randomFrom } from "./random";
import { sheetOf } from "./sheet";
import type { TestCell } from "./sheet";

/** Headings and words of sheets that lie beside budget tables in an office's workbooks and are none. */
const KINDS: readonly { title: string; headings: readonly string[]; words: readonly string[] }[] = [
  {
    title: "人员花名册",
    headings: ["序号", "姓名", "单位名称", "职务", "工资合计", "备注"],
    words: ["张三", "李四", "科员"],
  },
  {
    title: "固定资产明细表",
    headings: ["编号", "资产名称", "数量", "单价", "合计", "使用部门"],
    words: ["电脑", "办公桌"],
  },
  {
    title: "资产负债表",
    headings: ["资产", "期末余额", "年初余额", "负债和净资产", "期末余额"],
    words: ["货币资金", "应付账款"],
  },
  {
    title: "收入费用表",
    headings: ["项目", "本月数", "本年累计数"],
    words: ["财政拨款收入", "业务活动费用", "合计"],
  },
  { title: "工作日历", headings: ["一", "二", "三", "四", "五", "六", "日"], words: ["值班", "休息"] },
  { title: "会议签到表", headings: ["序号", "单位名称", "姓名", "电话"], words: ["某某局", "财务科"] },
  {
    title: "项目进度表",
    headings: ["项目名称", "开始时间", "结束时间", "负责人", "进度"],
    words: ["一期", "二期"],
  },
  {
    title: "预算执行进度表",
    headings: ["科目编码", "科目名称", "指标数", "支出数", "执行率"],
    words: ["行政运行", "合计"],
  },
  { title: "差旅费报销单", headings: ["日期", "事由", "金额", "合计"], words: ["出差", "会议"] },
  {
    title: "2020年部门预算支出执行情况表",
    headings: ["功能分类科目编码", "功能分类科目名称", "合计", "基本支出", "项目支出"],
    words: ["行政运行", "合计"],
  },
  {
    title: "部门整体支出绩效目标表",
    headings: ["项目名称", "合计", "一般公共预算", "政府性基金预算", "绩效目标"],
    words: ["某项目", "完成率"],
  },
  {
    title: "预算调整表",
    headings: ["科目编码", "科目名称", "年初预算数", "调整数", "调整后预算数"],
    words: ["行政运行", "合计"],
  },
  {
    title: "政府采购合同台账",
    headings: ["单位名称", "品目名称", "数量", "计量单位", "合计"],
    words: ["某某局", "复印纸"],
  },
  {
    title: "“三公”经费季度统计表",
    headings: ["项目", "合计", "一季度", "二季度"],
    words: ["因公出国（境）费", "公务接待费"],
  },
  {
    title: "往来款项明细表",
    headings: ["单位编码", "单位名称", "总计", "财政拨款", "其他资金"],
    words: ["某某局", "合计"],
  },
  { title: "2020年部门预算编制说明", headings: ["一、部门概况", "二、收支情况"], words: ["见附件"] },
];

/** A sheet that holds no table of the pack; the same seed gives the same sheet. */
export function makeOtherSheet(seed: number): SheetSnapshot {
  const choose = new Chooser(randomFrom(seed * 104729 + 17));
  const { title, headings, words } = choose.pick(KINDS);
  const rows: TestCell[][] = [];
  if (choose.chance(0.8)) rows.push([choose.chance(0.5) ? `某某局${title}` : title]);
  if (choose.chance(0.4)) rows.push(["单位：万元"]);
  rows.push(choose.chance(0.2) ? choose.shuffle(headings) : [...headings]);
  for (let row = 0; row < 3 + choose.below(40); row++) {
    rows.push(
      headings.map((_, column): TestCell => {
        if (choose.chance(0.1)) return undefined;
        if (column === 0) return choose.chance(0.3) ? String(201 + choose.below(30)) : row + 1;
        return choose.chance(0.5) ? choose.pick(words) : Math.round(choose.below(1000000)) / 100;
      }),
    );
  }
  return sheetOf(`Sheet${seed}`, rows);
}
