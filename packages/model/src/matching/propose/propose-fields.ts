import { findConcept, parseUnit } from "../../chain/index.ts";
import type {
  CooperationForm,
  IpStatus,
  MaturityStep,
  PostingFigure,
  PostingKind,
  PostingVolume,
} from "../../posting/index.ts";
import { type Reading, readText } from "../analyze/analyze-text.ts";
import { type Span, sentencesOf, toRawSpan } from "../analyze/normalize-text.ts";
import type { Quantity } from "../quantity/read-quantities.ts";
import { type NamedFigure, nameFigure, type ProductNearness } from "./name-figure.ts";
import {
  findCooperation,
  findIpStatus,
  findKind,
  findMaturity,
  findRegions,
  soundsLikePresentState,
  soundsLikeWish,
} from "./read-intent.ts";

/** A proposed value with the span of the pasted text that it comes from and that text itself. */
export type Proposed<Value> = { readonly value: Value; readonly span: Span; readonly source: string };

export type ProposedConcept = Proposed<string> & { readonly alternatives: readonly string[] };

export type ProposedFields = {
  readonly language: "zh" | "en";
  readonly kind: Proposed<PostingKind> | null;
  /** Concepts in the order of their weight in the text, the primary one first. */
  readonly concepts: readonly ProposedConcept[];
  readonly figures: readonly Proposed<PostingFigure>[];
  readonly volume: Proposed<PostingVolume> | null;
  readonly regions: readonly Proposed<string>[];
  readonly trl: Proposed<number> | null;
  readonly maturity: Proposed<MaturityStep> | null;
  readonly ipStatus: Proposed<IpStatus> | null;
  readonly cooperation: readonly Proposed<CooperationForm>[];
  /** Quantities that were read but fit no attribute for sure: the form asks what they are. */
  readonly unassigned: readonly Proposed<{
    readonly value: string;
    readonly high?: string;
    readonly unit: string;
  }>[];
};

const amountDimensions = new Set(["mass", "mass_rate", "energy", "energy_rate", "mass_lce"]);
const amountAttributes = new Set(["capacity_ta", "capacity_gwh"]);

/**
 * The fields of a posting that a pasted text in Chinese or English suggests, each with the words it comes from. They
 * are proposals to confirm; a quantity that is not understood is listed, never guessed into a field. [MT7]
 * @example proposeFields("求购电池级碳酸锂 8000 吨/年,纯度不低于 99.5 %").figures[0]?.value.attribute // "purity"
 */
export function proposeFields(text: string): ProposedFields {
  const reading = readText(text);
  const normal = reading.normal;
  const propose = <Value>(value: Value, span: Span): Proposed<Value> => {
    const place = toRawSpan(normal, span);
    return { value, span: place, source: text.slice(place.start, place.end) };
  };
  const found = <Value>(hit: (Span & { readonly value: Value }) | null) =>
    hit ? propose(hit.value, hit) : null;
  const sorted = sortQuantities(reading);
  const trl = reading.readiness[0];
  return {
    language: /\p{Script=Han}/u.test(text) ? "zh" : "en",
    kind: found(findKind(normal.text)),
    concepts: rankConcepts(reading).map((mention) => ({
      ...propose(mention.concept, mention),
      alternatives: mention.alternatives,
    })),
    figures: sorted.figures.map(({ figure, quantity }) => propose(figure, quantity)),
    volume: sorted.volume ? propose(volumeOf(sorted.volume, reading), sorted.volume) : null,
    regions: findRegions(normal.text).map((hit) => propose(hit.value, hit)),
    trl: trl ? propose(trl.trl, trl) : null,
    maturity: found(findMaturity(normal.text)),
    ipStatus: found(findIpStatus(normal.text)),
    cooperation: findCooperation(normal.text).map((hit) => propose(hit.value, hit)),
    unassigned: sorted.rest.map((quantity) => propose(plainOf(quantity), quantity)),
  };
}

type Sorted = {
  readonly figures: readonly { readonly figure: PostingFigure; readonly quantity: Quantity }[];
  readonly volume: Quantity | null;
  readonly rest: readonly Quantity[];
};

/** Each quantity is the volume (the first amount), a figure, or left over. */
function sortQuantities(reading: Reading): Sorted {
  const { text } = reading.normal;
  const sentences = sentencesOf(text);
  const products = reading.mentions.filter((mention) => findConcept(mention.concept)?.type === "product");
  const figures: { figure: PostingFigure; quantity: Quantity }[] = [];
  const rest: Quantity[] = [];
  let volume: Quantity | null = null;
  for (const [index, quantity] of reading.quantities.entries()) {
    const room = roomOf(
      quantity,
      reading.quantities[index - 1],
      reading.quantities[index + 1],
      sentences,
      text.length,
    );
    const name = nameFigure(text, quantity, room, nearnessOf(quantity, products));
    const clause = clauseOf(text, quantity, room);
    const isPresent = soundsLikePresentState(text.slice(clause.start, quantity.core.start));
    if (isPresent && quantity.unit !== null) rest.push(quantity);
    else if (!volume && isAmount(quantity) && (!name || amountAttributes.has(name.attribute)))
      volume = quantity;
    else if (name) figures.push({ figure: figureOf(text, quantity, name, clause), quantity });
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
  const dimension = quantity.unit === null ? undefined : parseUnit(quantity.unit)?.dimension;
  return dimension !== undefined && amountDimensions.has(dimension);
}

function figureOf(text: string, quantity: Quantity, name: NamedFigure, clause: Span): PostingFigure {
  const isWish = quantity.op === "about" || soundsLikeWish(text.slice(clause.start, clause.end));
  const { op, value, high } = quantity;
  const bounds = high === undefined ? { value } : { value, high };
  return { attribute: name.attribute, op, ...bounds, unit: name.unit, hard: !isWish };
}

/** The part between two commas that a quantity stands in. */
function clauseOf(text: string, quantity: Quantity, room: Span): Span {
  const left = text.slice(room.start, quantity.core.start);
  const right = text.slice(quantity.core.end, room.end);
  const cut = right.search(/[,，、；;]/);
  return {
    start: room.start + left.search(/[^,，、；;]*$/),
    end: cut < 0 ? room.end : quantity.core.end + cut,
  };
}

function volumeOf(quantity: Quantity, reading: Reading): PostingVolume {
  const { from, to } = reading.window ?? {};
  return {
    amount: quantity.high ?? quantity.value,
    unit: quantity.unit ?? "",
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
}

function plainOf(quantity: Quantity): { value: string; high?: string; unit: string } {
  const { value, high, unit } = quantity;
  return { value, unit: unit ?? "", ...(high === undefined ? {} : { high }) };
}

/** Concepts that are wanted, not excluded: early and often named ones first. */
function rankConcepts(reading: Reading) {
  const wanted = reading.mentions.filter((mention) => !mention.negated);
  const weightOf = (concept: string) =>
    wanted.reduce(
      (sum, mention) => sum + (mention.concept === concept ? 1 / (1 + mention.start / 60) : 0),
      0,
    );
  const first = wanted.filter(
    (mention, index) => wanted.findIndex(({ concept }) => concept === mention.concept) === index,
  );
  return first.sort((a, b) => weightOf(b.concept) - weightOf(a.concept) || a.start - b.start);
}
