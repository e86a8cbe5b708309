import type { Span } from "@lilink/engine/text";

// 卖方负责危化品运输, customer supplies precursor: who of the two sides sees to it.
const seenTo =
  /(?:[买卖供需甲乙对双我贵]方|客户|供应商)(?:自行)?(?:负责|承担|自理|提供|安排)[^,，。;；\d]{0,6}$|已(?:完成|通过|做过)[^,，。;；\d]{0,8}$|\b(?:customers?|buyers?|sellers?|clients?|suppliers?|(?<!\b(?:can|could|would|will|do|if|that) )you) (?:suppl(?:y|ies)|provides?|brings?|sends?|arranges?) (?:the |its |your |their )?(?:[a-z-]+ ){0,2}$/i;
// Assays are contracted separately; the pyrolysis oven exists and stays.
const elsewhere =
  /^(?:e?s)?(?: (?!not\b)[a-z]+){0,6}? (?:(?:is|are|will be) (?:contracted|ordered|tendered|let|bought|awarded) separately|(?:is|are) (?:covered|done|handled) elsewhere|exists? (?:and|already))\b|^[^,，。;；\d]{0,8}(?:(?:另行|单独)(?:招标|采购|委托|发包)|已由[^,，。;；\d]{1,6}(?:完成|做完|承担|负责))/i;
const ownWorks = /\b(?:our|its|their) (?:(?:own|new|existing|current|idle|present) )?(?:[a-z-]+ )?$/i;

/**
 * Whether the words around a thing say that it is seen to already: by one of the two sides, in another contract, or by works that stand. Such works are
 * beside the goods of a text, not what it is about. [MT115]
 * @param before the words of its clause before it
 * @param behind the words behind it
 * @param isWorks whether it is a process, a machine or a service in a text that begins with goods
 * @example isSeenTo("卖方负责", "", false) // true
 */
export function isSeenTo(before: string, behind: string, isWorks: boolean): boolean {
  const clause = behind.split(/[,;。；\n]|\. /u, 1)[0] ?? "";
  return seenTo.test(before) || elsewhere.test(clause) || (isWorks && ownWorks.test(before));
}

// We need a crushing line: the works themselves are asked for.
const wantedWorks =
  /(?:求购|采购|招标|寻|\b(?:needs?|wants?|seeks?|wanted:?|look(?:ing)? for)) ?(?:an? )?(?:[a-z-]+ )?$/i;
// Works: of a product they are where it is made, of a process they are the thing itself.
const worksBehind =
  /^(?:s|es)?(?:[厂线]|产线|生产线|车间|工段|工序(?!产)|项目|工厂|装置| (?:plants?|lines?|workshops?|factor(?:y|ies))\b)/iu;

/** Whether works stand right behind a thing: of goods they are where these are made, of a process that is offered or wanted the thing itself. */
export function isMadeThere(before: string, behind: string, isWorks: boolean, isOffer: boolean): boolean {
  return worksBehind.test(behind) && !(isWorks && (isOffer || wantedWorks.test(before)));
}

const taught =
  /\b(?:trains?|training|teach(?:es|ing)?|courses?|workshops?)\b[^.;。；]{0,80}\bin (?:[a-z-]+ ){0,3}$/i;

/** We train technicians, mostly in cell assembly: what people are taught is not what is offered. [MT114] */
export function isTaught(before: string): boolean {
  return taught.test(before);
}

// 较湿法涂布能耗降低, lower than wet coating: from the word of comparing to what is compared.
const comparing =
  /(?:较|相比|(?<![相对占配例等])比)(?![表例容重较])\p{Script=Han}{1,4}$|\b(?:than|unlike|compared (?:to|with)|instead of|rather than) (?:[a-z-]+ ){1,2}$/iu;
const comparedIn =
  /^[^,，。;；]{0,12}?(?:[高低多少快慢好优差省降升提减增短轻]|节[能约省])|^[a-z]*(?=[\s,.;]|$)/i;

// 每吨碳酸锂出2.1吨元明粉: by what something is counted.
const countedBy = /每(?:吨|公斤|千克)$/u;
const countedIn = /^(?:可|约|大约)?[出产]/u;

/** Whether a thing is what another is compared with or counted by. */
export function isCompared(clause: string, behind: string): boolean {
  return (
    (comparing.test(clause) && comparedIn.test(behind)) || (countedBy.test(clause) && countedIn.test(behind))
  );
}

// 氟化锂副产, FePO4 by-product: the thing itself is what comes out beside another.
const besideBehind = /^(?:副产|联产|[ -]?by-?product)/i;
const besideIn = /^(?:副产|by-?product)/i;
const besideBefore = /(?:副产品?|\bby-?product) ?(?:的)?$/i;

/** Whether a name, or the words right beside it, say that the thing comes out beside another. */
export function comesBeside(text: string, { start, end }: Span): boolean {
  return (
    besideBehind.test(text.slice(end, end + 12)) ||
    besideIn.test(text.slice(start, end)) ||
    besideBefore.test(text.slice(Math.max(0, start - 14), start))
  );
}
