import { chainConstraint } from "@lilink/model/register";
import { defineWords } from "./define-words.ts";
import { linkWords } from "./link-words.ts";
import { provinceWords } from "./province-words.ts";

export const chainConstraintWords = defineWords(chainConstraint, {
  title: ["制约因素", "Constraints"],
  one: ["制约因素", "constraint"],
  lead: [
    "各环节受什么制约、在哪里、多严重、如何解除。",
    "What holds each link back, where, how strongly, and how it is lifted.",
  ],
  fields: {
    title: ["制约", "Constraint"],
    kind: ["类型", "Kind"],
    links: ["环节", "Links"],
    province: ["省份", "Province"],
    strength: ["强度", "Strength"],
    evidence: ["依据", "Evidence"],
    validUntil: ["复核日期", "To be checked again by"],
    liftedBy: ["如何解除", "What lifts it"],
  },
  choices: {
    kind: {
      altitude: ["高海拔", "Altitude"],
      ecology: ["生态保护", "Ecology"],
      infrastructure: ["基础设施", "Infrastructure"],
      energy: ["能源", "Energy"],
      mining_right: ["矿权", "Mining right"],
      patent: ["专利", "Patent"],
      export_control: ["出口管制", "Export control"],
      transport: ["运输", "Transport"],
      labour: ["人才", "Labour"],
    },
    links: linkWords,
    province: provinceWords,
    strength: { low: ["轻", "Low"], medium: ["中", "Medium"], high: ["重", "High"] },
  },
});
