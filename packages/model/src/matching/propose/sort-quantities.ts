import type { Quantity } from "@lilink/engine/quantity";
import { type Span, sentencesOf } from "@lilink/engine/text";
import { findAttribute, findConcept } from "../../chain/index.ts";
import type { PostingFigure, PostingVolume } from "../../posting/index.ts";
import type { Reading } from "../analyze/analyze-text.ts";
import { settleTables } from "../quantity/read-table.ts";
import { type Role, RoleFinder } from "./find-role.ts";
import { isOfSize, type NamedFigure, type NamedThing, nameFigure, surroundingsOf } from "./name-figure.ts";
import {
  findTurn,
  soundsLikeGoal,
  soundsLikeMachine,
  soundsLikePresentState,
  soundsLikeWish,
} from "./read-intent.ts";
import { isAmount, isOfGoods } from "./tell-volume.ts";

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
export function sortQuantities(
  reading: Reading,
  offers = false,
  roles = new RoleFinder(reading.normal.text, offers),
): SortedQuantities {
  const { text } = reading.normal;
  const sentences = sentencesOf(text);
  const figures: { figure: PostingFigure; quantity: Quantity }[] = [];
  const rest: Quantity[] = [];
  let volume: Quantity | null = null;
  // What is said of another names what is then asked for: 82 % are recovered; at least 92 % are wanted.
  let told: Told | undefined;
  const quantities = settleTables(text, reading.quantities);
  const isOfMachine = soundsLikeMachine(text);
  const turn = offers ? 0 : findTurn(text);
  const title = text.indexOf("\n");
  for (const [index, read] of quantities.entries()) {
    const quantity = asLeast(text, read);
    const sentence = sentenceOf(sentences, quantity, text.length);
    const room = roomOf(previousOf(quantities, index), quantities[index + 1], sentence);
    const around = surroundingsOf(text, quantity, room);
    const things = thingsBy(reading, quantity, isOfMachine);
    const { name: own, lost } = nameFigure(quantity, around, things);
    const clause = clauseOf(text, quantity, room);
    const isSame =
      !own &&
      !lost &&
      followsOn(quantity, told, text.slice(clause.start, clause.end)) &&
      isOfSize(quantity, told?.name);
    const name = own ?? (isSame ? (told?.name ?? null) : null);
    // What a wish goes on from was no wish.
    const last = figures.at(-1);
    if (isSame && last && last.figure.attribute === told?.name.attribute && told.at === last.quantity) {
      figures.pop();
      rest.push(last.quantity);
    }
    const isOther =
      quantity.baseline === true ||
      (quantity.op === "=" && quantity.core.end < turn && quantity.core.start > title) ||
      soundsLikePresentState(text.slice(clause.start, quantity.core.start)) ||
      isOfAnother(roles.roleOf(quantity, sentence), name);
    const isSure =
      (quantity.doubt === undefined || isSettled(quantity, name)) &&
      !isCondition(text, quantity, quantities[index + 1]) &&
      !isEndOfLife(text, quantities[index - 1], quantity);
    if (own && (isOther || quantity.op === "=" || quantity.op === "about"))
      told = { name: own, unit: quantity.unit, at: quantity };
    if (!isSure || (isOther && quantity.unit !== null)) rest.push(quantity);
    else if (isAmount(quantity) && (!name || amountAttributes.has(name.attribute))) {
      if (!volume && isOfGoods(quantity, around, things)) volume = quantity;
      else if (name && !isOther && offers)
        figures.push({ figure: figureOf(text, quantity, name, clause, offers), quantity });
      else rest.push(quantity);
    } else if (name && !isOther)
      figures.push({ figure: figureOf(text, quantity, name, clause, offers), quantity });
    else if (quantity.unit !== null || name) rest.push(quantity);
  }
  const { kept, asked } = askRivals(figures);
  return { figures: kept, volume, rest: [...rest, ...asked.map(({ quantity }) => quantity)] };
}

type Sorted = { readonly figure: PostingFigure; readonly quantity: Quantity };

/** Of one attribute that is stated anew with another size, the limit is what is asked for; of two statements nobody knows which. */
function askRivals(figures: readonly Sorted[]): { kept: readonly Sorted[]; asked: readonly Sorted[] } {
  const isStated = ({ figure: { op } }: Sorted) => op === "=" || op === "about";
  const asked = figures.filter(
    (one) =>
      isStated(one) &&
      figures.some(
        (other) =>
          other !== one &&
          other.figure.attribute === one.figure.attribute &&
          other.figure.value !== one.figure.value,
      ),
  );
  return { kept: figures.filter((one) => !asked.includes(one)), asked };
}

// 56.5 min is no time where the number is what a share usually is.
const leastBehind = /^ ?min\b\.?$/i;

/** A least value whose word stands where a unit could: LiOH 56.5 min. [MT58] */
function asLeast(text: string, quantity: Quantity): Quantity {
  const { unit, value, core } = quantity;
  const isMinute =
    unit === "min" && leastBehind.test(text.slice(core.start, core.end).replace(/^[\d.,]+/, ""));
  if (!isMinute || !(Number(value) >= 50 || value.includes("."))) return quantity;
  return { ...quantity, op: ">=", unit: null, explicit: true, doubt: "unit_missing" };
}

/** The last figure that had a name and set no limit. */
type Told = {
  readonly name: NamedFigure;
  readonly unit: string | null;
  readonly at: Quantity;
};

const askWord =
  /要求|目标|[降提]|做到|想|要|希望|需|达到|红线|限值|wanted|want|need|target|down to|bring|rather|required|ask/i;

/** Whether a figure without a noun goes on with what was said of another: ours are at 82 %; at least 92 % are wanted. */
function followsOn({ unit, explicit }: Quantity, told: Told | undefined, clause: string): boolean {
  if (!told) return false;
  return unit === null ? explicit && askWord.test(clause) : unit === told.unit && askWord.test(clause);
}

// What a plant does, not what its streams hold: the word of a stream does not make it the stream's.
const deeds = new Set([
  "recovery",
  "li_loss",
  "mass_rejection",
  "energy_use",
  "energy_saving",
  "water_use",
  "carbon_footprint",
  "throughput",
  "capacity_ta",
  "capacity_gwh",
  "cycle_life",
  "lead_time",
  "price",
  "moq",
  "batch",
  "automation",
  "test_time",
  "test_error",
  "persons",
]);

/** Whether a figure is of something else than what is wanted or offered. */
function isOfAnother(role: Role, name: NamedFigure | null): boolean {
  return role !== "asked" && !(role === "feed" && name !== null && deeds.has(name.attribute));
}

/** 循环500周78%, 91 % after 200 cycles: after so many cycles so much is left, which is no life. */
function isCondition(text: string, { unit, core, end }: Quantity, next: Quantity | undefined): boolean {
  if (unit !== "cycles") return false;
  if (/\bafter $/i.test(text.slice(Math.max(0, core.start - 6), core.start))) return true;
  return next?.unit === "%" && /^(?:内|时|后)?[ ≤≥<>]*$/.test(text.slice(end, next.core.start));
}

/** 8000 cycles (70 % SOH), 6000 cycles @ 80 %: what is left at the end of a life that was named before. */
function isEndOfLife(text: string, previous: Quantity | undefined, { unit, start }: Quantity): boolean {
  return (
    previous?.unit === "cycles" &&
    unit === "%" &&
    /^ ?(?:[(（@]|(?:down )?to|at|后)[ ≥]*$/.test(text.slice(previous.end, start))
  );
}

/** A doubt that the attribute settles: which way is better, and in which unit such a number is. */
function isSettled({ doubt }: Quantity, name: NamedFigure | null): boolean {
  return (doubt === "direction" && isDirected(name)) || (doubt === "unit_missing" && name !== null);
}

// 云母精矿含氟4.5 %: another noun has come between the thing and the figure.
const otherWord = /\p{Script=Han}{2}|含|[A-Za-z]/u;

/** A machine of which the chain has no name is what a text without goods is about: impurities are not its own. */
const machine: NamedThing = { id: "", stage: "", isProduct: false, isBeside: false };

/** The things that are wanted or offered, and whether one is named right before a quantity. */
function thingsBy(
  { mentions, normal: { text } }: Reading,
  { start, core, unit }: Quantity,
  isOfMachine: boolean,
): readonly NamedThing[] {
  const isBefore = (last: number) =>
    last <= core.start && start - last <= 3 && !otherWord.test(text.slice(last, start));
  // 99.5 % Li2CO3, 4.5 µm copper foil
  const isBehind = (first: number) =>
    (unit === "%" || unit === "µm") && first >= core.end && first - core.end <= 1;
  const named = mentions.flatMap(({ concept: id, negated, end, start: from }) => {
    const concept = negated ? undefined : findConcept(id);
    const isProduct = concept?.type === "product";
    return concept
      ? [{ id, stage: concept.stage, isProduct, isBeside: isProduct && (isBefore(end) || isBehind(from)) }]
      : [];
  });
  return isOfMachine && named.every(({ isProduct }) => !isProduct) ? [...named, machine] : named;
}

function sentenceOf(sentences: readonly Span[], { core }: Quantity, length: number): Span {
  return (
    sentences.find((span) => span.start <= core.start && core.start < span.end) ?? { start: 0, end: length }
  );
}

function roomOf(before: Quantity | undefined, after: Quantity | undefined, sentence: Span): Span {
  return {
    start: Math.max(sentence.start, before?.core.end ?? 0),
    end: Math.min(sentence.end, after?.start ?? sentence.end),
  };
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
  const isGoal = op === "=" && soundsLikeGoal(text.slice(clause.start, quantity.core.start));
  const better = isGoal ? findAttribute(name.attribute)?.higherIsBetter : undefined;
  const goal = typeof better === "boolean" ? (better ? ">=" : "<=") : op;
  const bounds = high === undefined ? { value } : { value, high };
  return {
    attribute: name.attribute,
    op: isCeiling ? "<=" : goal,
    ...bounds,
    unit: name.unit,
    hard: !isWish,
  };
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
