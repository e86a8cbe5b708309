import { protectedArea } from "@lilink/model/register";
import { defineWords } from "./define-words.ts";
import { provinceWords } from "./province-words.ts";

export const protectedAreaWords = defineWords(protectedArea, {
  title: ["生态保护区域", "Protected areas"],
  one: ["保护区域", "protected area"],
  lead: [
    "国家划定的保护区域：范围、保护程度、由谁公布。区块与矿权登记时自动与之叠加比对。",
    "Areas that the state protects: outline, level of protection, who published it. Blocks and mining rights are laid over them when they are filed.",
  ],
  fields: {
    name: ["名称", "Name"],
    kind: ["类别", "Kind"],
    protection: ["保护程度", "Protection"],
    province: ["省份", "Province"],
    outline: ["范围", "Outline"],
    publisher: ["公布机关", "Published by"],
    publishedOn: ["公布日期", "Published on"],
    note: ["备注", "Notes"],
  },
  help: {
    protection: [
      "禁止开采：与之重叠的区块不得公告。限制开采：与之重叠的区块至少按缓冲区处理。",
      "No mining: a block that meets the area is not announced. Limited: a block that meets it is at least in a buffer zone.",
    ],
    outline: [
      "一条记录为一个闭合范围，多块区域请分别登记。",
      "One record is one closed outline; file an area of several parts as several records.",
    ],
  },
  choices: {
    kind: {
      red_line: ["生态保护红线", "Ecological red line"],
      national_park: ["国家公园", "National park"],
      nature_reserve: ["自然保护区", "Nature reserve"],
      water_source: ["饮用水水源保护区", "Drinking water source"],
      geopark: ["地质公园", "Geopark"],
      wetland: ["重要湿地", "Wetland of importance"],
      other: ["其他", "Other"],
    },
    protection: {
      strict: ["禁止开采", "No mining"],
      limited: ["限制开采", "Limited mining"],
    },
    province: provinceWords,
  },
});
