import { conformityClaim } from "@lilink/model/register";
import { conformityWords } from "./conformity-words.ts";
import { defineWords } from "./define-words.ts";
import { provinceWords } from "./province-words.ts";

export const conformityClaimWords = defineWords(conformityClaim, {
  title: ["回收与梯次企业", "Recyclers"],
  one: ["符合性声明", "declaration of conformity"],
  lead: [
    "声明符合行业规范条件的回收与梯次利用场地：省份、能力、接收什么。证明材料只有本单位和审核员看得见。",
    "Sites that declare that they meet the industry's conditions: province, capacity and what they take. Only the owner and officers see the evidence.",
  ],
  fields: {
    site: ["场地", "Site"],
    qualification: ["资格", "Qualification"],
    province: ["省份", "Province"],
    listBatch: ["公告批次", "Batch of the list"],
    capacity: ["许可能力", "Licensed capacity"],
    free: ["还可接收", "Can still take"],
    used: ["已用能力", "Capacity in use"],
    chemistries: ["接收体系", "Chemistries taken"],
    streams: ["接收的废物流", "Waste streams taken"],
    steps: ["承接的梯次用途", "Second uses taken on"],
    techniques: ["对外提供的技术", "Techniques offered"],
    hazardousTransport: ["危险货物运输许可", "Permit to carry dangerous goods"],
    lithiumRecovery: ["锂回收率", "Lithium recovery"],
    nickelRecovery: ["镍钴锰综合回收率", "Nickel, cobalt and manganese recovery"],
    rareEarths: ["来料含稀土", "Rare earths in the feed"],
    rareEarthRecovery: ["稀土综合回收率", "Rare earth recovery"],
    powderRecovery: ["电极粉料回收率", "Electrode powder recovery"],
    powderAluminium: ["粉料中铝", "Aluminium in the powder"],
    powderCopper: ["粉料中铜", "Copper in the powder"],
    energy: ["碳酸锂综合能耗", "Energy for lithium carbonate"],
    repairRoute: ["采用材料修复路线", "Material repair route"],
    repairShare: ["修复质量占比", "Share of mass kept by repair"],
    waterReuse: ["工艺废水循环利用率", "Reuse of process water"],
    evidence: ["证明材料", "Evidence"],
    evidenceUntil: ["证明有效期至", "Evidence valid until"],
  },
  parts: {
    site: ["厂区与能力", "The site and what it can take"],
    lithiumRecovery: ["回收率", "Recovery"],
    powderRecovery: ["黑粉与能耗", "Black mass and energy"],
    repairRoute: ["修复与水", "Repair and water"],
    evidence: ["证明材料", "Evidence"],
  },
  help: {
    evidenceUntil: ["到期前 60、30、7 天各提醒一次。", "You are reminded 60, 30 and 7 days before."],
    free: ["对外公开；批次去向按它计算。", "Public; the search for takers counts with it."],
    techniques: ["其他单位按此找到您。", "Others find you by them."],
    used: ["只有本单位和审核员看得见。", "Only you and officers see it."],
  },
  choices: {
    qualification: {
      recycling: ["再生利用", "Recycling"],
      cascade: ["梯次利用", "Cascade use"],
    },
    province: provinceWords,
    chemistries: {
      lfp: ["磷酸铁锂", "LFP"],
      ternary: ["三元", "Ternary"],
      lmo: ["锰酸锂", "LMO"],
      lto: ["钛酸锂", "LTO"],
      other: ["其他", "Other"],
    },
    streams: {
      hydrogen_fluoride: ["含氟废气与废液", "Fluoride gas and liquor"],
      electrolyte: ["电解液", "Electrolyte"],
      process_liquor: ["工艺废液", "Process liquor"],
    },
    steps: {
      low_power_vehicle: ["1 低速车", "1 Low-power vehicle"],
      grid_storage: ["2 电网储能", "2 Grid storage"],
      home_storage: ["3 家庭储能", "3 Home storage"],
    },
    techniques: {
      mechanized_dismantling: ["机械化拆解", "Mechanized dismantling"],
      sorted_handling: ["废旧电池分类处理", "Sorted handling of waste batteries"],
      short_process: ["短流程回收", "Short-process recovery"],
      closed_loop: ["闭环回收", "Closed-loop recovery"],
      harmless_liquor: ["废液无害化", "Harmless treatment of waste liquor"],
    },
  },
  ...conformityWords,
});
