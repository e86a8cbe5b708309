import type { Quantity, QuantityDoubt } from "@lilink/engine/quantity";
import { type OpenTime, readDates, type Window } from "@lilink/engine/quantity";
import { type Span, toRawSpan } from "@lilink/engine/text";
import type {
  CooperationForm,
  IpStatus,
  MaturityStep,
  PostingFigure,
  PostingKind,
  PostingVolume,
} from "../../posting/index.ts";
import { type Reading, readText } from "../analyze/analyze-text.ts";
import type { Mention } from "../analyze/find-mentions.ts";
import { RoleFinder } from "./find-role.ts";
import {
  findCooperation,
  findIpStatus,
  findKind,
  findMaturity,
  findRegions,
  findTurn,
} from "./read-intent.ts";
import { sortQuantities, volumeOf } from "./sort-quantities.ts";

/** A proposed value with the span of the pasted text that it comes from and that text itself. */
export type Proposed<Value> = { readonly value: Value; readonly span: Span; readonly source: string };

/** `describes`: only ever named to describe what follows it, as 盐湖卤水 in 盐湖卤水提锂吸附剂. */
export type ProposedConcept = Proposed<string> & {
  readonly alternatives: readonly string[];
  readonly describes: boolean;
  /** Named beside the subject everywhere: the writer's own, what goes in, what comes out beside it. */
  readonly aside: boolean;
};

export type Unassigned = {
  readonly value: string;
  readonly high?: string;
  readonly unit: string;
  readonly doubt?: Doubt;
  /** The words right before it in its clause, as Fe in Fe≤5ppm: what it may be about. */
  readonly about?: string;
};

export type ProposedFields = {
  readonly language: "zh" | "en";
  readonly kind: Proposed<PostingKind> | null;
  /** Concepts in the order of their weight in the text, the primary one first. */
  readonly concepts: readonly ProposedConcept[];
  readonly figures: readonly Proposed<PostingFigure>[];
  readonly volume: Proposed<PostingVolume> | null;
  /** When it is delivered or open, as ISO days. */
  readonly window: Proposed<{ readonly from?: string; readonly to?: string }> | null;
  readonly regions: readonly Proposed<string>[];
  readonly trl: Proposed<number> | null;
  readonly maturity: Proposed<MaturityStep> | null;
  readonly ipStatus: Proposed<IpStatus> | null;
  readonly cooperation: readonly Proposed<CooperationForm>[];
  /** Quantities and times that fit no field for sure: the form asks what they are. `doubt`: why the reading is open. */
  readonly unassigned: readonly Proposed<Unassigned>[];
};

/** Why a quantity or a time was not taken: it fits no attribute, or its reading is doubted. [MT40] [MT41] */
export type Doubt = QuantityDoubt | OpenTime["doubt"];

/**
 * The fields of a posting that a pasted text in Chinese or English suggests, each with the words it comes from. They
 * are proposals to confirm; a quantity that is not understood is listed, never guessed into a field. [MT7]
 * @param today an ISO day: a time that was over before it is no time to deliver in
 * @param kind what the posting is, where that is known; else it is read from the text
 * @example proposeFields("求购电池级碳酸锂 8000 吨/年,纯度不低于 99.5 %").figures[0]?.value.attribute // "purity"
 */
export function proposeFields(text: string, today?: string, kind?: PostingKind): ProposedFields {
  const reading = readText(text, today);
  const normal = reading.normal;
  const propose = <Value>(value: Value, span: Span): Proposed<Value> => {
    const place = toRawSpan(normal, span);
    return { value, span: place, source: text.slice(place.start, place.end) };
  };
  const found = <Value>(hit: (Span & { readonly value: Value }) | null) =>
    hit ? propose(hit.value, hit) : null;
  const foundKind = findKind(normal.text);
  const offers = (kind ?? foundKind?.value) === "capability";
  const roles = new RoleFinder(normal.text, offers);
  const sorted = sortQuantities(reading, offers, roles);
  const { open } = readDates(normal.text, today);
  const trl = reading.readiness[0];
  return {
    language: /\p{Script=Han}/u.test(text) ? "zh" : "en",
    kind: found(foundKind),
    concepts: rankConcepts(reading, roles).map((mention) => ({
      ...propose(mention.concept, mention),
      alternatives: mention.alternatives,
      describes: mention.describes,
      aside: mention.aside,
    })),
    figures: sorted.figures.map(({ figure, quantity }) => propose(figure, quantity)),
    volume: sorted.volume ? propose(volumeOf(sorted.volume, reading), sorted.volume) : null,
    window: reading.window ? propose(daysOf(reading.window), reading.window) : null,
    regions: findRegions(normal.text).map((hit) => propose(hit.value, hit)),
    trl: trl ? propose(trl.trl, trl) : null,
    maturity: found(findMaturity(normal.text)),
    ipStatus: found(findIpStatus(normal.text)),
    cooperation: findCooperation(normal.text).map((hit) => propose(hit.value, hit)),
    unassigned: [
      ...sorted.rest
        .filter(({ core }) => !open.some((time) => time.start <= core.start && core.end <= time.end))
        .map((quantity) => propose(plainOf(quantity, aboutOf(reading, quantity)), quantity)),
      ...open.map((time) => propose({ value: "", unit: "", doubt: time.doubt }, time)),
    ],
  };
}

function daysOf({ from, to }: Window) {
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

const mostAbout = 24;

/** What stands between a quantity and the comma or the quantity before it, cut at a word. */
function aboutOf({ normal, quantities }: Reading, { start }: Quantity): string {
  const floor = Math.max(0, ...quantities.map(({ end }) => end).filter((end) => end <= start));
  const words = /[^,，、。;；\n]*$/.exec(normal.text.slice(floor, start))?.[0].trim() ?? "";
  return words.length <= mostAbout
    ? words
    : words
        .slice(-mostAbout)
        .replace(/^[A-Za-z]+\s/, "")
        .trim();
}

function plainOf({ value, high, unit, doubt }: Quantity, about: string): Unassigned {
  return {
    value,
    unit: unit ?? "",
    ...(high === undefined ? {} : { high }),
    ...(doubt === undefined ? {} : { doubt }),
    ...(about === "" ? {} : { about }),
  };
}

/** 盐湖卤水提锂吸附剂 is a sorbent: of names that follow one another in Chinese the last is the head, the others describe it. */
function headshipOf(mention: Mention, wanted: readonly Mention[], { normal }: Reading): number {
  const next = wanted.find(({ start }) => start >= mention.end);
  const isDescriptive =
    next !== undefined && /^\p{Script=Han}{0,3}$/u.test(normal.text.slice(mention.end, next.start));
  const isHan = next !== undefined && /\p{Script=Han}$/u.test(normal.text.slice(mention.start, next.end));
  return isDescriptive && isHan && !/[和与及或]/.test(normal.text.slice(mention.end, next.start)) ? 0.4 : 1;
}

/** VC 2 %, 1.2 M LiPF6: what a mixture holds a small share of. */
function isIngredient({ normal, quantities }: Reading, { start, end }: Mention): boolean {
  if (/\d ?(?:M|mol\/L|wt ?%) ?$/.test(normal.text.slice(Math.max(0, start - 12), start))) return true;
  return quantities.some(
    (quantity) =>
      quantity.start >= end &&
      quantity.start - end <= 1 &&
      /^(?:mass )?%$/.test(quantity.unit ?? "") &&
      Number(quantity.high ?? quantity.value) < 50,
  );
}

/** A thing that a sentence wants by one of its names and refuses by another is asked: 粘结剂:PAA,PVDF不卖. */
function isRefusedBeside({ mentions, normal }: Reading, concept: string): boolean {
  const own = mentions.filter((mention) => mention.concept === concept);
  const [first] = own;
  const refused = own.find(({ negated }) => negated);
  return (
    first !== undefined &&
    refused !== undefined &&
    !/[。\n]|\. /.test(normal.text.slice(first.end, refused.start))
  );
}

/** Concepts that are wanted, not excluded: early and often named ones first. */
function rankConcepts(reading: Reading, roles: RoleFinder) {
  const wanted = reading.mentions.filter((mention) => !mention.negated);
  const beside = new Set(
    wanted.filter((mention) => roles.isAside(mention) || isIngredient(reading, mention)),
  );
  // What is told before the wish is the writer's own, where the wish names something else.
  const turn = findTurn(reading.normal.text);
  const title = reading.normal.text.indexOf("\n");
  const isTurned = wanted.some(({ start }) => start >= turn);
  const isBeforeTurn = (concept: string) =>
    isTurned &&
    wanted.every((mention) => mention.concept !== concept || (mention.end <= turn && mention.start > title));
  const isAside = (concept: string) =>
    isRefusedBeside(reading, concept) ||
    isBeforeTurn(concept) ||
    wanted.every((mention) => mention.concept !== concept || beside.has(mention));
  const weightOf = (concept: string) =>
    wanted.reduce(
      (sum, mention) =>
        sum +
        (mention.concept === concept && !beside.has(mention)
          ? headshipOf(mention, wanted, reading) / (1 + mention.start / 60)
          : 0),
      0,
    );
  const first = wanted.filter(
    (mention, index) => wanted.findIndex(({ concept }) => concept === mention.concept) === index,
  );
  const describes = (concept: string) =>
    wanted.every((mention) => mention.concept !== concept || headshipOf(mention, wanted, reading) < 1);
  return first
    .sort((a, b) => weightOf(b.concept) - weightOf(a.concept) || a.start - b.start)
    .map((mention) => ({
      ...mention,
      describes: describes(mention.concept),
      aside: isAside(mention.concept),
    }));
}
