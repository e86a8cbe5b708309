import type { Quantity } from "@lilink/engine/quantity";
import { findConcept } from "../../chain/index.ts";
import type { Reading } from "../analyze/analyze-text.ts";
import type { Mention } from "../analyze/mention.ts";
import { linksOnly } from "./bind-figure.ts";
import type { NamedThing } from "./head-table.ts";
import { soundsLikeMachine } from "./read-intent.ts";

// 云母精矿含氟4.5 %: another noun has come between the thing and the figure.
const otherWord = /\p{Script=Han}{2}|含|[A-Za-z]/u;
const works = new Set(["equipment", "process", "technology"]);
const deed = /处理|单台|能力|产能|出力|\b(?:handl|process|treat|tak|crush|sort|capacit|throughput)\w*/i;
// 45 kg/h, or 120 t/h feed: a rate of nothing else. 28 t/h calcine is of what flows.
const rateAlone = /^(?:[,，。;；]|\.(?!\d)| ?(?:in|feed)\b|$)/;
const nearWorks = 60;
const near = 3;
const nearLinked = 28;

/** A machine of which the chain has no name is what a text without goods is about: impurities are not its own. */
const machine: NamedThing = { id: "", stage: "", isProduct: false, isBeside: false, isAside: false };

/** The things that a text wants or offers, each once, and which of them stands beside a figure. */
export class ThingNamer {
  readonly #text: string;
  readonly #mentions: readonly Mention[];
  readonly #things: ReadonlyMap<string, NamedThing>;
  readonly #isOfMachine: boolean;

  /** @param isAside whether a mention is the object of a service: what is tested, carried or judged */
  constructor(
    { mentions, normal: { text } }: Reading,
    isObject: (mention: Mention) => boolean,
    isAside: (mention: Mention) => boolean,
  ) {
    this.#text = text;
    const wanted = mentions.filter(({ negated }) => !negated);
    this.#mentions = wanted.filter((mention) => !isObject(mention));
    const things = new Map<string, NamedThing>();
    for (const mention of this.#mentions) {
      const concept = findConcept(mention.concept);
      if (!concept) continue;
      const { id, stage } = concept;
      const isOnlyAside = isAside(mention) && (things.get(id)?.isAside ?? true);
      things.set(id, {
        id,
        stage,
        isProduct: concept.type === "product",
        isBeside: false,
        isAside: isOnlyAside,
      });
    }
    if (soundsLikeMachine(text) && [...things.values()].every(({ isProduct }) => !isProduct))
      things.set("", machine);
    this.#things = things;
    const own = [...things.values()].filter(
      ({ isAside, id }) => !isAside && (id !== machine.id || things.size === 1),
    );
    const isOfOne = own.filter(({ isProduct }) => !isProduct).length === 1;
    this.#isOfMachine = isOfOne && (soundsLikeMachine(text) || !own.some(({ isProduct }) => isProduct));
  }

  /** The things of the text. */
  get all(): readonly NamedThing[] {
    return [...this.#things.values()];
  }

  /** The things of the text, that beside the figure marked. */
  beside(quantity: Quantity): readonly NamedThing[] {
    const named = this.#nameBeside(quantity);
    const concept = named === undefined ? undefined : findConcept(named);
    const last = this.#lastBefore(quantity);
    const things = [...this.#things.values()].map((one) =>
      one.id === last ? { ...one, isLast: true } : one,
    );
    if (concept?.type !== "product") return things;
    const { id, stage } = concept;
    const isBesideIt = { id, stage, isProduct: true, isBeside: true, isAside: false };
    return [...new Map(things.map((one) => [one.id, one])).set(id, isBesideIt).values()];
  }

  /** Whether all goods that the text is about are of a kind. */
  isOf(kind: RegExp): boolean {
    const goods = [...this.#things.values()].filter(({ isProduct, isAside }) => isProduct && !isAside);
    return goods.length > 0 && goods.every(({ id }) => kind.test(id));
  }

  /** Whether a machine is what the text is about, and no goods are. */
  get isOfEquipment(): boolean {
    const own = [...this.#things.values()].filter(({ id, isAside }) => id !== machine.id && !isAside);
    return own.length > 0 && own.every(({ id }) => findConcept(id)?.type === "equipment");
  }

  /** Whether a machine, a line or a process is named right before a figure in its sentence, or a word of what it does, or the rate is said of no stream. */
  isOfWorks({ op, core }: Quantity, from: number): boolean {
    if (op === "=" && rateAlone.test(this.#text.slice(core.end, core.end + 8))) return true;
    if (deed.test(this.#text.slice(Math.max(from, core.start - nearWorks), core.start))) return true;
    // A drier, 800 kg/h: of a text about one machine and no goods beside it, the rate is the machine's.
    if (this.#isOfMachine) return true;
    const [behind] = this.#mentions.filter(({ start }) => start >= core.end);
    if (behind && behind.start - core.end <= 1 && works.has(findConcept(behind.concept)?.type ?? ""))
      return true;
    return this.#mentions.some(
      ({ concept, end }) =>
        end <= core.start &&
        end >= Math.max(from, core.start - nearWorks) &&
        works.has(findConcept(concept)?.type ?? ""),
    );
  }

  /** The last of the goods that is named before a quantity and not beside the subject. */
  #lastBefore({ core }: Quantity): string | undefined {
    return this.#mentions.findLast(({ concept, end }) => {
      const thing = this.#things.get(concept);
      return end <= core.start && thing?.isProduct === true && !thing.isAside;
    })?.concept;
  }

  #nameBeside({ start, core, unit }: Quantity): string | undefined {
    const mentions = this.#mentions;
    let [low, high] = [0, mentions.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((mentions[middle]?.end ?? Infinity) <= core.start) low = middle + 1;
      else high = middle;
    }
    const before = mentions[low - 1];
    if (before) {
      const gap = this.#text.slice(before.end, Math.min(start, before.end + nearLinked + 1));
      const isNear = start - before.end <= near && !otherWord.test(gap);
      const isLinked = unit === "%" && gap.length <= nearLinked && linksOnly(gap);
      if (isNear || isLinked) return before.concept;
    }
    // 99.5 % Li2CO3, 4.5 µm copper foil
    const behind = mentions.slice(low, low + 2).find((mention) => mention.start >= core.end);
    const isBehind = behind !== undefined && (unit === "%" || unit === "µm") && behind.start - core.end <= 1;
    return isBehind ? behind.concept : undefined;
  }
}
