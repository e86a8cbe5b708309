import type { Quantity } from "@lilink/engine/quantity";
import { findConcept } from "../../chain/index.ts";
import type { Mention } from "../analyze/mention.ts";
import evidenceJson from "../data/evidence.json" with { type: "json" };

// A port, a warehouse, a haulier that is asked for or offered: what is carried or kept there is no product of the posting.
const carriageAsked = new RegExp(evidenceJson.carriageAsked, "i");
// What is tested, carried or judged is no product of the posting.
const services =
  /^(?:svc-(?:testing|safety-test|material-test|carbon|logistics|consult|standard|data)|soh-test|eis-test|residual-value)$/;
// Who tests for others, or asks for it, says so; goods that come with an assay are still goods.
const serviceWord =
  /委托|送检|检测服务|测试服务|实验室|只买|求|询|报价|费用|试验|通道|订舱|运输|核算|每个样|单体|样品|\b(?:please|services?|lab(?:oratory)?|characteri[sz]ation|(?:per|a) sample|accredited|channels|freight|forwarder|shipping|estimator|wanted|looking for|need|offer|could|lend)\b/i;
// By ICP, UN38.3报告齐: a method or a paper that goes with the goods.
const methodBefore =
  /(?:经|按|据|用|过|须有|须具备|持有|通过|具备|有|附|[(（])\s?$|\b(?:by|via|per|using|under|with|passed|hold|have|has|our)\s(?:the |an? )?$/i;
const methodBehind =
  /^[^,，。;；\n]{0,14}报告|^[^,，。;；\n]{0,3}(?:证|认证|合格|通过|齐|都?有(?=[,，。;；、\n]|$)|章|数据)|^ (?:reports?|summary|certif\w*|passed|data|available|included)/i;
// 有危废运输证的公司: who holds the paper is asked for.
const holderBehind =
  /^(?:[^,，。;；\n]{0,6}的(?:车队|公司|企业|单位|承运|运输|司机|车辆)| (?:permit|licence|license|certificate)? ?(?:holders?|carriers?|hauliers?|drivers?)\b)/i;
const [cellBefore, cellBehind] = [/\| ?(?:[A-Z]{2,4}[-/+])?$/, /^(?:[-/][A-Z]{2,4})? ?(?:\||\n|$)/];
const askedFor =
  /(?:找|求|需要?|寻|招|委托|承接|提供|wanted:?|\bneed(?:s|ed)?|\blook(?:ing)? for|\bseek(?:ing)?|\boffer(?:s|ing)?|\bask(?:ing)? for)[^,，。;；.\n]{0,24}$/i;
// A lot that is assayed by a third party is still a lot: only a service that is called one comes behind its objects.
const strong = /服务|委托|送检|试验|失效|针刺|滥用|核算|service|analysis|failure|abuse|estimat|calorimet/i;
const named = /[\p{Script=Han}]*[测检试析算运]|test|analys|service|channel|freight|logistic|footprint|lab/iu;

/** Whether a service is named as a method or as a paper: phase-pure by XRD, UN38.3报告. [MT82] */
export function isMethod(text: string, mention: Mention): boolean {
  if (!services.test(mention.concept)) return false;
  const name = text.slice(mention.start, mention.end);
  // 样品由第三方检测: who tests is no service that is asked for.
  if (/由 ?$/.test(text.slice(Math.max(0, mention.start - 2), mention.start))) return true;
  // SOH≥75 % is a figure of the goods, 误差 one of the test.
  if (name === "SOH")
    return (
      /% ?$/.test(text.slice(mention.start - 3, mention.start)) ||
      /^ ?(?:[≥≤<>~\d没七八九]|irrelev|(?:is )?unkno|not (?:rel|meas|kno|gua|tes)|不[限详论保]|未[知测]|没测|不低于|[都均全约在为是平高大低]{1,3}[于约]?[\d≥七八九]|(?:of |above |at |below |between )\d)/.test(
        text.slice(mention.end, mention.end + 10),
      )
    );
  // The last column of a sheet says by what each row is measured.
  if (cellBefore.test(text.slice(0, mention.start)) && cellBehind.test(text.slice(mention.end))) return true;
  if (named.test(name) || holderBehind.test(text.slice(mention.end, mention.end + 14))) return false;
  return (
    methodBefore.test(text.slice(Math.max(0, mention.start - 12), mention.start)) ||
    methodBehind.test(text.slice(mention.end, mention.end + 14))
  );
}

/**
 * The products of a text whose subject is a service are its objects: a failed separator that is to be analysed is not wanted.
 * @returns whether a mention of the text is such an object [MT82]
 */
export function objectsOf(
  text: string,
  mentions: readonly Mention[],
  isAside: (mention: Mention) => boolean,
): (mention: Mention) => boolean {
  const isService = mentions.some(
    (mention) =>
      services.test(mention.concept) &&
      !mention.negated &&
      !isMethod(text, mention) &&
      !isAside(mention) &&
      !isUse(text, mention, mentions[0]) &&
      (mention === mentions[0] ||
        (mention.concept === "svc-logistics" &&
          askedFor.test(text.slice(Math.max(0, mention.start - 40), mention.start))) ||
        (serviceWord.test(text) && strong.test(text.slice(mention.start - 3, mention.end + 8)))),
  );
  return isService || carriageAsked.test(text)
    ? ({ concept }) => findConcept(concept)?.type === "product"
    : () => false;
}

const useBefore =
  /[,)] ?(?:which are |to be used )?for (?:the |our |an? )?(?:[a-z-]+ ){0,2}$|(?:求|找|要|收|买|缺|征集)[^,，。;；]{2,24}(?:用于|用来|拿来|做)$/i;

/** Cells wanted, 30 pieces, for abuse tests: what goods are for is no service that is asked for. */
export function isUse(text: string, { concept, start }: Mention, first: Mention | undefined): boolean {
  return (
    services.test(concept) &&
    first !== undefined &&
    first.start < start &&
    findConcept(first.concept)?.type === "product" &&
    useBefore.test(text.slice(Math.max(0, start - 50), start))
  );
}

const judged = /^(?:soh-test|eis-test)$/;
const errorBefore = /(?:误差|精度|偏差|\berror|\baccuracy|\bdeviation)[^,，。;；\d]{0,12}$/i;
const ofOther = /(?:SOC|电压|电流|温度|内阻|\bvoltage|\bcurrent|\btemperature)[^,，。;；]{0,10}$/i;

/** Where a text is about the judging of cells, its error is that of the test: 适配三元与铁锂,误差4%以内. [MT82] */
export function isErrorOfTest(
  text: string,
  mentions: readonly Mention[],
  { unit, core, value }: Quantity,
): boolean {
  const left = text.slice(Math.max(0, core.start - 30), core.start);
  return (
    (unit === "%" || unit === "% points") &&
    Number(value) > 0 &&
    Number(value) < 20 &&
    errorBefore.test(left) &&
    !ofOther.test(left) &&
    mentions.some(({ concept, negated }) => !negated && judged.test(concept))
  );
}
