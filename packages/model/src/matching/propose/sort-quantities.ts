import type { Quantity } from "@lilink/engine/quantity";
import { type Span, sentencesOf } from "@lilink/engine/text";
import { findAttribute, findConcept } from "../../chain/index.ts";
import type { PostingFigure, PostingVolume } from "../../posting/index.ts";
import type { Reading } from "../analyze/analyze-text.ts";
import { dimensionOf } from "../quantity/chain-units.ts";
import { type NamedFigure, nameFigure, type ProductNearness } from "./name-figure.ts";
import { soundsLikePresentState, soundsLikeWish } from "./read-intent.ts";

const amountDimensions = new Set([
  "mass",
  "mass_rate",
  "mass_lce",
  "mass_lce_rate",
  "mass_daily",
  "energy",
  "energy_rate",
  "area",
  "area_rate",
  "pieces_rate",
]);
const amountAttributes = new Set(["capacity_ta", "capacity_gwh"]);

export type SortedQuantities = {
  readonly figures: readonly { readonly figure: PostingFigure; readonly quantity: Quantity }[];
  readonly volume: Quantity | null;
  readonly rest: readonly Quantity[];
};

/**
 * Each quantity is the volume (the first amount), a figure, or left over; what is doubted or left behind is left over.
 * @param offers whether the text is of a capability: its target price is no ceiling
 */
export function sortQuantities(reading: Reading, offers = false): SortedQuantities {
  const { text } = reading.normal;
  const sentences = sentencesOf(text);
  const products = reading.mentions.filter((mention) => findConcept(mention.concept)?.type === "product");
  const figures: { figure: PostingFigure; quantity: Quantity }[] = [];
  const rest: Quantity[] = [];
  let volume: Quantity | null = null;
  // What is said of the present state names what is then asked for: 82 % are recovered; at least 92 % are wanted.
  let present: { readonly name: NamedFigure; readonly unit: string | null } | undefined;
  for (const [index, quantity] of reading.quantities.entries()) {
    const room = roomOf(
      quantity,
      previousOf(reading.quantities, index),
      reading.quantities[index + 1],
      sentences,
      text.length,
    );
    const own = nameFigure(text, quantity, room, nearnessOf(quantity, products));
    const name = own ?? (present?.unit === quantity.unit ? present.name : null);
    const clause = clauseOf(text, quantity, room);
    const isPresent =
      quantity.baseline === true || soundsLikePresentState(text.slice(clause.start, quantity.core.start));
    const isSure = quantity.doubt === undefined || (quantity.doubt === "direction" && isDirected(name));
    if (isPresent && own) present = { name: own, unit: quantity.unit };
    if (!isSure || (isPresent && quantity.unit !== null)) rest.push(quantity);
    else if (!volume && isAmount(quantity) && (!name || amountAttributes.has(name.attribute)))
      volume = quantity;
    else if (name) figures.push({ figure: figureOf(text, quantity, name, clause, offers), quantity });
    else if (quantity.unit !== null) rest.push(quantity);
  }
  return { figures, volume, rest };
}

/** A share right behind the name of a product is its purity, whatever its size; elsewhere only one above 90 %. */
function nearnessOf(quantity: Quantity, products: readonly Span[]): ProductNearness {
  if (products.some(({ end }) => end <= quantity.start && quantity.start - end <= 2)) return "beside";
  return products.length > 0 ? "named" : "none";
}

function roomOf(
  quantity: Quantity,
  before: Quantity | undefined,
  after: Quantity | undefined,
  sentences: readonly Span[],
  length: number,
): Span {
  const sentence = sentences.find(
    (span) => span.start <= quantity.core.start && quantity.core.start < span.end,
  );
  return {
    start: Math.max(sentence?.start ?? 0, before?.core.end ?? 0),
    end: Math.min(sentence?.end ?? length, after?.start ?? length),
  };
}

function isAmount(quantity: Quantity): boolean {
  return amountDimensions.has(dimensionOf(quantity));
}

// What a buyer would pay: a price of at most so much, whatever sign is left out.
const ceilingPrice =
  /目标|限价|控制价|心理价|接受|预算|封顶|最高|target|ceiling|budget|cap\b|maximum|willing to pay|afford|accept/i;

function figureOf(
  text: string,
  quantity: Quantity,
  name: NamedFigure,
  clause: Span,
  offers: boolean,
): PostingFigure {
  const words = text.slice(clause.start, clause.end);
  const isWish = quantity.op === "about" || soundsLikeWish(words);
  const { op, value, high } = directed(quantity, name);
  const isCeiling = name.attribute === "price" && op === "=" && !offers && ceilingPrice.test(words);
  const bounds = high === undefined ? { value } : { value, high };
  return { attribute: name.attribute, op: isCeiling ? "<=" : op, ...bounds, unit: name.unit, hard: !isWish };
}

/** The quantity before this one; what a change starts from leaves its words to what the change leads to. */
function previousOf(quantities: readonly Quantity[], index: number): Quantity | undefined {
  const previous = quantities[index - 1];
  return previous?.baseline ? quantities[index - 2] : previous;
}

function isDirected(name: NamedFigure | null): boolean {
  return name !== null && typeof findAttribute(name.attribute)?.higherIsBetter === "boolean";
}

/** "or better" goes the way of its attribute; a deviation of ±2 is one of at most 2. */
function directed(quantity: Quantity, name: NamedFigure): Pick<Quantity, "op" | "value" | "high"> {
  const { op, value, high } = quantity;
  const better = findAttribute(name.attribute)?.higherIsBetter;
  if (quantity.better && typeof better === "boolean") return { op: better ? ">=" : "<=", value };
  if (better === false && high !== undefined && value === `-${high}`) return { op: "<=", value: high };
  return { op, value, high };
}

/** The part between two commas that a quantity stands in. */
function clauseOf(text: string, quantity: Quantity, room: Span): Span {
  const left = text.slice(room.start, quantity.core.start);
  const right = text.slice(quantity.core.end, room.end);
  const cut = right.search(/[,，、；;]/);
  return {
    start: room.start + Math.max(...[..."，,、；;"].map((mark) => left.lastIndexOf(mark))) + 1,
    end: cut < 0 ? room.end : quantity.core.end + cut,
  };
}

export function volumeOf(quantity: Quantity, reading: Reading): PostingVolume {
  const { from, to } = reading.window ?? {};
  return {
    amount: quantity.high ?? quantity.value,
    unit: quantity.unit ?? "",
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
}
