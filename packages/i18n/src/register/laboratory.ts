import { laboratory } from "@lilink/model/register";
import { defineWords } from "./define-words.ts";
import { provinceWords } from "./province-words.ts";

export const laboratoryWords = defineWords(laboratory, {
  title: ["检测实验室", "Laboratories"],
  one: ["实验室", "laboratory"],
  lead: [
    "检测电池剩余电量的实验室：认可编号、方法、价格和每周名额。",
    "Laboratories that test what is left in a battery: accreditation, methods, price and places per week.",
  ],
  fields: {
    name: ["名称", "Name"],
    province: ["省份", "Province"],
    accreditation: ["认可编号", "Accreditation"],
    accreditedUntil: ["认可有效期至", "Accredited until"],
    methods: ["方法", "Methods"],
    price: ["每次价格", "Price of a test"],
    minutes: ["每次分钟数", "Minutes of a test"],
    slots: ["每周名额", "Places a week"],
    note: ["说明", "Note"],
  },
  help: {
    accreditedUntil: ["到期前 60、30、7 天各提醒一次。", "You are reminded 60, 30 and 7 days before."],
  },
  choices: {
    province: provinceWords,
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
