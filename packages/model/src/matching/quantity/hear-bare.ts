import type { Quantity } from "./quantity.ts";

// What stands in a unit that everybody knows is often written without it, and then it is not written.
const named =
  "克?容量|比容量|能量密度|电压|电流|功率|内阻|倍率容量|含水[量率]?|水分|水份|湿度|露点|温度|高温|低温|循环(?:寿命|次数)?|寿命|主?含量|纯度|品位|灰分|固含量?|杂质|磁性异物|游离酸|酸度|酸值|残碱|残锂|首效|首次效率|效率|收率|回收率|良率|孔隙率|延伸率|保持率|粒[径度]|[Dd]v?\\(?(?:10|50|90|97|99|100)\\)?|比表(?:面积?)?|BET|振实(?:密度)?|压实(?:密度)?|密度|面密度|厚度?|宽度?|长度|幅宽|膜厚|拉伸强度|抗拉(?:强度)?|穿刺(?:强度)?|透气(?:度|值)?|粘度|黏度|电导率?|压力|流量|产能|产量|需求量?|用量|数量|采购量|供货量|库存|吨位|[年月日周][需产供用]|交期|账期|质保|单价|报价|价格|运费|" +
  "(?:specific |discharge |rated )?capacity|energy density|voltage|current|power|resistance|moisture|water(?: content)?|humidity|dew ?point|temperature|cycle life|assay|purity|ash|solids?(?: content)?|impurit(?:y|ies)|magnetics?|acid(?:ity)?|residual (?:lithium|alkali)|efficiency|yield|recovery|porosity|elongation|retention|particle size|surface area|SSA|tap density|(?:press |compaction )?density|loading|thickness|width|length|gauge|tensile(?: strength)?|puncture|gurley|viscosity|conductivity|pressure|flow(?: rate)?|throughput|output|demand|quantity|qty|volume|stock|lead time|(?:unit )?price|freight";
const elements =
  "Na|Ca|Mg|Fe|Ni|Co|Mn|Cu|Zn|Pb|Cr|Al|Si|K|S|Cl|HF|H2O|Li(?:2O)?|SO4|Fe2O3|F|钠|钙|镁|铁|铜|锌|铅|铬|铝|硅|钾|硫|氯|氟|酸|水|镍|钴|锰|锂";
const edge =
  "(?:(?<![A-Za-z\\p{Script=Han}])|(?<=[^A-Za-z])(?=\\p{Script=Han})|(?<=\\p{Script=Han})(?=[A-Za-z]))";
const filler =
  "(?:要求?|指标|目标值?|控制|做到|达到?|能到|只有|有|在|为|是|约|大概|实测|典型值?|required|target|typical|is|of|at|was|content|level|[:：=≈~]|\\s){0,4}$";
const askedName = new RegExp(`${edge}(?:${named})${filler}`, "iu");
// Case tells a symbol from a letter: K and S, not k and s.
const askedElement = new RegExp(`${edge}(?:${elements})${filler}`, "u");
// 锂镁比 and a pH have no unit; 第3, 3:7 and what a word follows are counted otherwise.
const ownRatio = /(?:\b[A-Z][a-z]?\/[A-Z][a-z]?|比[值例]?|pH|系数|倍|个数|级|号|型)[^\d,，。;；]{0,10}$/i;

/** A number without a unit right behind what is always given in one (克容量≥700, 含水60) is asked about: in which? [MT52] */
export function hearBare(text: string, quantity: Quantity): Quantity {
  if (quantity.unit !== null || quantity.doubt !== undefined) return quantity;
  const before = text.slice(Math.max(0, quantity.start - 24), quantity.start);
  if (ownRatio.test(before) || !(askedName.test(before) || askedElement.test(before))) return quantity;
  return { ...quantity, doubt: "unit_missing" };
}
