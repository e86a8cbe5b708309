import { plant } from "@lilink/model/register";
import { conformityWords } from "./conformity-words.ts";
import { defineWords } from "./define-words.ts";
import { provinceWords } from "./province-words.ts";

export const plantWords = defineWords(plant, {
  title: ["工厂", "Plants"],
  one: ["工厂", "plant"],
  lead: [
    "锂盐与锂电池工厂。申报列入后，地点与产品对外公开；产能、能耗等数据只有本单位看得见，审查期间审核员也看得见。不申报的工厂留作草稿，只有本单位看得见。",
    "Plants for lithium salts and lithium-ion cells. Once filed, place and products are public; capacity, energy and other figures are for the owner alone, and for officers while they examine it. A plant that is not filed stays a draft that only its owner sees.",
  ],
  fields: {
    site: ["工厂名称", "Plant"],
    type: ["类型", "Type"],
    province: ["省份", "Province"],
    products: ["产品", "Products"],
    routes: ["原料路线", "Routes"],
    capacity: ["产能", "Capacity"],
    maturity: ["智能制造能力成熟度等级", "Level of manufacturing maturity"],
    automation: ["生产过程自动控制率", "Loops in automatic control"],
    utilization: ["上年产量占产能", "Output over capacity, last year"],
    lithiumYield: ["锂综合收率", "Lithium yield"],
    energy: ["单位产品综合能耗", "Energy per tonne"],
    capability: ["主含量过程能力", "Process capability of the main content"],
    waterReuse: ["工艺废水循环利用率", "Reuse of process water"],
    residueUse: ["锂渣综合利用率", "Use of lithium slag"],
    greenPower: ["绿电占比", "Share of green power"],
    sodaRoute: ["纯碱沉锂", "Precipitates with soda ash"],
    soda: ["纯碱单耗", "Soda ash per tonne"],
    researchShare: ["研发费用占营业收入", "Research share of revenue"],
    makesTernary: ["生产三元电池", "Makes ternary cells"],
    ternaryCell: ["三元单体能量密度", "Energy density of ternary cells"],
    ternaryPack: ["三元电池组能量密度", "Energy density of ternary packs"],
    makesIron: ["生产磷酸铁锂电池", "Makes LFP cells"],
    ironCell: ["磷酸铁锂单体能量密度", "Energy density of LFP cells"],
    ironPack: ["磷酸铁锂电池组能量密度", "Energy density of LFP packs"],
    powerDensity: ["功率型单体功率密度", "Power density of power cells"],
    cellCycles: ["单体循环次数（至 80%）", "Cell cycles to 80%"],
    packCycles: ["电池组循环次数（至 80%）", "Pack cycles to 80%"],
    evidence: ["证明材料", "Evidence"],
    evidenceUntil: ["证明有效期至", "Evidence valid until"],
  },
  parts: {
    site: ["工厂与产品", "The plant and what it makes"],
    maturity: ["技术与消耗", "Technology and consumption"],
    sodaRoute: ["纯碱与研发投入", "Soda ash and research"],
    makesTernary: ["电池产品指标", "Figures of its cells and packs"],
    evidence: ["证明材料", "Evidence"],
  },
  help: {
    maturity: ["按 GB/T 39116-2020，1 至 5 级。", "Levels 1 to 5 of GB/T 39116-2020."],
    automation: [
      "处于自动控制的回路时数占全部回路运行时数。",
      "Loop hours in automatic control over all running loop hours.",
    ],
    capability: ["Cpk，至少 25 批。", "Cpk of at least 25 batches."],
    soda: ["不低于理论值 1.434 t/t。", "Not below 1.434 t/t, what the reaction takes."],
    evidenceUntil: ["到期前 60、30、7 天各提醒一次。", "You are reminded 60, 30 and 7 days before."],
  },
  choices: {
    type: {
      lithium_salt: ["锂盐", "Lithium salts"],
      lithium_ion: ["锂离子电池", "Lithium-ion cells"],
    },
    province: provinceWords,
    products: {
      lithium_carbonate: ["碳酸锂", "Lithium carbonate"],
      lithium_hydroxide: ["氢氧化锂", "Lithium hydroxide"],
      lithium_chloride: ["氯化锂", "Lithium chloride"],
      lithium_metal: ["金属锂", "Lithium metal"],
      cells: ["电芯", "Cells"],
      packs: ["电池组", "Packs"],
    },
    routes: {
      spodumene: ["锂辉石", "Spodumene"],
      lepidolite: ["锂云母", "Lepidolite"],
      brine: ["盐湖卤水", "Brine"],
      recycled: ["再生料", "Recycled"],
    },
  },
  ...conformityWords,
});
