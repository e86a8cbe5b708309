import { standard } from "@lilink/model/register";
import { defineWords } from "./define-words.ts";
import { linkWords } from "./link-words.ts";

export const standardWords = defineWords(standard, {
  title: ["标准", "Standards"],
  one: ["标准", "standard"],
  lead: [
    "产业链所依据的标准：阶段、替代关系，以及覆盖了哪些主题。",
    "The standards that the chain works by: their stage, what they replace and which subjects they cover.",
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
    covers: {
      battery_code: ["电池编码", "Battery codes"],
      residual_energy_test: ["余能检测", "Residual energy test"],
      removal: ["拆卸", "Removal"],
      cascade_requirements: ["梯次利用要求", "Requirements for cascade use"],
      cascade_marking: ["梯次产品标识", "Marking of cascade products"],
      cascade_design: ["可梯次利用设计", "Design for cascade use"],
      dismantling: ["拆解", "Dismantling"],
      material_recovery: ["材料回收", "Material recovery"],
      packing_transport: ["包装运输", "Packing and transport"],
      project_evaluation: ["科研项目评价", "Research project evaluation"],
      chain_of_custody: ["监管链", "Chain of custody"],
      residual_value: ["残值评估", "Residual value"],
      health_online: ["在线健康状态", "State of health in use"],
      black_mass: ["黑粉质量", "Black mass quality"],
      recycled_content: ["再生料含量", "Recycled content"],
      solid_electrolyte_test: ["固态电解质测试", "Solid electrolyte tests"],
    },
    links: linkWords,
  },
});
