import { oreReserve } from "@lilink/model/register";
import { defineWords } from "./define-words.ts";
import { provinceWords } from "./province-words.ts";

export const oreReserveWords = defineWords(oreReserve, {
  title: ["矿产地与产能储备", "Reserved ore fields and capacity"],
  one: ["储备项", "entry of the reserve list"],
  lead: [
    "留在地下的矿产地与保持可启动的产能：为何储备、依据哪项决定、何时复核。产品储备的数量不公开。",
    "Ore fields left in the ground and lines kept ready: why, by which decision, and when they are looked at again. Tonnes in store are not public.",
  ],
  fields: {
    title: ["名称", "Title"],
    kind: ["类别", "Kind"],
    deposit: ["锂矿床", "Deposit"],
    province: ["省份", "Province"],
    criteria: ["列入标准", "Criteria"],
    capacity: ["产能", "Capacity"],
    startDays: ["启动天数", "Days to start"],
    reviewDue: ["复核日期", "To be reviewed on"],
    decidedIn: ["列入决定", "Decision that listed it"],
    decidedOut: ["释放决定", "Decision that released it"],
    reason: ["理由", "Reason"],
    note: ["备注", "Notes"],
  },
  choices: {
    kind: { ore_field: ["矿产地", "Ore field"], capacity: ["产能", "Capacity"] },
    province: provinceWords,
    criteria: {
      depth: ["埋深", "Depth"],
      altitude: ["海拔", "Altitude"],
      ecology: ["生态", "Ecology"],
      cost: ["成本", "Cost"],
      infrastructure: ["基础设施", "Infrastructure"],
    },
  },
  states: {
    proposed: ["拟列入", "Proposed"],
    listed: ["在列", "Listed"],
    under_review: ["复核中", "Under review"],
    released: ["已释放", "Released"],
  },
  steps: {
    list: ["列入", "List"],
    review: ["开始复核", "Review"],
    keep: ["继续保留", "Keep"],
    release: ["释放", "Release"],
  },
  duties: { review: ["须复核", "To be reviewed"], decide: ["复核须作决定", "Review to be decided"] },
});
