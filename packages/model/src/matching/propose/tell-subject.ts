import type { Span } from "@lilink/engine/text";
import { ancestorsOf, findConcept } from "../../chain/index.ts";
import type { CooperationForm, PostingKind } from "../../posting/index.ts";
import type { Mention } from "../analyze/mention.ts";
import { wordsBefore } from "../analyze/words-beside.ts";
import projectJson from "../data/project-words.json" with { type: "json" };
import type { RankedConcept } from "./rank-concepts.ts";
import type { Found } from "./read-intent.ts";

const [workedOn, sought, partners, joint] = (["workedOn", "sought", "partners", "joint"] as const).map(
  (key) => new RegExp(projectJson[key], "iu"),
) as [RegExp, RegExp, RegExp, RegExp];
const allSought = new RegExp(sought.source, "giu");
const stretchEnd = /[;；。\n]|\.(?: |$)/;
const reach = 120;
const often = 3;

/**
 * Whether a thing is what its writers work on, whatever they then look for. [MT105]
 * @example isWorkedOn("My group works on halide electrolytes", { start: 18, end: 37 }) // true
 */
export function isWorkedOn(text: string, place: Span): boolean {
  return workedOn.test(wordsBefore(text, place, stretchEnd, reach));
}

/** What is looked for: from the word that says so to the end of its sentence. [MT105] */
function listSought(text: string): readonly Span[] {
  return [...text.matchAll(allSought)].map(({ index }) => ({
    start: index,
    end: index + (text.slice(index).split(stretchEnd)[0]?.length ?? 0),
  }));
}

function isWithin({ start, end }: Span, stretches: readonly Span[]): boolean {
  return stretches.some((one) => one.start <= start && end <= one.end);
}

/** Whether a place of a text is of what is looked for. [MT105] */
export function isSought(text: string, place: Span | null): boolean {
  return place !== null && isWithin(place, listSought(text));
}

const ofPartner =
  /^(?:寻求?|寻找|找|征集|招募)(?:一?[家个])?(?:具?有|具备|拥有)|\b(?:partners?|firms?|compan(?:y|ies)|labs?|laborator(?:y|ies)|plants?|institutes?|producers?|makers?|manufacturers?|recyclers?|refiners?|smelters?|mines?|contractors?|users?)\b[^.;]{0,40}?\b(?:with|that|who|having|has|have|can|able)\b|\b(?:suppliers?|sources?|producers?|makers?|manufacturers?) of\b|(?:伙伴|合作方|企业|厂家?|单位|团队|供应商|公司)[^。;；]{0,12}?[能有]|具备|拥有|提供|供应/iu;

/**
 * Whether a place of a text tells what those who are looked for have or supply: a partner with a dry room of -50 °C, a supplier of Li2S of 99.9 %. [MT105]
 */
export function isOfPartner(text: string, { start }: Span): boolean {
  const stretch = listSought(text).find((one) => one.start <= start && start < one.end);
  return stretch !== undefined && ofPartner.test(text.slice(stretch.start, start));
}

// A project of several is developed by them, whatever becomes of its licence.
const jointWork =
  /\bjoint(?:ly)? (?:[a-z&-]+ ){0,2}(?:projects?|programmes?|programs?|research|R&D|work|applications?|proposals?)\b|\bconsortium\b|\bcall for (?:project )?partners\b|\bproject partners?\b|(?:联合|共同|合作)(?:攻关|研究|研制|申报|承担|开展)/iu;

/**
 * The forms of cooperation of a project: what partners would supply is no supply by it, and who looks for partners without more words
 * looks for joint development. [MT105]
 */
export function cooperationOfProject(
  text: string,
  found: readonly Found<CooperationForm>[],
): readonly Found<CooperationForm>[] {
  const stretches = listSought(text);
  const rest = found.filter((hit) => hit.value !== "supply" || !isWithin(hit, stretches));
  const together = rest.some(({ value }) => value === "joint_development") ? null : jointWork.exec(text);
  const own: readonly Found<CooperationForm>[] = together
    ? [
        { value: "joint_development", start: together.index, end: together.index + together[0].length },
        ...rest,
      ]
    : rest;
  if (own.length > 0) return own;
  const asked = stretches.find(({ start, end }) => partners.test(text.slice(start, end)));
  const named = joint.exec(text);
  const span = asked ?? (named ? { start: named.index, end: named.index + named[0].length } : null);
  if (!span) return own;
  const last = partners.exec(text.slice(span.start, span.end));
  const end = last ? span.start + last.index + last[0].length : span.end;
  return [{ value: "joint_development", start: span.start, end }];
}

const ofGoods = /^(?: of| for)? (?:[\w-]+ ){0,3}$/;
const isWork = ({ concept }: RankedConcept) =>
  /^(?:process|technology)$/.test(findConcept(concept)?.type ?? "");

/** Direct recycling of NCM622 scrap: the subject of a project is what is done to the goods behind it. [MT105] */
function workFirst(text: string, ranked: readonly RankedConcept[]): readonly RankedConcept[] {
  const [goods] = ranked;
  const work = ranked.find(
    (one) =>
      goods !== undefined && one !== goods && isWork(one) && ofGoods.test(text.slice(one.end, goods.start)),
  );
  if (!goods || !work || isWork(goods) || work.end > goods.start) return ranked;
  return [work, ...ranked.filter((one) => one !== work)];
}

/**
 * What its writers work on is the subject of a project, whatever goods they look for in partners; of another text where it has no other. [MT105]
 * Where a need names both, it is aside.
 * @param heard the concepts of the text, the heaviest first
 */
export function subjectFirst(
  text: string,
  heard: readonly RankedConcept[],
  mentions: readonly Mention[],
  kind: PostingKind | undefined,
): readonly RankedConcept[] {
  const isProject = kind === "project";
  const ranked = kind === "need" ? machineFirst(text, heard) : heard;
  const worked = new Set(
    mentions.flatMap((one) =>
      // Sulfide-based cells: the first only says what kind of cells.
      !one.negated && !/^[ -]based\b/i.test(text.slice(one.end, one.end + 7)) && isWorkedOn(text, one)
        ? [one.concept]
        : [],
    ),
  );
  const hasOthers = ranked.some((one) => !one.aside && !worked.has(one.concept));
  // 课题组做全固态电池，求购硫化物: what they make themselves is not what they buy.
  if (kind === "need" && hasOthers)
    return ranked.map((one) => (worked.has(one.concept) ? { ...one, aside: true } : one));
  if (worked.size === 0 && isProject) return workFirst(text, ranked);
  if (worked.size === 0 || (!isProject && hasOthers)) return ranked;
  const stretches = listSought(text);
  const isAsked = ({ concept }: RankedConcept) =>
    mentions.every((one) => one.concept !== concept || isWithin(one, stretches));
  const subjects = ranked.filter(({ concept }) => worked.has(concept));
  const others = ranked.filter(({ concept }) => !worked.has(concept));
  return [
    ...subjects.map((one) => ({ ...one, aside: false, describes: false, isSubject: true as const })),
    ...others.map((one) => (isProject && isAsked(one) ? { ...one, aside: true } : one)),
  ];
}

const buysMachines =
  /^[^\n]{0,40}(?:采购|招标|询价|求购|购置)[^\n,，。]{0,24}(?:设备|仪器|装备)|^[^\n]{0,60}\b(?:tender|RFQ|purchase|procurement|supply)\b[^\n]{0,40}\bequipment\b/i;

/** 采购中试线关键设备: where the heading buys machines, the first machine is the subject before the steps that they do. [MT132] */
function machineFirst(text: string, ranked: readonly RankedConcept[]): readonly RankedConcept[] {
  const machine = ranked.find(({ concept }) => findConcept(concept)?.type === "equipment");
  if (!machine || !buysMachines.test(text)) return ranked;
  const others = ranked.filter((one) => one !== machine);
  return [{ ...machine, aside: false, describes: false, isSubject: true }, ...others];
}

/**
 * A title may name goods by their family: where the text then names one kind of it again and again, and no other, that kind is meant. [MT105]
 * @param ranked the concepts of the text, the heaviest first
 */
export function kindFirst(
  ranked: readonly RankedConcept[],
  mentions: readonly Mention[],
): readonly RankedConcept[] {
  const family = ranked.find(({ aside }) => !aside);
  if (!family || findConcept(family.concept)?.type !== "product") return ranked;
  const kinds = ranked.filter(({ concept }) => ancestorsOf(concept).includes(family.concept));
  const [kind, ...others] = kinds;
  const times = mentions.filter(({ concept, negated }) => !negated && concept === kind?.concept).length;
  if (!kind || others.length > 0 || times < often) return ranked;
  return ranked.map((one) => {
    if (one === family) return { ...kind, aside: false, describes: false, isSubject: true as const };
    return one === kind ? { ...family, aside: true } : one;
  });
}
