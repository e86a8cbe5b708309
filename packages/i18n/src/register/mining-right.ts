import { miningRight } from "@lilink/model/register";
import { defineWords } from "./define-words.ts";
import { depositTypeWords } from "./deposit-type-words.ts";
import { provinceWords } from "./province-words.ts";

export const miningRightWords = defineWords(miningRight, {
  title: ["区块与矿权", "Blocks and mining rights"],
  one: ["矿权", "mining right"],
  lead: [
    "从区块规划到在产矿山：谁持有、到哪一步、为什么闲置。",
    "From a planned block to a working mine: who holds it, how far it has come, and why it stands idle.",
  ],
  fields: {
    name: ["名称", "Name"],
    province: ["省份", "Province"],
    place: ["坐标", "Place"],
    outline: ["范围", "Outline"],
    type: ["资源类型", "Resource"],
    area: ["面积", "Area"],
    mode: ["出让方式", "Granted by"],
    ecology: ["生态结论", "Ecology verdict"],
    ecologyReason: ["结论说明", "Why this verdict"],
    phase: ["阶段", "Phase"],
    holder: ["持有人", "Holder"],
    grantedOn: ["授予日期", "Granted on"],
    idleReason: ["闲置原因", "Why idle"],
    reason: ["说明", "Reason"],
    note: ["备注", "Notes"],
  },
  help: {
    ecology: [
      "位于生态红线内的区块只能停留在规划阶段。范围与保护区域叠加后，结论不得宽于叠加结果，否则须说明理由。",
      "A block over a red line stays a plan. The outline is laid over the protected areas; a milder verdict than they give needs a reason.",
    ],
    ecologyReason: [
      "结论宽于叠加结果时必填，并写明依据。",
      "Needed where the verdict is milder than the protected areas say; name what it rests on.",
    ],
  },
  choices: {
    province: provinceWords,
    type: depositTypeWords,
    mode: { tender: ["招标", "Tender"], auction: ["拍卖", "Auction"], listing: ["挂牌", "Listing"] },
    ecology: {
      red_line: ["生态红线内", "Over a red line"],
      buffer: ["缓冲区", "Buffer zone"],
      none: ["无限制", "No limit"],
    },
    phase: {
      planned: ["规划", "Planned"],
      announced: ["已公告", "Announced"],
      exploring: ["勘查", "Exploring"],
      held: ["持有采矿权", "Right held"],
      building: ["建设", "Building"],
      producing: ["在产", "Producing"],
      idle: ["闲置", "Idle"],
      closed: ["关闭", "Closed"],
    },
    idleReason: {
      altitude: ["高海拔", "Altitude"],
      ecology: ["生态", "Ecology"],
      infrastructure: ["基础设施", "Infrastructure"],
      energy: ["能源", "Energy"],
      technology: ["技术", "Technology"],
      price: ["价格", "Price"],
      permit: ["许可", "Permit"],
      other: ["其他", "Other"],
    },
  },
});
