import {
  composeUnit as composeBy,
  createUnitBook,
  dimensionOf as dimensionBy,
  type Quantity,
  type ReadUnit,
  rateOf as rateBy,
  readQuantities as readBy,
  readUnit as readUnitBy,
} from "@lilink/engine/quantity";
import type { Span } from "@lilink/engine/text";
import { units } from "../../chain/index.ts";

const products = "碳酸锂|氢氧化锂|锂盐|LCE";
const perTonne = new RegExp(
  `(?:每吨|(?:^|[^\\d万千百十亿])吨(?:产品|${products}))[^,，。;；\\d]{0,12}[\\d.,~-]* ?$`,
);
// What stands in a unit that everybody knows is often written without it, and then it is not written.
const named =
  "克?容量|比容量|能量密度|电压|电流|功率|内阻|倍率容量|含水[量率]?|水分|水份|湿度|露点|温度|高温|低温|循环(?:寿命|次数)?|寿命|主?含量|纯度|品位|灰分|固含量?|杂质|磁性异物|游离酸|酸度|酸值|残碱|残锂|首效|首次效率|效率|收率|回收率|良率|孔隙率|延伸率|保持率|粒[径度]|[Dd]v?\\(?(?:10|50|90|97|99|100)\\)?|比表(?:面积?)?|FCE|ICE|BET|振实(?:密度)?|压实(?:密度)?|密度|面密度|厚度?|宽度?|长度|幅宽|膜厚|拉伸强度|抗拉(?:强度)?|穿刺(?:强度)?|透气(?:度|值)?|粘度|黏度|电导率?|压力|流量|产能|产量|需求量?|用量|数量|采购量|供货量|库存|吨位|[年月日周][需产供用]|交期|账期|质保|单价|报价|价格|运费|" +
  "(?:specific |discharge |rated )?capacity|energy density|voltage|current|power|resistance|moisture|water(?: content)?|humidity|dew ?point|temperature|cycle life|assay|purity|ash|solids?(?: content)?|impurit(?:y|ies)|magnetics?|acid(?:ity)?|residual (?:lithium|alkali)|efficiency|yield|recovery|porosity|elongation|retention|particle size|surface area|SSA|tap density|(?:press |compaction )?density|loading|thickness|width|length|gauge|tensile(?: strength)?|puncture|gurley|viscosity|conductivity|pressure|flow(?: rate)?|throughput|output|demand|quantity|qty|volume|stock|lead time|(?:unit )?price|freight";
const elements =
  "Na|Ca|Mg|Fe|Ni|Co|Mn|Cu|Zn|Pb|Cr|Al|Si|K|S|Cl|HF|H2O|Li(?:2O)?|SO4|Fe2O3|F|钠|钙|镁|铁|铜|锌|铅|铬|铝|硅|钾|硫|氯|氟|酸|水|镍|钴|锰|锂";

// What a footprint is by: energy, kilograms or tonnes.
const carbonBase =
  /^(?: eq\.?)? ?(?:\/|每|per |a )(?:(kWh|度电?|千瓦时)|(kg|公斤|千克|kilo(?:gram)?)|(t|吨|tonne))(?![A-Za-z])/;

/** 千克标准煤 and 千克二氧化碳当量 are no kilograms; the former is a figure only by the tonne. */
function readEquivalent(text: string, start: number): ReadUnit | null {
  const match =
    /^(?:(千克|公斤|kg) ?|(吨|t) ?)(?:标准?煤|ce(?![A-Za-z])|二氧化碳(?:当量)?|CO2(?:当量|[- ]?eq?)?(?![A-Za-z]))(\/吨|\/t(?: LCE)?|每吨| per (?:t|tonne)(?: LCE)?)?/.exec(
      text.slice(start, start + 20),
    );
  if (!match) return null;
  const end = start + match[0].length;
  const base = carbonBase.exec(text.slice(end, end + 14));
  if (base && !/煤/.test(match[0])) {
    const isEnergy = base[1] !== undefined;
    const isAlike = /^(?:吨|t)/.test(match[0]) === (base[3] !== undefined);
    if (isEnergy ? match[1] : isAlike)
      return { end: end + base[0].length, unit: isEnergy ? "kgCO2e/kWh" : "kgCO2e/kg" };
  }
  const isCoal = /煤|ce/.test(match[0]) && !match[0].includes("CO2");
  const isPerTonne = match[3] !== undefined || perTonne.test(text.slice(Math.max(0, start - 30), start));
  if (isCoal && isPerTonne) return { end, unit: match[1] ? "kgce/t LCE" : "tce/t LCE" };
  if (!isCoal && match[1] && !/^ ?(?:\/|每|per)/.test(text.slice(end, end + 4)))
    return { end, unit: "kgCO2e/unit" };
  return isCoal || match[2] ? { end, unit: null, doubt: "unit_unknown" } : null;
}

// 0.5 g Li/L, six grams of lithium per litre: the element stands in the unit.
const lithiumBy =
  /^ ?(毫克|克|mg|g|milligrams?|grams?) ?(?:of )?(?:Li\+?|lithium|锂) ?(?:\/| per |每) ?(?:L|l|升|lit(?:re|er))(?![A-Za-z])/;

function readLithium(text: string, start: number): ReadUnit | null {
  const match = lithiumBy.exec(text.slice(start, start + 36));
  return match && { end: start + match[0].length, unit: /^(?:m|毫)/.test(match[1] ?? "") ? "mg/L" : "g/L" };
}

/** The words and units of the chain, for the grammar of quantities. */
const book = createUnitBook({
  units,
  basis: {
    name: "LCE",
    dimension: "mass_lce",
    after: /^\s?(?:\(?(?:of )?LCE(?: eq(?:uivalent)?)?\)?(?![A-Za-z])|\(?碳酸锂当量\)?|当量碳酸锂)/,
    before: /(?:LCE|碳酸锂当量|折合?(?:成)?碳酸锂)[^,，。;；\d]{0,6}$/i,
  },
  products,
  named,
  symbols: elements,
  readOwn: (text, start) => readEquivalent(text, start) ?? readLithium(text, start),
});

export const readQuantities = (text: string, masked: readonly Span[]): readonly Quantity[] =>
  readBy(book, text, masked);
export const readUnit = (text: string, at: number) => readUnitBy(book, text, at);
export const composeUnit = (text: string, at: number) => composeBy(book, text, at);
export const dimensionOf = (quantity: Pick<Quantity, "unit">): string => dimensionBy(book, quantity);
export const rateOf = (unit: string, per: Parameters<typeof rateBy>[2]) => rateBy(book, unit, per);
