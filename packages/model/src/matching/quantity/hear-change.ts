import { dimensionOf, isMoney } from "./kind-of-quantity.ts";
import type { Quantity } from "./quantity.ts";
import { clauseEnd, revising, sentenceEnd, step } from "./unheard-words.ts";

// SMM均价减500元/吨, LME minus 2 %: what is added to a price or taken from it is no price.
const formula =
  /(?:均价|指数|网价|基准价?|现货价|期货价|盘面|SMM|LME|CME|Fastmarkets|Platts|Argus|\bindex|\bbenchmark|\bspot|\bmarket|\bprice)(?: price| average)?[^,，。;；\d]{0,10}?(?:减去?|扣减?|下调|上调|贴水|升水|加价?|[+-]|\bminus|\bless(?! than)|\bplus(?! or))\s?[^,，。;；\d]{0,4}$/i;
const premium = /(?:[升贴]水|[上下]浮|\b(?:premium|discount|surcharge|adder)s?)(?:为|约|of|is|:|\s)*$/i;
const differenceBefore =
  /(?:降低|下降|降|减少|减|缩短|提高|提升|增加|增大|增|延长|放宽|收窄|上升|升高)了?(?:约|至少|不(?:少|低)于|超过|近)?$/;
const leadsTo = /(?:降|减|缩短|提高|提升|增|延长|升)[^,，。;；]{0,8}(?:到|至|为)[^,，。;；]{0,6}$/;
const changedBy =
  /\b(?:reduc|cut|lower|rais|increas|improv|shorten|drop|fall|fell|rise|rose|shrink|grow|grew|lift|extend|chang|shift|exceed)\w*\b[^.;,\d]{0,40}\bby (?:about |at least |up to |more than |roughly |some )?$/i;
const fellBy =
  /\b(?:dropped|drops|fell|falls|rose|rises|shrank|grew|declined|decreased|increased) by (?:about |at least |up to |more than |roughly |some )?$/i;
// 回收率提高5%: of a share, 5 % more is no 5 %.
const shareName =
  /(?:率|含量|纯度|品位|效率|\b(?:yield|recovery|efficiency|purity|retention|content|grade|rate))[^,，。;；\d]{0,10}$/i;

/** Whether a figure only says by how much another changes: 水分降低50ppm, reduce moisture by 50 ppm, index minus 2 %. [MT52] */
export function isChangeOnly(text: string, quantity: Quantity): boolean {
  const { core, unit } = quantity;
  const before = text.slice(Math.max(0, core.start - 70), core.start);
  const dimension = dimensionOf(quantity);
  const isPriced = isMoney(quantity) || /^price/.test(dimension) || unit === "%";
  if (isPriced)
    return (
      formula.test(before) ||
      (unit !== "%" && premium.test(before)) ||
      (unit === "%" && isShareChange(before))
    );
  if (/^(?:mass|energy|area|pieces|volume)/.test(dimension) || unit === "% points") return false;
  return (differenceBefore.test(before) && !leadsTo.test(before)) || changedBy.test(before);
}

function isShareChange(before: string): boolean {
  const change = differenceBefore.exec(before) ?? changedBy.exec(before);
  if (!change || leadsTo.test(before)) return false;
  // Gassing fell by 40 %: nothing is a figure of what has moved by itself.
  if (fellBy.test(before)) return true;
  return (
    shareName.test(before.slice(0, change.index)) || shareName.test(change[0].replace(/\bby [a-z ]*$/i, ""))
  );
}

/** Revise the quotation: 40 to 64 t. What is changed goes from one figure to another. */
export function isRevised(text: string, { op, core }: Quantity): boolean {
  const before =
    text
      .slice(Math.max(0, core.start - 90), core.start)
      .split(sentenceEnd)
      .at(-1) ?? "";
  return op === "range" && /\bfrom $/i.test(before) && revising.test(before);
}

// Each 1 °C rise adds 4 ppm, 每25公斤80元.
const eachNumber = /(?:\b(?:each|every)|每) ?±?$/i;

/** 每高0.1个品位加20元/吨: what each step costs. */
export function isByStep(text: string, { core }: Quantity): boolean {
  const clause =
    text
      .slice(Math.max(0, core.start - 60), core.start)
      .split(clauseEnd)
      .at(-1) ?? "";
  const figure = /[\d.]+[^\d]*$/.exec(clause);
  const lead = figure === null ? "" : clause.slice(0, figure.index);
  return step.test(lead) || eachNumber.test(lead);
}
