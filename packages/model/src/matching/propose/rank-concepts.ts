import { ancestorsOf, findConcept } from "../../chain/index.ts";
import type { Reading } from "../analyze/analyze-text.ts";
import type { Mention } from "../analyze/mention.ts";
import { wordsBefore } from "../analyze/words-beside.ts";
import type { RoleFinder } from "./find-role.ts";
import { isCycling, isFootprint, isImpurity, isIngredient } from "./named-in-figure.ts";
import { findTurn } from "./read-intent.ts";
import { FeedTeller } from "./tell-feed.ts";
import { isMethod, isUse, objectsOf } from "./tell-service.ts";

/** A concept of a text. `describes`: only ever named to describe what follows it. `aside`: only ever named beside the subject. */
export type RankedConcept = Mention & {
  readonly describes: boolean;
  readonly aside: boolean;
  /** What the writers work on. [MT105] */
  readonly isSubject?: true;
};

const joins = /[和与及或、,/+含占比内]|\b(?:and|or)\b/;
// A cathode for pouch cells: behind another thing, what that is for.
const purpose = /\bfor (?:the |our |an? )?(?:[a-z-]+ )?$/i;
// Tab leads for pouch cells, an anode wanted for a 21700 cell: whatever the first is, the second is what it is for. What is looked,
// asked or paid for is wanted.
const anyPurpose =
  /(?:^|[^a-z])(?<!\b(?:source|supplier|seller|buyer)s? )(?!(?:idea|tonne|ton|kilo|kg|look|search|ask|wait|appl|request|need|want|pay|quot|tender|rfq|offer|enquir|inquir|bid|order|demand|market|price|buyer|suppl|source|outlet|taker|home|customer|interest|call|exchange|capacit|contract|partner|spot|cash|budget|except|spec|available|ready|open|process|technolog|route|method|recycl|licen[cs]|patent|toll|proposal|solution|lot|item|document|position)(?!ed\b)[a-z]*)[a-z][a-z-]+ for (?:the |our |your |an? )?(?:(?!(?:use|sale)\b)[\w.-]+ ){0,2}$/i;
// What a sorbent, a membrane or a process is named with is what it works on.
const raw = /^(?:brine-(?:chloride|carbonate|sulfate)|old-brine|oilfield-brine|geothermal-brine)/;
const asking = /\b(?:ask|look|search|wait|appl[yi]|request|need|want|pay|quote|tender)\w*\b/i;
const clauseEnd = /[,，;；。\n]|\. /;
const descriptive = 0.4;

type Part = {
  readonly mention: Mention;
  readonly isAside: boolean;
  readonly isPart: boolean;
};

/** The concepts of a text that it does not exclude: early and often named ones first. [MT57] [MT82] */
export function rankConcepts(reading: Reading, roles: RoleFinder): readonly RankedConcept[] {
  const { text } = reading.normal;
  const wanted = reading.mentions.filter((one) => !one.negated && !isFootprint(reading, one));
  const refused = new Map<string, Mention>();
  for (const mention of reading.mentions)
    for (const name of mention.negated ? [mention.concept, nameOf(text, mention)] : [])
      if (!refused.has(name)) refused.set(name, mention);
  const isRoleAside = (mention: Mention) => roles.isAside(mention);
  const isObject = objectsOf(text, wanted, isRoleAside);
  // What is told before the wish is the writer's own, where the wish names something else.
  const turn = findTurn(text);
  const title = text.indexOf("\n");
  const isOfCells = wanted.some(
    ({ concept }) => made.test(findConcept(concept)?.stage ?? "") || madeOf.test(concept),
  );
  // 湿法三元黑粉: a process within the name of goods treats nothing.
  // Works that only say who is looked for take nothing in.
  const isWorks = ({ concept }: Mention) => findConcept(concept)?.type !== "product";
  const apart = wanted.filter(
    (mention, index) =>
      !isPartOfName(text, mention, wanted[index + 1]) && !(isWorks(mention) && isRoleAside(mention)),
  );
  const isTreated = apart.some(isWorks);
  const feed = new FeedTeller(text, apart);
  const isAside = (mention: Mention, index: number) =>
    isRoleAside(mention) ||
    feed.isFed(mention) ||
    isObject(mention) ||
    (isTreated && raw.test(mention.concept)) ||
    isMethod(text, mention) ||
    isUse(text, mention, wanted[0]) ||
    isWorkedOn(text, mention, wanted[index + 1]) ||
    isOwnMake(text, mention) ||
    isImpurity(text, mention) ||
    isCycling(text, mention) ||
    isStep(text, mention) ||
    ((isOfCells || cellsBehind.test(text.slice(mention.end, mention.end + 30))) &&
      isChemistry(text, mention)) ||
    isPurpose(text, mention, wanted[index - 1]) ||
    isIngredient(reading, mention);
  const isTurned = wanted.some(({ start }) => start >= turn);
  const byConcept = new Map<string, Part[]>();
  let last: Part | undefined;
  for (const [index, mention] of wanted.entries()) {
    const isBeforeTurn = isTurned && mention.end <= turn && mention.start > title;
    const part = {
      mention,
      isPart:
        sharesHead(text, mention, wanted[index + 1]) ||
        (isPartOfName(text, mention, wanted[index + 1]) &&
          !(isOfCells && isChemistry(text, wanted[index + 1]))),
      isAside:
        isBeforeTurn || isAside(mention, index) || isListedWith(text, wanted[index - 1], mention, last),
    };
    last = part;
    byConcept.set(mention.concept, [...(byConcept.get(mention.concept) ?? []), part]);
  }
  return [...byConcept.values()]
    .flatMap((parts) => toRanked(text, parts, refused))
    .sort((a, b) => b.weight - a.weight || a.start - b.start)
    .map(({ weight: _sorted, ...concept }) => concept);
}

const asksLater = /[,，;；。][^。\n]{0,12}?(?:收(?!率)|求购|采购|寻|找|需)/;

/** 我厂碳酸锂年产2.5万吨，现长期收…: what somebody makes who then asks for something else. */
function isOwnMake(text: string, { start, end }: Mention): boolean {
  const behind = text.slice(end);
  return (
    /[我本][们司方厂]$/.test(text.slice(0, start)) && /^[年月日]产/.test(behind) && asksLater.test(behind)
  );
}

const notWorks = new Set(["soh-test", "single-crystal"]);

/** 黑粉优先提锂, 硫酸镍产品碳足迹: what a process or a service begins right behind is what it works on. */
function isWorkedOn(text: string, one: Mention, next: Mention | undefined): boolean {
  const type = findConcept(next?.concept ?? "")?.type ?? "";
  return (
    next !== undefined &&
    findConcept(one.concept)?.type === "product" &&
    /^(?:process|technology|service)$/.test(type) &&
    // SOH 70 % of packs is a figure of theirs, and NCM811单晶 says which NCM811.
    !notWorks.has(next.concept) &&
    /^(?:产品)?$/.test(text.slice(one.end, next.start))
  );
}

/** As it is written, so that one word of two meanings is refused in both. */
function nameOf(text: string, { start, end }: Mention): string {
  return text.slice(start, end).toLowerCase();
}

function toRanked(text: string, parts: readonly Part[], refused: ReadonlyMap<string, Mention>) {
  const [first] = parts;
  if (!first) return [];
  const { mention } = first;
  const denied = refused.get(mention.concept) ?? refused.get(nameOf(text, mention));
  // SBR latex, CMC not: of one concept two names of their own, and only the other is refused.
  const isOtherName = parts.some(
    (part) =>
      denied !== undefined &&
      part.mention.alternatives.length === 0 &&
      denied.alternatives.length === 0 &&
      nameOf(text, denied) !== denied.concept &&
      nameOf(text, part.mention) !== nameOf(text, denied),
  );
  const weight = parts.reduce(
    (sum, part) => sum + (part.isAside ? 0 : (part.isPart ? descriptive : 1) / (1 + part.mention.start / 60)),
    0,
  );
  return [
    {
      ...mention,
      weight,
      describes: parts.every(({ isPart }) => isPart),
      // What is wanted by one of its names and then refused by another is asked: 粘结剂:PAA,PVDF不卖.
      aside:
        parts.every(({ isAside }) => isAside) ||
        (denied !== undefined &&
          !isOtherName &&
          mention.start < denied.start &&
          findConcept(mention.concept)?.type !== "service"),
    },
  ];
}

/** 盐湖卤水提锂吸附剂 is a sorbent: of names that follow one another the last is the head, the others describe it. */
function isPartOfName(text: string, mention: Mention, next: Mention | undefined): boolean {
  if (!next || next.concept === mention.concept || next.start < mention.end) return false;
  // Li6PS5Cl固态电解质: the second is only the kind of the first.
  if (ancestorsOf(mention.concept).includes(next.concept)) return false;
  const between = text.slice(mention.end, next.start);
  // Sulfide-based solid-state cells.
  if (/^[ -]?based[ -]$/i.test(between)) return true;
  if (between.length > 3 || joins.test(between)) return false;
  return /\p{Script=Han}$/u.test(text.slice(mention.start, next.end))
    ? /^\p{Script=Han}{0,3}$/u.test(between)
    : /^[ -]?$/.test(between) && isNoun(text, next) && isGoods(mention) && isGoods(next);
}

/** NCM622、NCM811前驱体 are two precursors: the noun of the last grade is that of the grades before it. */
function sharesHead(text: string, mention: Mention, next: Mention | undefined): boolean {
  return (
    next !== undefined &&
    findConcept(mention.concept)?.stage === "mat.cat" &&
    findConcept(next.concept)?.stage !== "mat.cat" &&
    /^ ?(?:[、/,，和及与]|and|or) ?$/.test(text.slice(mention.end, next.start)) &&
    /前驱体$|precursors?$/i.test(text.slice(next.start, next.end))
  );
}

function isGoods({ concept }: Mention): boolean {
  return findConcept(concept)?.type === "product";
}

/** LiPF6 HF are two things: only a plain noun takes a name before it. */
function isNoun(text: string, { end }: Mention): boolean {
  return /[a-z]{3}$/.test(text.slice(end - 3, end));
}

// What is made of a chemistry: of cells and what becomes of them it is said apart (packs, NMC), and then no powder.
const made = /^mat\.(?:cell|pack)$|^rec\.(?:coll|casc)/;
const madeOf = /^(?:cell|eol|cascade|black-mass)-|^production-scrap$|^battery-(?:module|pack)$/;
const chemistry =
  /^(?:三元|镍钴锰|铁锂|磷酸铁锂|磷酸锰铁锂|锰铁锂|钴酸锂|锰酸锂|N[CM][MC]\d*|N[CM][MC] ?\d{3}|[58]系|LFP|LMFP|LCO|LMO|NCA)$/i;
const cellsBehind =
  /^(?: (?!(?:for|in|of|from|with|to|and|or|into|on) )[a-z]+){0,2} (?:batter(?:y|ies)|cells?|packs?|modules?)\b/i;
const sheetBehind = /^ ?(?:(?:foils?|sheets?|electrodes?|offcuts?)\b|[极]?片)/i;
const powderBehind = /^ ?(?:正极|材料|粉(?!碎)|powder|cathode|active)/i;

function isChemistry(text: string, mention: Mention | undefined): boolean {
  if (!mention || findConcept(mention.concept)?.stage !== "mat.cat") return false;
  const { start, end } = mention;
  if (cellsBehind.test(text.slice(end, end + 30))) return true;
  const behind = text.slice(end, end + 12);
  const name = text.slice(start, end);
  // NMC622 cathode foil: the foil is told by its chemistry, no powder.
  return sheetBehind.test(behind)
    ? chemistry.test(name.replace(/ ?(?:cathode|正极)$/i, ""))
    : chemistry.test(name) && !powderBehind.test(behind);
}

const stepBehind =
  /^(?:处理)?(?:[下出]来|完[毕成]|后(?![续期段])|完成?后|之后|前(?![驱景端])|的(?=[可也不,，。]|$))/;
const stepBefore =
  /已经?$|[须要]先$|\b(?:after|following|before|prior to|until|during) (?:the |an? )?(?:[a-z-]+ )?$/i;
const steps = new Set(["process", "technology"]);

/** 放电后, after leaching: what was done to the goods, and nothing that is wanted or offered. */
export function isStep(text: string, { start, end, concept }: Mention): boolean {
  if (!steps.has(findConcept(concept)?.type ?? "")) return false;
  return (
    stepBehind.test(text.slice(end, end + 4)) || stepBefore.test(text.slice(Math.max(0, start - 30), start))
  );
}

const listed = /^(?:类|等)?(?:、|和|或|及|与|以及|\s*\/\s*|\s*(?:and|or)\s*(?:the |an? )?)$/i;

/** 可存六氟、金属锂: what is named in one list with a thing beside the subject is one as well. */
function isListedWith(text: string, previous: Mention | undefined, mention: Mention, last?: Part): boolean {
  return (
    previous !== undefined &&
    last?.mention === previous &&
    last.isAside &&
    !last.isPart &&
    listed.test(text.slice(previous.end, mention.start))
  );
}

const objects = new Set(["product", "equipment"]);

function clauseOf(text: string, mention: Mention): string {
  return wordsBefore(text, mention, /[,，;；。:：\n]|\. /, 60);
}

function isPurpose(text: string, mention: Mention, previous: Mention | undefined): boolean {
  if (objects.has(findConcept(mention.concept)?.type ?? "") && anyPurpose.test(clauseOf(text, mention)))
    return true;
  if (!previous || mention.start - previous.end > 60) return false;
  const between = text.slice(previous.end, mention.start);
  return purpose.test(between) && !clauseEnd.test(between) && !asking.test(between);
}
