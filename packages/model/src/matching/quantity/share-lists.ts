import { dimensionOf } from "./kind-of-quantity.ts";
import type { Quantity } from "./quantity.ts";

// pH 4.8 and 45 °C, lot 3 and 20 t: the first is named, and of no unit.
const label =
  /(?:pH|no\.?|lot|line|stage|grade|class|type|model|page|table|item|(?<![A-Za-z])[A-Za-z]|第) ?[:=#]? ?$/i;
const longestSeries = 200;
const joint = /^ ?(?:、|[×xX*]|\/|和|与|及|以及|或|and |or ) ?$/;

/**
 * A list shares the unit at its end and the limit at its start or end: 不高于200、50、80ppm are three limits in ppm, and so are
 * 200、50、80ppm以下. Where a bare number of a list may not have the unit, nothing is shared. [MT51]
 */
export function shareLists(text: string, quantities: readonly Quantity[]): readonly Quantity[] {
  const shared: Quantity[] = [];
  for (let index = 0; index < quantities.length; ) {
    let last = index;
    while (isListed(text, quantities[last], quantities[last + 1])) last += 1;
    shared.push(...shareList(quantities.slice(index, last + 1)));
    index = last + 1;
  }
  return shared;
}

function isListed(text: string, first: Quantity | undefined, second: Quantity | undefined): boolean {
  if (!first || !second) return false;
  if (isSeries(text, first, second)) return true;
  if (!joint.test(text.slice(first.end, second.start))) return false;
  const isSized = /[/×xX*]/.test(text.slice(first.end, second.start));
  return (
    isSized || first.unit !== null || !label.test(text.slice(Math.max(0, first.start - 10), first.start))
  );
}

/** 0.03, 0.002 and 0.01 %: a comma joins bare numbers where the last two are joined by a word. */
function isSeries(text: string, first: Quantity, second: Quantity): boolean {
  if (first.unit !== null || first.explicit || !/^, ?$/.test(text.slice(first.end, second.start)))
    return false;
  return /^ ?\d+(?:\.\d+)?(?:, ?\d+(?:\.\d+)?)* ?(?:and|or|和|及|或) ?\d/.test(
    text.slice(second.core.start, second.core.start + longestSeries),
  );
}

function shareList(list: readonly Quantity[]): readonly Quantity[] {
  const [first, last] = [list[0], list.at(-1)];
  if (!first || !last || list.length < 2) return list;
  const isAlike = list.every((each) => each.unit === null || dimensionOf(each) === dimensionOf(last));
  if (!isAlike || last.unit === null) return list;
  const isLed = isLimit(first) && first.start < first.core.start;
  const isClosed = isLimit(last) && last.end > last.core.end && list.some(({ unit }) => unit === null);
  const lead = isLed ? first : isClosed ? last : null;
  return list.map((each) => {
    const doubt = each.unit === null ? (each.doubt ?? last.doubt) : each.doubt;
    return {
      ...each,
      unit: each.unit ?? last.unit,
      ...(lead && !each.explicit && (each.unit ?? last.unit) === (lead.unit ?? last.unit)
        ? { op: lead.op, explicit: true }
        : {}),
      ...(doubt ? { doubt } : {}),
    };
  });
}

function isLimit({ op, explicit }: Quantity): boolean {
  return explicit && (op === ">=" || op === "<=");
}
