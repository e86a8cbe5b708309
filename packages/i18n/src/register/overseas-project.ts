import { overseasProject } from "@lilink/model/register";
import { defineWords } from "./define-words.ts";
import { depositTypeWords } from "./deposit-type-words.ts";

export const overseasProjectWords = defineWords(overseasProject, {
  title: ["境外项目", "Projects abroad"],
  one: ["境外项目", "project abroad"],
  lead: [
    "企业在境外的锂资源项目：在哪里、到哪一步、还缺什么伙伴。",
    "Lithium projects of Chinese firms abroad: where they are, how far they have come, and which partners they lack.",
  ],
  fields: {
    name: ["名称", "Name"],
    country: ["所在国", "Host country"],
    place: ["坐标", "Place"],
    type: ["资源类型", "Resource"],
    stage: ["阶段", "Stage"],
    capacity: ["设计产能", "Capacity"],
    countedBy: ["统计口径", "Counted by"],
    equity: ["权益比例（%）", "Equity in %"],
    offtake: ["包销量", "Offtake"],
    offtakeUntil: ["包销至", "Offtake until"],
    wants: ["寻求伙伴", "Partners wanted"],
    permits: ["许可情况", "Permits"],
    cost: ["成本", "Cost"],
    note: ["备注", "Notes"],
  },
  parts: {
    name: ["项目", "The project"],
    capacity: ["产能与权益", "Capacity and shares"],
    wants: ["需求与成本", "What it looks for, and cost"],
  },
  help: {
    countedBy: [
      "同一产量只按一种口径计入，不重复计算。",
      "The same tonnes count by one of the two, never twice.",
    ],
  },
  choices: {
    type: depositTypeWords,
    stage: {
      exploration: ["勘查", "Exploration"],
      feasibility: ["可行性研究", "Feasibility"],
      construction: ["建设", "Construction"],
      ramp_up: ["爬坡", "Ramp-up"],
      producing: ["在产", "Producing"],
      suspended: ["停产", "Suspended"],
      exited: ["已退出", "Exited"],
    },
    countedBy: { equity: ["权益", "Equity"], offtake: ["包销", "Offtake"] },
    wants: {
      offtaker: ["包销方", "Offtaker"],
      processor: ["加工方", "Processor"],
      finance: ["融资方", "Finance"],
      equipment: ["设备方", "Equipment"],
      research: ["研发方", "Research"],
    },
  },
  basis: { lce: ["每吨LCE", "per tonne of LCE"], concentrate: ["每吨精矿", "per tonne of concentrate"] },
});
