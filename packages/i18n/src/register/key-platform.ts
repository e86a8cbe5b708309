import { keyPlatform } from "@lilink/model/register";
import { conceptWords } from "./concept-words.ts";
import { defineWords } from "./define-words.ts";
import { linkWords } from "./link-words.ts";
import { provinceWords } from "./province-words.ts";

export const keyPlatformWords = defineWords(keyPlatform, {
  title: ["关键平台", "Key platforms"],
  one: ["平台", "platform"],
  lead: [
    "产业链的中试线、测试基地与创新中心：能做什么、对谁开放；运营单位见各平台页面。",
    "Pilot lines, test bases and innovation centres of the chain: what they can do and who may come in; the page of each says who runs it.",
  ],
  fields: {
    name: ["名称", "Name"],
    kind: ["类型", "Kind"],
    operator: ["运营单位", "Operator"],
    province: ["省份", "Province"],
    links: ["环节", "Links"],
    node: ["产业链节点", "Node of the chain"],
    capacity: ["能力", "Capacity"],
    access: ["开放方式", "Access"],
    accessRule: ["开放规则", "Access rule"],
    openShare: ["对外开放比例（%）", "Open share in %"],
    startYear: ["启用年份", "Start year"],
    milestone: ["下一节点", "Next milestone"],
    note: ["备注", "Notes"],
  },
  parts: {
    name: ["平台", "The platform"],
    capacity: ["能力与开放", "Capacity and access"],
    startYear: ["进度", "Progress"],
  },
  help: {
    openShare: ["全部能力中对外单位可用的部分。", "The part of its capacity that others may use."],
  },
  choices: {
    kind: {
      pilot_line: ["中试线", "Pilot line"],
      test_base: ["测试基地", "Test base"],
      innovation_centre: ["创新中心", "Innovation centre"],
      trading: ["交易平台", "Trading platform"],
      traceability: ["溯源平台", "Traceability platform"],
    },
    province: provinceWords,
    node: conceptWords,
    links: linkWords,
    access: {
      open: ["对外开放", "Open"],
      by_contract: ["签约开放", "By contract"],
      members: ["成员单位", "Members only"],
      closed: ["不开放", "Closed"],
    },
  },
});
