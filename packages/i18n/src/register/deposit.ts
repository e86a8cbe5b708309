import { deposit } from "@lilink/model/register";
import { conceptWords } from "./concept-words.ts";
import { defineWords } from "./define-words.ts";
import { depositTypeWords } from "./deposit-type-words.ts";

export const depositWords = defineWords(deposit, {
  title: ["锂矿床", "Lithium deposits"],
  one: ["矿床", "deposit"],
  lead: [
    "全球锂矿床的资源量、储量、品位、镁锂比、海拔与成本，保留来源原有单位。",
    "Resources, reserves, grade, Mg/Li ratio, altitude and cost of the world's lithium deposits, in the units of their sources.",
  ],
  fields: {
    name: ["名称", "Name"],
    type: ["类型", "Type"],
    country: ["国家", "Country"],
    region: ["省州", "Province or state"],
    place: ["位置", "Location"],
    stage: ["阶段", "Stage"],
    techniques: ["现用工艺", "Techniques in use"],
    resource: ["资源量", "Resource"],
    reserve: ["储量", "Reserve"],
    grade: ["品位", "Grade"],
    magnesium: ["镁锂比", "Mg/Li ratio"],
    altitude: ["海拔", "Altitude"],
    temperature: ["年均气温", "Mean temperature of the year"],
    cost: ["成本（按各自产品计）", "Cost per t of its product"],
    capacity: ["产能", "Capacity"],
    startYear: ["投产年份", "Start year"],
    operator: ["经营单位", "Operator"],
    note: ["备注", "Notes"],
  },
  parts: {
    name: ["矿床", "The deposit"],
    resource: ["数量与品位", "Amounts and grade"],
    altitude: ["开采条件与成本", "Conditions and cost"],
  },
  help: {
    resource: [
      "资源量与储量是两个口径，不可互代。",
      "Resource and reserve are different quantities: one does not replace the other.",
    ],
    techniques: [
      "有资料写明在此使用的工艺；在用的不再判断是否适宜。",
      "Only what a source says is used here; what is in use is not judged.",
    ],
    magnesium: ["卤水中镁与锂的质量比。", "Mass ratio of magnesium to lithium in the brine."],
    cost: [
      "须注明口径：每吨锂、每吨 LCE 或每吨精矿。",
      "Say what it is counted per: a tonne of Li, of LCE or of concentrate.",
    ],
    operator: ["仅已核验单位可见。", "Only verified members see it."],
  },
  choices: {
    type: depositTypeWords,
    techniques: conceptWords,
    stage: {
      producing: ["生产", "Producing"],
      construction: ["建设", "Construction"],
      evaluation: ["评价", "Evaluation"],
      exploration: ["勘查", "Exploration"],
      suspended: ["中止或停产", "Suspended"],
    },
  },
  basis: {
    li: ["每吨锂", "per t Li"],
    lce: ["每吨 LCE", "per t LCE"],
    hydroxide: ["每吨氢氧化锂", "per t LiOH"],
    concentrate: ["每吨精矿", "per t concentrate"],
  },
});
