import type { Quantity } from "@lilink/engine/quantity";
import { type Span, sentencesOf } from "@lilink/engine/text";
import { findAttribute } from "../../chain/index.ts";
import type { PostingVolume } from "../../posting/index.ts";
import type { Reading } from "../analyze/analyze-text.ts";
import { joinParts } from "../quantity/join-parts.ts";
import { leadsOf } from "../quantity/read-columns.ts";
import { readNotations, withNotations } from "../quantity/read-notations.ts";
import { settleTables } from "../quantity/read-table.ts";
import { settleLimits } from "../quantity/settle-limits.ts";
import { askRivals, type Sorted } from "./ask-rivals.ts";
import { bindFigure, isOfSize, mayBeOf, type NamedFigure, placeOf } from "./bind-figure.ts";
import { findHeads } from "./find-heads.ts";
import { isOfAnother, isTerm, RoleFinder } from "./find-role.ts";
import { followsOn, isAnswered, type Told } from "./follow-on.ts";
import { headsInOrder } from "./head-rows.ts";
import type { NamedThing } from "./head-table.ts";
import { figureOf, isSettled } from "./make-figure.ts";
import { ThingNamer } from "./name-things.ts";
import { isStep } from "./rank-concepts.ts";
import { findTurn, soundsLikePresentState } from "./read-intent.ts";
import { sharedHeads, shareUnits } from "./read-lists.ts";
import { clauseOf, fellowsOf, roomOf, sentenceOf, staysInSight } from "./room-of.ts";
import { isConditional, isOfOtherKind } from "./tell-condition.ts";
import { isReckoned } from "./tell-content.ts";
import { withCount } from "./tell-count.ts";
import { soundsLikeToll } from "./tell-feed.ts";
import { isErrorOfTest, isMethod, objectsOf } from "./tell-service.ts";
import { isCostTarget } from "./tell-tender.ts";
import {
  isAmount,
  isCapacityAsked,
  isInList,
  isOfGoods,
  isOfPiece,
  isOfPlant,
  isPace,
  isRated,
  isSupplied,
  nominalOf,
} from "./tell-volume.ts";
import { unitFor } from "./unit-for.ts";

// What a service is measured by; the figures of what it works on are not its own.
const ofServices = new Set([
  "test_time",
  "test_error",
  "lead_time",
  "price",
  "persons",
  "throughput",
  "capacity_ta",
  "capacity_gwh",
  "batch",
  "moq",
  "soh",
  "temp_min",
  "humidity",
]);

// What is made of its elements: they are its contents and no impurities. [MT102]
const ofParts = /^black-mass|^production-scrap$|^eol-/;
const amountAttributes = new Set(["capacity_ta", "capacity_gwh"]);

export type SortedQuantities = {
  readonly figures: readonly Sorted[];
  readonly volume: Quantity | null;
  readonly rest: readonly Quantity[];
};

type AllSorted = SortedQuantities & {
  /** What is of a product beside the subject. */
  readonly seconds: readonly Quantity[];
};

/**
 * Each quantity is the volume (the first amount), a figure, or left over; what is doubted or left behind is left over.
 * @param offers whether the text is of a capability: its target price is no ceiling
 */
export function sortQuantities(
  reading: Reading,
  offers = false,
  roles = new RoleFinder(reading.normal.text, false, reading.mentions),
  secondOf: (place: Span) => string | undefined = () => undefined,
): AllSorted {
  const { text } = reading.normal;
  const sentences = sentencesOf(text);
  const heads = findHeads(text, reading.mentions);
  const isObject = objectsOf(text, reading.mentions, (mention) => roles.isAside(mention));
  const namer = new ThingNamer(
    reading,
    (mention) => isObject(mention) || isMethod(text, mention),
    (mention) => roles.isAside(mention) || isStep(text, mention),
  );
  const figures: Sorted[] = [];
  const rest: Quantity[] = [];
  const seconds: Quantity[] = [];
  let volume: Quantity | null = null;
  let lastLost: Quantity | undefined;
  // The last amount that was none of the goods: 1 kg、5 kg充氩 are both packing.
  let barred: Quantity | undefined;
  let lastBound: { readonly name: NamedFigure; readonly at: Quantity } | undefined;
  // What is said of another names what is then asked for: 82 % are recovered; at least 92 % are wanted.
  let told: Told | undefined;
  const table = settleTables(text, reading.quantities);
  const settled = settleLimits(text, joinParts(text, table.quantities));
  const notations = readNotations(text);
  const noted = new Map(notations.map(({ attribute, quantity }) => [quantity, attribute]));
  const read = withNotations(shareUnits(text, settled), notations);
  const isOfParts = namer.isOf(ofParts);
  const { quantities, named } = headsInOrder(
    text,
    heads,
    read.filter((one) => !isListNumber(text, one)),
    namer.all,
  );
  const shared = new Map([...named, ...sharedHeads(text, quantities, isOfParts)]);
  const leads = leadsOf(text, table.rows, quantities);
  const isService = reading.mentions.some(isObject);
  const turn = offers || roles.hasPartners ? 0 : findTurn(text);
  const title = text.indexOf("\n");
  const isToll = soundsLikeToll(text);
  const isOfMachine = namer.isOfEquipment && !isToll;
  let first = 0;
  for (const [index, quantity] of quantities.entries()) {
    const sentence = sentenceOf(sentences, quantity, text.length);
    if (secondOf(quantity) !== undefined) {
      seconds.push(quantity);
      continue;
    }
    while ((quantities[first]?.core.start ?? Infinity) < sentence.start) first += 1;
    const fellows = fellowsOf(quantities, first, index, sentence);
    const room = roomOf(text, quantities, index, sentence);
    const things = namer.beside(quantity);
    const lead = leads[index] ?? index;
    const place =
      lead === index
        ? placeOf(text, heads, quantity, room)
        : placeOf(text, heads, quantities[lead] ?? quantity, roomOf(text, quantities, lead, sentence));
    const isListed = lastLost?.unit === quantity.unit && (lastLost?.core.start ?? -1) >= sentence.start;
    const note = noted.get(quantity);
    const { name: bound, lost } = isErrorOfTest(text, reading.mentions, quantity)
      ? { name: { attribute: "test_error", unit: quantity.unit ?? "", by: "word" as const }, lost: false }
      : note === undefined
        ? bindFigure(quantity, place, things)
        : { name: { attribute: note, unit: quantity.unit ?? "", by: "word" as const }, lost: false };
    // 代工费:云母2.6万元/吨,辉石1.95万元/吨: the second is a fee as well.
    const own = isListed && bound?.by === "unit" ? null : bound;
    if (lost || (isListed && bound?.by === "unit")) lastLost = quantity;
    const clause = clauseOf(text, quantity, room);
    const before = quantities[index - 1];
    const isPair =
      (!own || own.by === "topic") &&
      !lost &&
      before !== undefined &&
      lastBound?.at === before &&
      isSameShare(before.unit, quantity.unit) &&
      pairJoint.test(text.slice(before.end, quantity.start));
    const isAnswer = isAnswered(text, before, quantity);
    const isSame =
      !own &&
      !isPair &&
      !lost &&
      followsOn(quantity, told, text.slice(clause.start, clause.end), isAnswer) &&
      isOfSize(quantity, told?.name);
    const name = (isPair ? lastBound?.name : null) ?? own ?? (isSame ? (told?.name ?? null) : null);
    lastBound = name ? { name, at: quantity } : undefined;
    // What a wish goes on from was no wish.
    const last = figures.at(-1);
    if (isSame && last && last.figure.attribute === told?.name.attribute && told.at === last.quantity) {
      figures.pop();
      rest.push(last.quantity);
    }
    const isOther =
      (quantity.baseline ?? isReckoned(text, quantity, quantity.unit)) ||
      isAnswered(text, quantity, quantities[index + 1]) ||
      (!isAnswer &&
        ((quantity.op === "=" && quantity.core.end < turn && quantity.core.start > title) ||
          soundsLikePresentState(text.slice(clause.start, quantity.core.start)) ||
          isOfAnother(roles.roleOf(quantity, isTerm(name) ? clause : sentence), name) ||
          (isTerm(name) && roles.isTold(quantity, sentence))));
    const isSure =
      (quantity.doubt === undefined || isSettled(quantity, name)) &&
      (name?.attribute === "temp_pulp" ||
        !isConditional(text, quantity, [quantities[index - 1], quantities[index + 1]])) &&
      !(name && isOfOtherKind(text, quantity, name, fellows)) &&
      !(isService && name && !ofServices.has(name.attribute)) &&
      !(name?.attribute === "price" && (isToll || isCostTarget(text, quantity.core))) &&
      !(name?.by === "unit" && name.attribute === "throughput" && !namer.isOfWorks(quantity, sentence.start));
    if (own && (isOther || quantity.op === "=" || quantity.op === "about"))
      told = { name: own, unit: quantity.unit, at: quantity };
    const put = (attributes: readonly NamedFigure[]) => {
      for (const each of attributes)
        if (
          !figures.some(
            ({ quantity: other, figure }) => isTwice(quantity, other) && figure.attribute === each.attribute,
          )
        )
          figures.push({
            figure: figureOf(text, quantity, each, clause, offers),
            quantity,
            by: each.by,
            ...(each.gap === undefined ? {} : { gap: each.gap }),
          });
    };
    const listed = shared.get(quantity)?.map((attribute) => ({
      attribute,
      unit:
        isOfParts && quantity.unit === "%"
          ? "mass %"
          : (quantity.unit ?? unitOf(quantity, attribute, things)),
      by: "word" as const,
    }));
    if (!isSure || (isOther && quantity.unit !== null) || listed?.length === 0) rest.push(quantity);
    else if (listed && (quantity.unit !== null || listed.some(({ unit }) => unit !== ""))) {
      const fitting = listed.filter(
        ({ attribute, ...each }) =>
          attribute !== "" && each.unit !== "" && mayBeOf({ attribute, ...each }, things),
      );
      put(fitting);
      // Of several that are named none is lost: those without a row are asked.
      if (fitting.length < listed.length) rest.push(quantity);
    } else if (isAmount(quantity) && (!name || amountAttributes.has(name.attribute))) {
      const isGoods =
        isOfGoods(quantity, place, things) &&
        !isOfPiece(text, quantities, index) &&
        !isInList(text, barred, quantity);
      if (!isGoods) barred = quantity;
      // An annual capacity of at least 10,000 t that suppliers must have; a kiln for 3,000 t a year.
      if (
        name &&
        !isOther &&
        ((isOfMachine && isRated(text, quantity)) ||
          (isGoods && name.by === "word" && (isOfMachine || isCapacityAsked(text, quantity, offers))))
      )
        put([{ ...name, by: "word" }]);
      // 基地年产3万吨,月供600吨: what a plant makes gives way to what is supplied of it, or is free for others' goods.
      else if (volume && isGoods && isOfPlant(text, volume) && isSupplied(text, quantity, isToll)) {
        rest.push(volume);
        volume = quantity;
      } else if (!volume && isGoods && !isOfMachine) volume = quantity;
      else if (name && !isOther && offers && !(volume && isPace(text, totalOf(volume), quantity)))
        put([name]);
      else rest.push(quantity);
    } else if (name && !isOther) put([name]);
    else if (quantity.unit !== null || name || lead !== index || staysInSight(quantity, lost))
      rest.push(quantity);
  }
  const { kept, asked } = askRivals(text, figures);
  const open = [...rest, ...asked.map(({ quantity }) => quantity)];
  return { figures: kept, ...withCount(text, volume, open, reading.mentions), seconds };
}

/** (5)粒度D50为3~8 µm: the number of a line in a list. */
function isListNumber(text: string, { unit, core }: Quantity): boolean {
  const around = text.slice(Math.max(0, core.start - 1), core.end + 2);
  return unit === null && /^[(（]\d{1,2}[)）]\p{Script=Han}$/u.test(around);
}

/** 铜铝各不超0.5: a number without a unit that is said of each has the unit in which each is usual. */
function unitOf(quantity: Quantity, id: string, things: readonly NamedThing[]): string {
  const attribute = findAttribute(id);
  return (attribute && unitFor(quantity, attribute, things)) ?? "";
}

const totalOf = ({ value, high, unit }: Quantity) => ({ amount: high ?? value, unit });

/** The same limit said in the title and once more in the text; a number without a unit has that of its attribute. */
function isTwice(one: Quantity, other: Quantity): boolean {
  return (
    one.value === other.value &&
    one.high === other.high &&
    (one.unit ?? other.unit) === (other.unit ?? one.unit) &&
    one.op === other.op
  );
}

// 6.0 % typical, 5.8 % min: two values of one noun.
const pairJoint =
  /^ ?[(（]?(?:typ(?:ical)?\.?|average|典型值?|均值|guaranteed|保证值?)[)）]?[,，;；]? ?[(（]?(?:guaranteed |保证值?)?(?:min(?:imum|\.)? ?|不低于|最低)?$|^[,，;；]? ?(?:but |and |其中)?(?:we )?(?:guaranteed?|保证值?|保底)(?: at| to be| min(?:imum|\.)?)? ?$/i;

function isSameShare(one: string | null, other: string | null): boolean {
  return one === other || one === null || (other === "%" && one.startsWith("% "));
}

/** @param isInWindow whether the time that the text names is that of the amount. @param offers whether it is of a capability */
export function volumeOf(
  quantity: Quantity,
  reading: Reading,
  isInWindow: boolean,
  offers: boolean,
): PostingVolume {
  const { from, to } = (isInWindow ? reading.window : null) ?? {};
  return {
    amount: nominalOf(quantity, reading.normal.text, offers),
    unit: quantity.unit ?? "",
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
}
