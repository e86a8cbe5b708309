import { dimensionOf, isMoney, type Quantity, type UnitBook } from "./quantity.ts";
import { clauseEnd, revising, sentenceEnd, step } from "./unheard-words.ts";

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

// pH 4.8 and 45 °C, lot 3 and 20 t: the first is named, and of no unit.
const label =
  /(?:pH|no\.?|lot|line|stage|grade|class|type|model|page|table|item|(?<![A-Za-z])[A-Za-z]|第) ?[:=#]? ?$/i;
const longestSeries = 200;
const shareJoint = /^ ?(?:、|[×xX*]|\/|和|与|及|以及|或|and |or ) ?$/;

/**
 * A list shares the unit at its end and the limit at its start or end: 不高于200、50、80ppm are three limits in ppm, and so are
 * 200、50、80ppm以下. Where a bare number of a list may not have the unit, nothing is shared. [MT51]
 */
export function shareLists(
  book: UnitBook,
  text: string,
  quantities: readonly Quantity[],
): readonly Quantity[] {
  const shared: Quantity[] = [];
  for (let index = 0; index < quantities.length; ) {
    let last = index;
    while (isListed(text, quantities[last], quantities[last + 1])) last += 1;
    shared.push(...shareList(book, quantities.slice(index, last + 1)));
    index = last + 1;
  }
  return shared;
}

function isListed(text: string, first: Quantity | undefined, second: Quantity | undefined): boolean {
  if (!first || !second) return false;
  if (isSeries(text, first, second)) return true;
  if (!shareJoint.test(text.slice(first.end, second.start))) return false;
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

function shareList(book: UnitBook, list: readonly Quantity[]): readonly Quantity[] {
  const [first, last] = [list[0], list.at(-1)];
  if (!first || !last || list.length < 2) return list;
  const isAlike = list.every(
    (each) => each.unit === null || dimensionOf(book, each) === dimensionOf(book, last),
  );
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

// SMM均价减500元/吨, LME minus 2 %: what is added to a price or taken from it is no price.
const formula =
  /(?:均价|指数|网价|基准价?|现货价|期货价|盘面|SMM|LME|CME|Fastmarkets|Platts|Argus|\bindex|\bbenchmark|\bspot|\bmarket|\bprice)(?: price| average)?[^,，。;；\d]{0,10}?(?:减去?|扣减?|下调|上调|贴水|升水|加价?|[+-]|\bminus|\bless(?! than)|\bplus(?! or))\s?[^,，。;；\d]{0,4}$/i;
const premium = /(?:[升贴]水|[上下]浮|\b(?:premium|discount|surcharge|adder)s?)(?:为|约|of|is|:|\s)*$/i;
const differenceBefore =
  /(?:降低|下降|降|减少|减|缩短|提高|提升|增加|增大|增|延长|放宽|收窄|上升|升高|(?:偏|差|偏[大小高低])(?=了))了?(?:约|至少|不(?:少|低)于|超过|近)?$/;
const leadsTo = /(?:降|减|缩短|提高|提升|增|延长|升)[^,，。;；\n]{0,8}(?:到|至|为)[^,，。;；\n]{0,6}$/;
const changedBy =
  /\b(?:reduc|cut|lower|rais|increas|improv|shorten|drop|fall|fell|rise|rose|shrink|grow|grew|lift|extend|chang|shift|exceed)\w*\b[^.;,\d]{0,40}\bby (?:about |at least |up to |more than |roughly |some )?$/i;
const fellBy =
  /\b(?:dropped|drops|fell|falls|rose|rises|shrank|grew|declined|decreased|increased) by (?:about |at least |up to |more than |roughly |some )?$/i;
// 回收率提高5%: of a share, 5 % more is no 5 %.
const shareName =
  /(?:率|含量|纯度|品位|效率|\b(?:yield|recovery|efficiency|purity|retention|content|grade|rate))[^,，。;；\d]{0,10}$/i;

/** Whether a figure only says by how much another changes: 水分降低50ppm, reduce moisture by 50 ppm, index minus 2 %. [MT52] */
export function isChangeOnly(book: UnitBook, text: string, quantity: Quantity): boolean {
  const { core, unit } = quantity;
  const before = text.slice(Math.max(0, core.start - 70), core.start);
  const dimension = dimensionOf(book, quantity);
  const isPriced = isMoney(book, quantity) || /^price/.test(dimension) || unit === "%";
  if (isPriced)
    return (
      formula.test(before) ||
      (unit !== "%" && premium.test(before)) ||
      (unit === "%" && isShareChange(before))
    );
  if (/^(?:mass|energy|area|pieces|volume)/.test(dimension) || unit === "% points") return false;
  return (differenceBefore.test(before) && !leadsTo.test(before)) || changedBy.test(before);
}

function isShareChange(before: string): boolean {
  const change = differenceBefore.exec(before) ?? changedBy.exec(before);
  if (!change || leadsTo.test(before)) return false;
  // Gassing fell by 40 %: nothing is a figure of what has moved by itself.
  if (fellBy.test(before)) return true;
  return (
    shareName.test(before.slice(0, change.index)) || shareName.test(change[0].replace(/\bby [a-z ]*$/i, ""))
  );
}

/** Revise the quotation: 40 to 64 t. What is changed goes from one figure to another. */
export function isRevised(text: string, { op, core }: Quantity): boolean {
  const before =
    text
      .slice(Math.max(0, core.start - 90), core.start)
      .split(sentenceEnd)
      .at(-1) ?? "";
  return op === "range" && /\bfrom $/i.test(before) && revising.test(before);
}

// Each 1 °C rise adds 4 ppm, 每25公斤80元.
const eachNumber = /(?:\b(?:each|every)|每) ?±?$/i;

/** 每高0.1个品位加20元/吨: what each step costs. */
export function isByStep(text: string, { core }: Quantity): boolean {
  const clause =
    text
      .slice(Math.max(0, core.start - 60), core.start)
      .split(clauseEnd)
      .at(-1) ?? "";
  const figure = /[\d.]+[^\d]*$/.exec(clause);
  const lead = figure === null ? "" : clause.slice(0, figure.index);
  return step.test(lead) || eachNumber.test(lead);
}
