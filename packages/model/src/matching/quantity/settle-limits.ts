import type { Quantity } from "@lilink/engine/quantity";
import { sentencesOf } from "@lilink/engine/text";

const allMost =
  /(?:[—–:：,，;；(（-]|\bvalues|\bfigures|\bthese(?: are)?|\bwhich are) ?all (?:are )?max(?:imum|\.)?\b|(?:以上|上述)?(?:均|都|全)(?:为|是|按)(?:上限|最[大高]值)/i;
const allLeast =
  /(?:[—–:：,，;；(（-]|\bvalues|\bfigures|\bthese(?: are)?|\bwhich are) ?all (?:are )?min(?:imum|\.)?\b|(?:以上|上述)?(?:均|都|全)(?:为|是|按)(?:下限|最[小低]值)/i;

/** The limits that stand where a unit could, and those that are said once for all. [MT58] */
export function settleLimits(text: string, quantities: readonly Quantity[]): readonly Quantity[] {
  return shareLimits(
    text,
    shareSigns(
      text,
      quantities.map((quantity) => asLeast(text, quantity)),
    ),
  );
}

const joined = /^ ?(?:and|和|及|与|\/|、) ?$/i;
const head = ({ unit }: Quantity) => (unit?.includes("/") ? unit.split("/")[0] : undefined);

/** At least 255 Wh/kg and 560 Wh/L, 340 Wh/kg and 780 Wh/L as minimum: of two figures of one kind the limit of the one is that of the other. [MT58] */
function shareSigns(text: string, quantities: readonly Quantity[]): readonly Quantity[] {
  return quantities.map((quantity, at) => {
    const [before, next] = [quantities[at - 1], quantities[at + 1]];
    const isOpen = quantity.op === "=" && quantity.doubt === undefined;
    const isOf = (giver: Quantity | undefined): giver is Quantity =>
      isOpen &&
      giver !== undefined &&
      (giver.op === ">=" || giver.op === "<=") &&
      quantity.unit !== giver.unit &&
      head(quantity) !== undefined &&
      head(quantity) === head(giver);
    if (isOf(before) && before.core.start > before.start && isJoined(text, before, quantity))
      return { ...quantity, op: before.op, explicit: true };
    if (isOpen && isCycled(text, quantity, next)) return { ...quantity, op: ">=", explicit: true };
    if (isOf(next) && next.end > next.core.end && isJoined(text, quantity, next))
      return { ...quantity, op: next.op, explicit: true };
    return quantity;
  });
}

/** 1,000 cycles to 80 % or more: with so much left behind them they are the least. */
function isCycled(text: string, { unit, end }: Quantity, left: Quantity | undefined): boolean {
  return (
    unit === "cycles" &&
    left?.op === ">=" &&
    left.unit === "%" &&
    /^ (?:to|at|with) (?:a )?$/.test(text.slice(end, left.start))
  );
}

function isJoined(text: string, first: Quantity, second: Quantity): boolean {
  return joined.test(text.slice(first.end, second.start));
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

/** Na 250 ppm, Mg 80 ppm – all max: a limit that is said once of all figures before it in the sentence. */
function shareLimits(text: string, quantities: readonly Quantity[]): readonly Quantity[] {
  if (!allMost.test(text) && !allLeast.test(text)) return quantities;
  const notes = sentencesOf(text).flatMap(({ start, end }) =>
    (
      [
        [allMost, "<="],
        [allLeast, ">="],
      ] as const
    ).flatMap(([pattern, op]) => {
      const at = text.slice(start, end).search(pattern);
      return at < 0 ? [] : [{ start, end: start + at, op }];
    }),
  );
  return quantities.map((quantity) => {
    const note = notes.find(({ start, end }) => start <= quantity.core.start && quantity.core.end <= end);
    const isOpen = quantity.op === "=" || quantity.doubt === "bound";
    if (!note || !isOpen || quantity.high !== undefined) return quantity;
    const { doubt, ...sure } = quantity;
    return { ...sure, ...(doubt === "bound" ? {} : doubt && { doubt }), op: note.op, explicit: true };
  });
}
