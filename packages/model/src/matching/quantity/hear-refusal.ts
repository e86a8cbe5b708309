import type { Quantity } from "./quantity.ts";

const refusedThings =
  /不(?:能|会|可|再|予)?(?:接受|接收|收购|验收|采购|考虑|采用)|拒(?:收|绝)(?!率)|退(?:货|回|换)(?!率)|谢绝|作废|(?:为|视为|判为|属于?)不合格|判废|无效|免谈|剔除|排除在外|不予|\b(?:is|are|be|will be) (?:excluded|discarded|scrapped|disqualified)\b|\b(?:not|cannot|never)(?: be)? (?:accept|tak|buy|consider)\w*|n['’]t (?:accept|take|buy|consider)|\bnot (?:acceptable|suitable|intended|recommended|allowed|permitted|usable|to be used)\b|不适(?:用|合|宜)|不宜|不可用于|\bunacceptable\b|\b(?:be|are|is) (?:rejected|refused|returned)\b/i;
const refusedLots =
  /\b(?:reject|refuse|return)s? (?:any|all|every|lots?|batch\w*|material|goods|products?|deliver\w*|shipments?)/i;
const clauseEnd = /[,，;；。\n]|\. /;

/**
 * What a refusal says of the quantities of its clause: goods below 99 % that are not taken ask for at least 99 %, goods
 * above 500 ppm that are sent back for at most 500 ppm. A refused figure without a limit is asked about. [MT40]
 * @example hearRefusal("不接受纯度低于99%的产品", quantity).op // ">="
 */
export function hearRefusal(text: string, quantity: Quantity): Quantity {
  if (!isRefused(text, quantity)) return quantity;
  const isLimit = quantity.explicit && (quantity.op === ">=" || quantity.op === "<=");
  if (isLimit) return { ...quantity, op: quantity.op === ">=" ? "<=" : ">=" };
  return quantity.unit === null ? quantity : { ...quantity, doubt: quantity.doubt ?? "bound" };
}

/** Whether the clause of a quantity says that such goods are not taken. */
export function isRefused(text: string, quantity: Quantity): boolean {
  const before =
    text
      .slice(Math.max(0, quantity.start - 60), quantity.start)
      .split(clauseEnd)
      .at(-1) ?? "";
  const after = text.slice(quantity.end, quantity.end + 60).split(clauseEnd)[0] ?? "";
  const clause = `${before} ${after}`;
  return refusedThings.test(clause) || refusedLots.test(clause);
}
