import { sentencesOf } from "@lilink/engine/text";
import { findConcept } from "../../chain/index.ts";
import type { Mention } from "../analyze/mention.ts";

// Work on what others own: the goods that it names change no hands.
const toll =
  /代(?:为)?加工|代工|来料加工|委托加工|委外加工|受托加工|加工[费方价]|\btoll(?:ing|er)?\b|\bconversion (?:fee|charge|cost)|\bprocessing (?:fee|charge)|\bcontract manufactur/i;
const sold = /(?:出售|现货|库存|求购|收购|供应|for sale|on offer|in stock)/i;
// What the market pays is told, not offered: 碳酸锂涨到八万二.
const market =
  /涨[到至了]|跌[到至破了]|行情|网价|市场价|收盘价|期货价|不代表[^,，。;；]{0,6}报[盘价]|\bpric(?:es?|ing) (?:rose|fell|went|has|have|climbed|dropped)/i;
const deal =
  /[拟欲]购|求购?|采购|外采|收(?![率到费尘缩])|购|买|要(?!求)|需|找|寻|卖|售|供|出(?!口|料|水)|报|有|\b(?:want|need|buy|buying|seek|looking for|offer|sell|selling|suppl|quote|for sale|after|purchas|tak(?:e|es|ing)|have)\w*/i;
// What a pack or a cabinet has and is told with it: BMS balance 2 A.
const component = /^bms$/;
const rawBrine = /^(?:brine-|old-brine|oilfield-brine|geothermal-brine)/;
const rawSolid = /-conc$|-ore$|^lithium-clay$|^black-mass-/;
// What is given to others to work up: of films and cells the fee is a price.
const tolled = new Set(["resource", "smelting", "recycling"]);
const clauseEnd = /,(?!\d{3}(?!\d))|[，;；。:：\n]|\. /;
const nearDeal = 26;

/** Whether a thing is what others bring, what is only worked up, or whose price is told. [MT57] */
export class FeedTeller {
  readonly #text: string;
  readonly #isToll: boolean;
  readonly #isTreated: boolean;
  readonly #isOfMany: boolean;
  readonly #told: readonly { readonly start: number; readonly end: number }[];

  constructor(text: string, wanted: readonly Mention[]) {
    this.#text = text;
    this.#isToll = soundsLikeToll(text);
    this.#isTreated = wanted.some(({ concept }) =>
      /^(?:process|technology|equipment)$/.test(findConcept(concept)?.type ?? ""),
    );
    this.#isOfMany = new Set(wanted.map(({ concept }) => concept)).size > 1;
    this.#told = market.test(text)
      ? sentencesOf(text).filter(({ start, end }) => market.test(text.slice(start, end)))
      : [];
  }

  isFed(mention: Mention): boolean {
    const { concept, start } = mention;
    if (this.#told.some((span) => span.start <= start && start < span.end)) return true;
    const known = findConcept(concept);
    if (this.#isToll && known?.type === "product" && tolled.has(known.link)) return true;
    if (component.test(concept) && this.#isOfMany && start > 0) return !this.#isDealt(mention);
    if (rawBrine.test(concept) && concept !== "brine-concentrated") return !this.#isDealt(mention);
    return this.#isTreated && rawSolid.test(concept) && start > 0 && !this.#isDealt(mention);
  }

  #isDealt({ start }: Mention): boolean {
    const before = this.#text.slice(Math.max(0, start - nearDeal), start);
    return deal.test(before.split(clauseEnd).at(-1) ?? "");
  }
}

/** Whether a text is about work on what others own. */
export function soundsLikeToll(text: string): boolean {
  return toll.test(text) && !sold.test(text);
}
