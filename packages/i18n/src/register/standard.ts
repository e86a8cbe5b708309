import { standard } from "@lilink/model/register";
import { defineWords } from "./define-words.ts";
import { linkWords } from "./link-words.ts";
import { standardSubjectWords } from "./standard-subject-words.ts";

export const standardWords = defineWords(standard, {
  title: ["回收与评价标准", "Recycling and evaluation standards"],
  one: ["标准", "standard"],
  lead: [
    "电池回收利用、产销监管链和科研项目评价方面的标准：阶段、替代关系，以及覆盖了哪些主题。产品标准与安全标准尚未收录。",
    "Standards for the recycling of batteries, the chain of custody and the evaluation of research: their stage, what they replace and which subjects they cover. Product and safety standards are not listed yet.",
  ],
  fields: {
    number: ["编号", "Number"],
    title: ["名称", "Title"],
    body: ["类别", "Series"],
    stage: ["阶段", "Stage"],
    issuedOn: ["发布日期", "Issued"],
    inForceOn: ["实施日期", "In force from"],
    replaces: ["代替", "Replaces"],
    adopts: ["采用", "Adopts"],
    covers: ["覆盖的主题", "Subjects covered"],
    links: ["环节", "Links"],
    text: ["原文", "Text"],
    note: ["备注", "Notes"],
  },
  help: {
    number: ["如 GB/T 34015.2-2020，含部分号与年份。", "Such as GB/T 34015.2-2020, with part and year."],
    issuedOn: ["只知年月也可。", "A year or a month is enough."],
    inForceOn: ["只知年月也可。", "A year or a month is enough."],
  },
  choices: {
    body: {
      GB: ["GB 强制性国家标准", "GB, mandatory national"],
      "GB/T": ["GB/T 推荐性国家标准", "GB/T, voluntary national"],
      "YS/T": ["YS/T 有色金属行业", "YS/T, non-ferrous metals"],
      "QC/T": ["QC/T 汽车行业", "QC/T, automotive"],
      T: ["T 团体标准", "T, association"],
      ISO: ["ISO 国际标准", "ISO"],
      IEC: ["IEC 国际标准", "IEC"],
    },
    stage: {
      planned: ["立项", "Planned"],
      draft: ["征求意见", "Draft"],
      issued: ["已发布", "Issued"],
      in_force: ["现行", "In force"],
      superseded: ["被代替", "Superseded"],
      withdrawn: ["废止", "Withdrawn"],
    },
    covers: standardSubjectWords,
    links: linkWords,
  },
});
