import type { Quantity } from "./quantity.ts";

const joint = /^\s?(?:,?\s?(?:且|并且|而且|同时|但|而|及|and|but|,)\s?)?(?:(?:also|must be|应)\s?)?$/i;

/**
 * Joins two bounds of one thing into a range: ≥8且≤15 µm, 大于8小于15 µm, at least 8 but no more than 15 µm, 8 ≤ D50 ≤ 15. The
 * first must lack a unit or have that of the second. [MT5]
 * @param reversed places of first bounds whose sign stands between them and what they limit
 */
export function joinQuantities(
  text: string,
  quantities: readonly Quantity[],
  reversed: ReadonlySet<number>,
): readonly Quantity[] {
  const joined: Quantity[] = [];
  for (const quantity of quantities) {
    const previous = joined.at(-1);
    if (previous && isEcho(text, previous, quantity)) continue;
    const range = previous ? joinBounds(text, previous, quantity, reversed.has(previous.core.start)) : null;
    if (range) joined.splice(-1, 1, range);
    else joined.push(previous ? shareRate(text, previous, quantity) : quantity);
  }
  return joined;
}

/** Ninety per cent (90 %): the same once more in brackets. */
function isEcho(text: string, first: Quantity, second: Quantity): boolean {
  const isSame = first.value === second.value && first.unit === second.unit && first.high === second.high;
  return (
    isSame &&
    !second.explicit &&
    /^ ?\($/.test(text.slice(first.end, second.start)) &&
    /^ ?(?:元整?)?\)/.test(text.slice(second.end, second.end + 4))
  );
}

/** 年需求从3000吨增加到8000吨: what a change leads to has the rate of what it starts from. */
function shareRate(text: string, first: Quantity, second: Quantity): Quantity {
  const isTarget = first.baseline === true && !/[。;；\n]/.test(text.slice(first.end, second.start));
  const isBare = second.unit !== null && first.unit?.startsWith(`${second.unit}/`) === true;
  if (isTarget && isBare) return { ...second, unit: first.unit };
  // 年产2万吨碳酸锂和1万吨氢氧化锂: two of a list are by one span of time.
  const isListed = /^[^,，。;；\d]{0,12}(?:和|与|及|、|以及|and ) ?$/.test(
    text.slice(first.end, second.start),
  );
  if (isListed && isBare && !first.doubt && /\/(?:a|month|d)$/.test(first.unit ?? ""))
    return { ...second, unit: first.unit };
  // 5万吨/年项目,一期2万吨: a part of the same by the same span of time.
  const isPhase =
    /^[^。;；\n\d]{0,14}(?:[一二三]期|其中|其余|余下|剩下|phase (?:one|two|three|I{1,3})|of which)[^,，。;；\n\d]{0,8}$/i.test(
      text.slice(first.end, second.start),
    );
  if (isPhase && isBare && !first.doubt) return { ...second, unit: first.unit };
  // 由80立方米降至45立方米 of a tonne: what is doubtful of the one is so of the other.
  return isTarget && first.doubt === "rate_unknown" && first.unit === second.unit
    ? { ...second, doubt: first.doubt }
    : second;
}

function joinBounds(text: string, first: Quantity, second: Quantity, isReversed: boolean): Quantity | null {
  if (first.doubt || second.doubt || first.high !== undefined || second.high !== undefined) return null;
  const ops = `${first.op} ${second.op}`;
  if (!first.explicit || (ops !== ">= <=" && ops !== "<= >=")) return null;
  // 每年不少于8000吨且不超过10000吨: what the first is by, the second is by.
  const isRateOfFirst = second.unit !== null && first.unit?.startsWith(`${second.unit}/`) === true;
  if (first.unit !== null && first.unit !== second.unit && !isRateOfFirst) return null;
  const gap = text.slice(first.end, second.start);
  const isOne = isReversed ? /^[^\d,，。;；]{0,16}(?:D?\d0)?\s?$/.test(gap) : joint.test(gap);
  // 年租金40万以内,两年起签: behind a comma a bound of the same begins with its own word.
  const isApart = gap.includes(",") && (first.unit !== null || second.start === second.core.start);
  if (!isOne || isApart) return null;
  const [low, high] = first.op === ">=" ? [first.value, second.value] : [second.value, first.value];
  if (Number(low) > Number(high)) return null;
  return {
    start: first.start,
    end: second.end,
    core: { start: first.core.start, end: second.core.end },
    op: "range",
    value: low,
    high,
    unit: isRateOfFirst ? first.unit : second.unit,
    explicit: true,
  };
}
