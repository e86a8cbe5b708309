import type { Quantity } from "@lilink/engine/quantity";
import type { Span } from "@lilink/engine/text";
import { attributes, convertUnit } from "../../chain/index.ts";
import { type Head, headsBetween } from "./find-heads.ts";
import { type Cue, cues, type NamedThing, type Typical, typical } from "./head-table.ts";
import { isDoneWithin, isOtherSpan } from "./hear-span.ts";
import { isContent, isWhole } from "./tell-content.ts";
import { dimensionOf, isBetween, isPlausible, unitFor } from "./unit-for.ts";

/** The attribute that a quantity is about and the unit in which it then stands. `by`: its word, the thing it stands at, the only thing that the text is about, or its unit. */
export type NamedFigure = {
  readonly attribute: string;
  readonly unit: string;
  readonly by: "word" | "thing" | "topic" | "unit";
  /** The words between its noun and the figure, where a noun names it. */
  readonly gap?: string;
};

/** `lost`: a nearer noun is none of the chain's, so nothing else may name the figure. */
export type Naming = { readonly name: NamedFigure | null; readonly lost: boolean };

/** A quantity among its own words: up to its neighbours and the end of its sentence, and behind it no further than a comma. */
export type Place = {
  readonly text: string;
  readonly heads: readonly Head[];
  readonly left: Span;
  readonly right: Span;
  /** Where the next figure begins: a noun right before that is its own. */
  readonly next: number;
};

// 电解液回收:碳酸酯混合溶剂EC 28 % is of the solvent.
const headed = /[:：][^\d]*[\p{Script=Han}A-Za-z]{3}/u;
const apart = /[,，、；;(（]/;
// 100 ppm of copper: what the figure is of.
const ofBehind = /^ ?of (?:the )?$/i;
// Words that join a noun and its figure are no distance between them.
const links =
  /\b(?:is|are|was|be|been|of|at|a|an|the|with|should|shall|must|may|not|no|to|exceed(?:ing)?|itself|remains?|stays?|lies|sits|stands|comes?|came|kept|held|guaranteed|typ|typical(?:ly)?|specified|required|requested|asked|reach(?:es|ing)?|over|above|below|under|than|more|less|around|about|approx(?:imately)?|roughly|some|ca|nominal(?:ly)?|average|only|now|currently|measured|value|level)\b|偏[高低]|[自从]?(?:合同|订单|协议)?(?:签订|签署|签约|生效|下单|下达|中标)(?:之?日起?|之?后)+|大约|大概|左右|供应|出售|规格|型号|[应须需得不要请控制在为是达到约保能算按有仅才只均]/gi;

/** Whether nothing but words that join stand between a noun and its figure. */
export function linksOnly(gap: string): boolean {
  return /^[\s:：(（的,，]*$/.test(gap.replaceAll(links, "").replace(/^ ?(?:主?含量|content|assay) ?/i, ""));
}

const costs = { comma: 12, right: 4, of: 4, heading: 30, otherUnit: 5, most: 34, mostOther: 16, mostBare: 9 };
const reach = { left: 90, right: 26, near: 30, bare: 3 };
const habitual = new Set([
  "time",
  "mass",
  "concentration",
  "ratio",
  "flow",
  "current_density",
  "electron_energy",
]);
// 产品Na≤20ppm of a crystalliser: what comes out of it is goods.
const productWord = /产品|成品|\bproduct\b/i;
const endBehind = /[,，、；;]|\b(?:and|or|but|while|whereas|though|with)\b|[和及与](?=\p{Script=Han})/u;

/** The words of a quantity in its room: between its neighbours, cut at a comma behind it. */
export function placeOf(text: string, heads: readonly Head[], { core }: Quantity, room: Span): Place {
  const end = Math.min(room.end, core.end + reach.right);
  const cut = text.slice(core.end, end).search(endBehind);
  return {
    text,
    heads,
    left: { start: Math.max(room.start, core.start - reach.left), end: core.start },
    right: { start: core.end, end: cut < 0 ? end : core.end + cut },
    next: room.end,
  };
}

// Of which dimensions a figure is that a noun of each kind may take; a bare number is of any.
const scopes: Readonly<Record<string, RegExp>> = {
  sum: /fraction|concentration/,
  share: /fraction|points/,
  error: /fraction/,
  fee: /^price|^money/,
  stream: /^throughput|^flow|^temperature|^mass/,
  electric: /^energy|^power/,
  mechanic: /^length|^density|^areal|^viscosity|^pressure|fraction/,
  use: /^temperature/,
  substance: /fraction|concentration|^density/,
  rate: /^specific_capacity|fraction/,
};

/**
 * The attribute that a quantity is a figure of: that of the head noun nearest to it, where dimension and size agree. A nearer noun of another kind (a sum, a
 * fee, another element) leaves it without a name. Without a noun: the attribute of the thing right beside it, or the only one of that dimension. [MT7] [MT55]
 * @param things the products that the text is about
 */
export function bindFigure(quantity: Quantity, place: Place, things: readonly NamedThing[]): Naming {
  const isThing = things.some(({ isBeside }) => isBeside);
  const { best, past, other } = bidsFor(quantity, place, things, isThing);
  if (best.name?.attribute !== "purity" && isWhole(quantity, place.text))
    return { name: { attribute: "purity", unit: "mass %", by: "word" }, lost: false };
  if (other < costs.mostOther && other < best.cost) return { name: null, lost: true };
  // 含铁别超2: iron is named, and so nothing further off is.
  if (past < costs.mostOther && past < best.cost && !isThing) return { name: null, lost: true };
  const goods = things.filter(({ isProduct }) => isProduct);
  const name =
    best.name ??
    nameBareShare(quantity, things) ??
    nameByThing(quantity, goods) ??
    nameNearWhole(quantity, goods) ??
    (quantity.unit === null ? null : nameByUnit(quantity, place));
  if (name === null) return { name, lost: false };
  const left = place.text.slice(place.left.start, place.left.end);
  const isLikely = isPlausible(quantity, name, things) && mayBeOf(name, productWord.test(left) ? [] : things);
  return { name: isLikely ? name : null, lost: !isLikely };
}

/** `cost`: how far its word is; `weight`: also how little the unit is the attribute's own. */
type Bid = { readonly name: NamedFigure | null; readonly cost: number; readonly weight: number };

/** The nearest attribute; how near one is that such an amount is too much for; and how near a noun is that no attribute stands for. */
function bidsFor(quantity: Quantity, place: Place, things: readonly NamedThing[], isThing: boolean) {
  const { text, heads, left, right } = place;
  const dimension = quantity.unit === null ? undefined : (dimensionOf(quantity.unit) ?? "");
  const noDelivery =
    (dimension === "time" || dimension === "calendar") &&
    isOtherSpan(text.slice(left.start, left.end), text.slice(right.start, right.end));
  let best: Bid = {
    name: null,
    cost: Infinity,
    weight: quantity.unit === null ? costs.mostBare : costs.most,
  };
  let [past, other] = [Infinity, Infinity];
  const bid = (head: Head, cost: number, isNear: boolean, gap = "") => {
    if (head.of !== undefined) {
      const isOutside = dimension !== undefined && !(scopes[head.of]?.test(dimension) ?? true);
      if (isNear && !isOutside && !(isThing && head.of === "substance")) other = Math.min(other, cost);
      return;
    }
    const { attribute, most, dimension: only, of } = head.cue;
    if (only !== undefined && only !== dimension) return;
    if (of !== undefined && !isContent(quantity, of, place, things)) return;
    const isBarred = noDelivery && attribute.id === "lead_time";
    const unit = isBarred || cost >= best.weight + costs.comma ? null : unitFor(quantity, attribute, things);
    if (unit === null) return;
    if (isPast(quantity, most)) {
      past = Math.min(past, cost);
      return;
    }
    const weight = cost + (unit === attribute.unit ? 0 : costs.otherUnit);
    if (weight < best.weight)
      best = { name: { attribute: attribute.id, unit, by: "word", gap }, cost, weight };
  };
  for (const head of headsBetween(heads, left.start, left.end)) {
    const gap = text.slice(head.end, left.end);
    if (isLastOnes(text, head, left.start, gap)) continue;
    bid(head, weigh(gap, head), left.end - head.start <= reach.near, gap);
  }
  for (const head of headsBetween(heads, left.end, right.start)) if (head.cue) bid(head, 0, true);
  // A bare number is of what stands right before it, or at once behind: 353容量.
  const last = quantity.unit === null ? Math.min(right.end, right.start + reach.bare + 8) : right.end;
  for (const head of headsBetween(heads, right.start, last)) {
    const gap = text.slice(right.start, head.start);
    if (quantity.unit === null && gap.replace(/^的?[低高]?/, "").length > 1) continue;
    if (/\S/.test(gap) && head.end > left.end && isNextOnes(place, head)) continue;
    bid(head, weigh(gap, head) + (ofBehind.test(gap) ? -costs.of : costs.right), true, gap);
  }
  return { best, past, other };
}

/** 300公斤起,不超5吨: a word that touches the figure before it and ends its clause is of that one. */
function isLastOnes(text: string, { start }: Head, from: number, gap: string): boolean {
  return start === from && /[\dA-Za-z\p{Script=Han}]/u.test(text.charAt(start - 1)) && /^[,，;；]/.test(gap);
}

function isNextOnes({ text, next }: Place, head: Span): boolean {
  return /[\d一二两三四五六七八九十]/.test(text.charAt(next)) && linksOnly(text.slice(head.end, next));
}

function weigh(text: string, { start, end }: Span): number {
  // What a closed bracket says between a noun and its figure is no distance.
  const gap = text.replace(/[(（][^()（）]*[)）]/, "");
  return (
    gap.replaceAll(links, "").trim().length +
    (apart.test(gap) ? costs.comma : 0) +
    (headed.test(gap) ? costs.heading : 0) -
    (end - start) / 4
  );
}

/** Whether an amount is a part of the goods rather than what soils them: Ni 60 % is no impurity. [MT54] */
function isPast(
  { value, high, unit }: Pick<Quantity, "value" | "high"> & { readonly unit: string | null },
  most: Cue["most"],
): boolean {
  const share = most === undefined ? undefined : convertUnit(high ?? value, unit ?? "", "%");
  return share?.ok === true && share.value.gt(most ?? 0);
}

/** Whether any of the things named can have the attribute: a membrane has no sodium, and slag no grade. */
export function mayBeOf({ attribute }: NamedFigure, things: readonly NamedThing[]): boolean {
  const { only, always, ofGoods, notOf } = typical.get(attribute) ?? {};
  const goods = things.filter(({ isProduct }) => isProduct);
  if (notOf !== undefined && goods.length > 0 && goods.every(({ id }) => new RegExp(notOf).test(id)))
    return false;
  // A step that the goods went through is not what the text is about.
  if (ofGoods && goods.length === 0 && things.some(({ isAside }) => !isAside)) return false;
  if (only === undefined || (things.length === 0 && !always)) return true;
  const kind = new RegExp(only);
  return things.some(({ id, stage }) => kind.test(id) || kind.test(stage));
}

/** Whether a figure may be of the attribute of another, by its size alone. */
export function isOfSize(
  quantity: Pick<Quantity, "value" | "high"> & { readonly unit: string | null },
  name: Pick<NamedFigure, "attribute" | "unit"> | undefined,
): boolean {
  if (!name) return false;
  const most = cues.find(({ attribute }) => attribute.id === name.attribute)?.most;
  return !isPast(quantity, most) && isPlausible(quantity, name);
}

/** What is said of a thing without a word: 99.5 % of a salt is its purity, 9 µm of a foil its thickness. */
function nameByThing(quantity: Quantity, things: readonly NamedThing[]): NamedFigure | null {
  for (const usual of typical.values()) {
    const attribute = attributes.find(({ id }) => id === usual.attribute);
    const unit = attribute && usual.things !== undefined ? unitFor(quantity, attribute) : null;
    const by = unit === null ? null : thingOf(quantity, usual, things);
    if (unit !== null && by !== null) return { attribute: usual.attribute, unit, by };
  }
  return null;
}

function thingOf(
  { value, unit }: Quantity,
  usual: Typical,
  things: readonly NamedThing[],
): "thing" | "topic" | null {
  const kind = new RegExp(usual.things ?? "$^");
  const own = things.filter(({ id, stage }) => kind.test(stage) || kind.test(id));
  const size = Number(value);
  if (unit === "ppm" || unit === "ppb" || size > (usual.to ?? usual.most ?? Infinity)) return null;
  if (isBetween(size, ...(usual.never ?? [1, 0]))) return null;
  // Graphite, 2016: a bare number like a year is one.
  if (unit === null && isBetween(size, 1990, 2040)) return null;
  if (size >= (usual.beside ?? Infinity) && own.some(({ isBeside }) => isBeside)) return "thing";
  const isTopic = size >= (usual.named ?? Infinity) && own.some(({ isAside }) => !isAside) && unit !== "mm";
  return isTopic ? "topic" : null;
}

/** 99.5 min without a noun is the purity of a salt, 56.5 min that of a hydroxide. */
function nameBareShare(
  { unit, op, value, doubt }: Quantity,
  things: readonly NamedThing[],
): NamedFigure | null {
  const isHydroxide = things.some(({ id, isAside }) => id.startsWith("lioh") && !isAside);
  // 55 % min of a hydroxide, which is counted as LiOH.
  if (
    isHydroxide &&
    (unit === "%" || unit === "mass %" || (unit === null && op === "=" && value.includes("."))) &&
    isBetween(Number(value), 54, 57.5)
  )
    return { attribute: "purity", unit: "mass %", by: "topic" };
  if (unit !== null || op !== ">=" || doubt !== "unit_missing") return null;
  const isSalt = things.every(({ stage }) => /^sme\.|^mat\.(?:ele|sse)|^svc|^rec\.met/.test(stage));
  const isPurity =
    (isSalt && isBetween(Number(value), 98, 99.9999)) || (isHydroxide && isBetween(Number(value), 55, 57.5));
  return isPurity ? { attribute: "purity", unit: "mass %", by: "topic" } : null;
}

const pure =
  /^sme\.(?:salt|deep)|^mat\.(?:ele|sse|pre)|^rec\.met|^(?:natural|artificial)-graphite$|^(?:sodium-sulfate|potash)$/;

/** Spherical graphite 99.95: nothing else of goods is so near to a hundred. */
function nameNearWhole({ unit, op, value }: Quantity, goods: readonly NamedThing[]): NamedFigure | null {
  const isNear = unit === null && (op === "=" || op === ">=") && isBetween(Number(value), 98.4, 99.9999);
  const isOfGoods = goods.some(({ id, stage, isAside }) => !isAside && (pure.test(stage) || pure.test(id)));
  return isNear && isOfGoods ? { attribute: "purity", unit: "mass %", by: "topic" } : null;
}

/** A unit that only one attribute has names it, where nothing else stands before the figure. */
function nameByUnit(quantity: Quantity, { text, left, right }: Place): NamedFigure | null {
  const unit = quantity.unit ?? "";
  if (isDoneWithin(text, quantity, left, right)) return { attribute: "lead_time", unit, by: "unit" };
  if (unit === "ppb") return { attribute: "magnetic", unit, by: "unit" };
  if (unit === "% Li2O") return { attribute: "li2o_grade", unit, by: "unit" };
  const dimension = dimensionOf(unit);
  if (dimension?.startsWith("carbon_")) return { attribute: "carbon_footprint", unit, by: "unit" };
  const only = attributes.filter((attribute) => dimensionOf(attribute.unit) === dimension);
  const [attribute] = only;
  const isTold = dimension !== undefined && !habitual.has(dimension);
  return attribute && only.length === 1 && isTold ? { attribute: attribute.id, unit, by: "unit" } : null;
}
