import {
  type Attribute,
  ancestorsOf,
  attributes,
  convertUnit,
  findConcept,
  labelsOf,
  listConcepts,
  specsOf,
} from "../../chain/index.ts";
import type { PostingFigure } from "../../posting/index.ts";
import { wordsBefore } from "../analyze/words-beside.ts";
import { typical } from "./head-table.ts";
import type { Proposed, Unassigned } from "./propose-fields.ts";
import { isAmount, isCount } from "./tell-volume.ts";

const elements: readonly (readonly [string, RegExp])[] = [
  ["Ni", /镍|nickel|Ni(?![a-z])/],
  ["Co", /钴|cobalt|Co(?![a-z])/],
  ["Mn", /锰|manganese|Mn(?![a-z])/],
  ["Li", /锂|lithium|Li(?![a-z])/],
  ["Fe", /铁|\biron|Fe(?![a-z])/],
  ["Cu", /铜|copper|Cu(?![a-z])/],
  ["Al", /铝|alumin|Al(?![a-z])/],
  ["Ca", /钙|calcium|Ca(?![a-z])/],
  ["Mg", /镁|magnesium|Mg(?![a-z])/],
  ["Na", /钠|sodium|Na(?![a-z])/],
];
const elementsOf = (words: string) =>
  elements.flatMap(([sign, name]) => (name.test(words) ? sign : [])).join(" ");
const known: ReadonlySet<string> = new Set(
  "H Li B C N O F Na Mg Al Si P S Cl K Ca Ti V Cr Mn Fe Co Ni Cu Zn Zr Pb".split(" "),
);

/** Whether words end with an element or a compound that an attribute does not speak of: Na2SO4 is no lithium, F no nickel. */
function isOfOtherElement(about: string, { zh, en }: Attribute): boolean {
  const formula = /(?<![A-Za-z])((?:[A-Z][a-z]?\d*)+)[\s|:：]*$/.exec(about)?.[1] ?? "";
  const parts: readonly string[] = formula.match(/[A-Z][a-z]?/g) ?? [];
  const own: readonly string[] = elementsOf(`${zh} ${en}`).split(" ").filter(Boolean);
  return (
    parts.length > 0 &&
    parts.every((one) => known.has(one)) &&
    own.length > 0 &&
    own.every((one) => !parts.includes(one))
  );
}

const summed =
  /合计|总和|之和|总量|总含量|合共|共计|[+＋]|\b(?:total|sum|combined|together)\b|[镍钴锰锂铁铜铝钙镁钠]{2}/i;

/** The names of goods that stand right behind a number: 1 wt% VC. */
const goods = listConcepts({ type: "product" })
  .flatMap((concept) => [...labelsOf(concept)])
  .filter((label) => label.length >= 2)
  .map((label) => label.toLowerCase());
const ofGoods = (behind: string): boolean => {
  const words = /^ ?(?:of |的)?(.*)$/s.exec(behind)?.[1]?.toLowerCase() ?? "";
  return goods.some((label) => words.startsWith(label) && !/^[a-z0-9]/.test(words.slice(label.length)));
};

// What stands before a number and is no noun of its own.
const empty =
  /需要?|要求|须|应|求购?|采购|收购|供应|出售?|含量?|有|达到?|为|是|约|大概|至少|不[低高少多超大小][于过]?|指标|规格|左右|其中|以上|以下|且|和|与/g;
const emptyWord =
  /^(?:a|an|the|of|as|by|to|in|at|and|or|per|for|on|is|are|be|with|has|have|had|we|i|it|need|needs|want|offer|about|around|min|max|least|most|up|content|value|level|contains?|containing|reach(?:ed|es)?|achieved?|grade)$/i;

/** The noun right before a number that no attribute has: 灰分 of 灰分5%. */
function ownNoun(about: string, subject: string): boolean {
  const concept = findConcept(subject);
  const labels = (concept ? labelsOf(concept) : []).join(" ").toLowerCase();
  const han = /\p{Script=Han}+(?=[\s:：]*$)/u.exec(about)?.[0].replace(empty, "") ?? "";
  if (han.length >= 2) return !labels.includes(han) && !namesSubject(han, labels);
  const word = /([A-Za-z]{3,})[\s:]*$/.exec(about)?.[1] ?? "";
  return word !== "" && !emptyWord.test(word) && !labels.includes(word.toLowerCase());
}

/** Whether words end with a name of the subject: 电池级碳酸锂 5%. */
const namesSubject = (words: string, labels: string): boolean =>
  labels.split(" ").some((label) => label.length >= 2 && words.endsWith(label));

const far = 10;

/** Whether a value is nowhere near what the attribute is for the subject: 1 % of water is none of an electrolyte. */
function isFar({ value, unit }: Unassigned, { id, unit: own }: Attribute, subject: string): boolean {
  if (!findConcept(subject) || unit === "") return false;
  const spec = [subject, ...ancestorsOf(subject)].flatMap(specsOf).find(({ attribute }) => attribute === id);
  const size = convertUnit(value, unit, own);
  if (!spec || !size.ok) return false;
  return size.value.gt(spec.max * far) || (spec.min > 0 && size.value.lt(spec.min / far));
}

/** 电池级碳酸锂20吨现货，99.6: a bare number of a salt that nothing names is likely its purity. */
export function isBarePurity({ value, unit, about = "", op = "=" }: Unassigned, { id }: Attribute): boolean {
  const size = Number(value);
  return id === "purity" && unit === "" && about === "" && op === "=" && size >= 98.4 && size < 100;
}

// These are said of a few things alone, whatever words stand beside the number.
const ofFew = new Set([
  "soh",
  "li_conc",
  "li_loss",
  "humidity",
  "mgli",
  "mass_rejection",
  "mass_ni_co",
  "temp_pulp",
]);

/**
 * Whether the subject cannot have an attribute: Li2S no state of health, an adsorbent no lithium concentration, a coater no moisture. A
 * process and a service are told by their goods. [MT132]
 * @example isNoneOf("soh", "li2s") // true
 */
export function isNoneOf(attribute: string, subject: string): boolean {
  const concept = findConcept(subject);
  const { only, ofGoods } = typical.get(attribute) ?? {};
  if (concept === null || /^(?:process|technology|service)$/.test(concept.type)) return false;
  if (ofGoods && concept.type === "equipment") return true;
  if (!ofFew.has(attribute) || only === undefined) return false;
  const kind = new RegExp(only);
  // What a reagent works on is none of itself.
  const stage = concept.type === "reagent" ? [] : [concept.stage];
  return ![concept.id, ...stage, ...ancestorsOf(subject)].some((id) => kind.test(id));
}

/** Whether an attribute may be offered, by how much of its name stands beside the number. */
export type Fits = (attribute: Attribute, likeness: number) => boolean;

const reach = 24;
// 铁含量36%, iron content of 36 %: what one element makes up is no purity.
const elementContent =
  /(?<!酸)(?:铁|磷|硫|钠|钙|镁|铝|铜|锌|锰|镍|钴|碳|氟|硅|钾|铬|铅|钛|氯|\b(?:Fe|P|S|Na|Ca|Mg|Al|Cu|Zn|Mn|Ni|Co|C|F|Si|K|Cr|Pb|Ti))(?:元素)?含量[\s|:：]*$|\b(?:iron|phosphorus|sulphur|sulfur|sodium|calcium|magnesium|aluminium|copper|zinc|manganese|nickel|cobalt|carbon|fluorine|silicon) content(?: of)?[\s|:]*$/u;
// P 20.5-21 %, Cr ≤ 10 ppm: an element that no attribute of the chain stands for.
const strangerElement =
  /(?:^|[\s,;(（|])(?:P|S|Cr|V|As|Cd|Hg|Sn|Sb|Mo|W|Ti|Zr|B|Sr|Ba|Bi)[\s|:：]*$|(?:^|[^\p{Script=Han}])(?:磷|硫|铬|钒|砷|镉|汞|锡|锑|钼|钛|锆|硼|锶|钡|铋)(?:元素)?(?:含量)?[\s|:：]*$/u;
/** D100, D95, Dmax: a size that no attribute of the chain stands for. */
const otherSize = /(?:^|[^A-Za-z])D(?:v ?)?(?:max|(?!(?:10|50|90)(?!\d))\d{1,3}(?!\d))/i;
const unitCell = /(?:\|\s*(?:wt\.? ?|mass ?)?(?:%|‰|ppm|ppb|mg\/kg|ug\/g|µg\/g)\s*)+\|?\s*$/i;
/** A cell that holds a unit and no name: g/m2, MPa. */
const unitLike = /^[A-Za-zµμ%°℃]{1,5}(?:[/·][A-Za-zµμ]{1,4}[23]?)?[23]?$/;
const nearSum = 60;
/** How far something may be off, with nothing that it is off from: the chain has no attribute of that. */
const tolerance = /^\s*(?:±|\+\/-)/;

/**
 * Which attributes may be offered as what a quantity is: of a sum of elements those that sum up the same ones; and one that no word names
 * only where no goods stand right behind the number, no noun of its own before it, and its size is near what is usual of the subject. [MT121]
 */
export function fitterOf(text: string, { value, span }: Proposed<Unassigned>, subject: string): Fits {
  if (tolerance.test(text.slice(span.start, span.end))) return () => false;
  // In a table the unit has a cell of its own between name and number.
  const about = (value.about ?? "").replace(unitCell, "").replace(/[\s|]+$/, "");
  const all = /\b(?:combined|together|total|sum)\b/i.test(about)
    ? wordsBefore(text, span, /[。;；\n]|\. /, nearSum)
    : about;
  const cell =
    value.unit === "" ? /\|\s*([^|\d\s][^|]{0,9}?)\s*\|?\s*$/.exec(value.about ?? "")?.[1] : undefined;
  const told = elementsOf(all);
  const isSum = told.includes(" ") && summed.test(all);
  const isNamed = ofGoods(text.slice(span.end, span.end + reach)) || ownNoun(about, subject);
  const isRecovered = /回收率|收率|浸出率|\brecover(?:y|ies|ed)\b|\byields?\b/i.test(about);
  const isOfElement = elementContent.test(about);
  if (strangerElement.test(about)) return (attribute, likeness) => likeness > 0 && attribute.id !== "purity";
  const isOtherSize = otherSize.test(about);
  return (attribute, likeness) =>
    (isOtherSize && /^d\d/.test(attribute.id)) ||
    (isOfElement && attribute.id === "purity") ||
    isNoneOf(attribute.id, subject) ||
    (cell !== undefined && unitLike.test(cell) && !convertUnit("1", cell, attribute.unit).ok) ||
    isOfOtherElement(about, attribute)
      ? false
      : isSum && isRecovered
        ? attribute.id === "recovery"
        : isSum
          ? elementsOf(`${attribute.zh} ${attribute.en}`) === told
          : likeness > 0 || !(isNamed || isFar(value, attribute, subject));
}

/**
 * What no attribute of the chain can be, and of a machine, a step or a service what none of its words names: a question has no answer. Nor has
 * what is stated and no limit, and what stands in a further column of a table. [MT132]
 */
export function isOfNoField(
  { op, unit, value, doubt, fills, about = "" }: Unassigned,
  subject: string,
): boolean {
  const type = findConcept(subject)?.type;
  if (fills || value === "" || isAmount({ unit }) || isCount({ unit })) return type === "service";
  if (/^(?:equipment|process|service)$/.test(type ?? "") || /^[|\s]*\|[|\s]*$/.test(about)) return true;
  if ((op === "=" || op === "about") && doubt === undefined) return true;
  return unit !== "" && doubt === undefined && !attributes.some((one) => convertUnit("1", unit, one.unit).ok);
}

/** 10 kg per batch, in 50 g batches: the words right behind say as well what a quantity is. */
export function withWordsBehind({ value, span: { end } }: Proposed<Unassigned>, text: string): Unassigned {
  const behind = /^ ?(?:per )?([a-z]{3,})/i.exec(text.slice(end, end + 24))?.[1] ?? "";
  const single = behind.replace(/(?<=[sx]|ch)es$|s$/i, "");
  return behind === "" ? value : { ...value, about: `${value.about ?? ""} ${behind} ${single}` };
}

/** What was read as a figure and is none of the subject: a question again. */
export function asPiece({ value, span, source }: Proposed<PostingFigure>, about = ""): Proposed<Unassigned> {
  const { op, value: size, high, unit } = value;
  return { span, source, value: { op, value: size, unit, about, ...(high === undefined ? {} : { high }) } };
}

/** Of a second product its amount is asked, or the first piece of it; the rest is answered with that. [MT103] */
export function isFirstOfProduct(
  { value: { product }, span }: Proposed<Unassigned>,
  all: readonly Proposed<Unassigned>[],
): boolean {
  if (product === undefined) return true;
  const own = all.filter(({ value }) => value.product === product);
  const first = own.find(({ value: { unit } }) => isAmount({ unit })) ?? own[0];
  return first?.span.start === span.start;
}
