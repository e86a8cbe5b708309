import { laboratory } from "@lilink/model/register";
import { bothHelp } from "./both-help.ts";
import { conceptWords } from "./concept-words.ts";
import { defineWords } from "./define-words.ts";
import { linkWords } from "./link-words.ts";
import { provinceWords } from "./province-words.ts";

export const laboratoryThemeWords = {
  geology_environment: ["地质与环境", "Geology and environment"],
  engineering: ["工程技术", "Engineering"],
  comprehensive_use: ["综合利用", "Comprehensive use"],
  materials: ["材料", "Materials"],
  recycling: ["回收", "Recycling"],
} as const;

export const laboratoryWords = defineWords(laboratory, {
  title: ["实验室", "Laboratories"],
  one: ["实验室", "laboratory"],
  lead: [
    "按方向和环节排列的实验室；检测电池余能的另列认可、方法、价格和每周名额。",
    "Laboratories by theme and link. Those that test what is left in a battery say their accreditation, methods, price and places per week.",
  ],
  fields: {
    name: ["名称", "Name"],
    province: ["省份", "Province"],
    series: ["序列", "Series"],
    theme: ["方向", "Theme"],
    links: ["环节", "Links"],
    members: ["参建单位", "Members"],
    equipment: ["主要设备", "Equipment"],
    openHours: ["开放时间", "Open hours"],
    since: ["设立", "Since"],
    accreditation: ["认可编号", "Accreditation"],
    accreditedUntil: ["认可有效期至", "Accredited until"],
    methods: ["方法", "Methods"],
    node: ["产业链节点", "Node of the chain"],
    price: ["每次价格", "Price of a test"],
    minutes: ["每次分钟数", "Minutes of a test"],
    slots: ["每周名额", "Places a week"],
    note: ["说明", "Note"],
  },
  parts: {
    name: ["实验室", "The laboratory"],
    equipment: ["设备与资质", "Equipment and accreditation"],
    methods: ["检测服务", "Tests that it offers"],
  },
  help: {
    members: bothHelp,
    equipment: bothHelp,
    openHours: bothHelp,
    note: bothHelp,
    series: ["各序列分别计数，不相加。", "Counted by series and never added."],
    slots: [
      "填写名额即可预约，须先填方法、认可编号和有效期。",
      "With places it can be booked; methods, accreditation and its end come first.",
    ],
    accreditedUntil: ["到期前 60、30、7 天各提醒一次。", "You are reminded 60, 30 and 7 days before."],
  },
  choices: {
    series: {
      national_key: ["全国重点实验室", "National key laboratory"],
      former_state_key: ["原国家重点实验室", "Former state key laboratory"],
      energy_platform: ["国家能源研发创新平台", "National energy platform"],
      ministry: ["部级重点实验室", "Ministry laboratory"],
      provincial: ["省级重点实验室", "Provincial laboratory"],
      firm: ["企业实验室", "Firm's laboratory"],
    },
    theme: laboratoryThemeWords,
    links: linkWords,
    province: provinceWords,
    node: conceptWords,
    methods: {
      gbt34015: ["GB/T 34015 余能检测", "GB/T 34015 residual energy"],
      capacity: ["容量", "Capacity"],
      pulse: ["脉冲内阻", "Pulse resistance"],
      impedance: ["阻抗谱", "Impedance spectrum"],
      fast: ["快检", "Fast check"],
    },
  },
  duties: { renew: ["认可须更新", "Accreditation to be renewed"] },
});
