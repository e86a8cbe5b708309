import type { Quantity } from "@lilink/engine/quantity";

/** A figure in the shorthand of the trade, with the attribute that the shorthand is of. */
export type Notation = { readonly attribute: string; readonly quantity: Quantity };

type Form = {
  readonly attribute: string;
  readonly unit: string;
  readonly pattern: RegExp;
  readonly isMeant?: (groups: readonly number[]) => boolean;
  /** Where it is written out besides, the shorthand says nothing more. */
  readonly saidIn?: RegExp;
  readonly toValue?: (digits: string) => string;
};

const forms: readonly Form[] = [
  {
    attribute: "ni_content",
    unit: "mol %",
    pattern: /Ni(\d{2}(?:\.\d)?)Co(\d{1,2}(?:\.\d)?)Mn(\d{1,2}(?:\.\d)?)(?![\d.])/g,
    isMeant: (shares) => Math.abs(shares.reduce((sum, each) => sum + each, 0) - 100) <= 1,
  },
  {
    attribute: "thickness",
    unit: "µm",
    pattern:
      /(?<=(?:隔膜|涂覆膜|铝箔|铜箔|separators?|foil)[:：]? ?)(\d{1,2}(?:\.\d)?)\+\d{1,2}(?:\.\d)?(?:\+\d{1,2}(?:\.\d)?)?(?![\d.]| ?[%°])/g,
  },
  {
    attribute: "capacity_mass",
    unit: "mAh/g",
    pattern: /(?<![\d.A-Za-z])(\d{3,4})(?:的?克?容量|档(?=[^案次]))/g,
    isMeant: ([value = 0]) => value >= 80 && value <= 4200,
  },
  // 4N is 99.99 %; Li99.9 is a grade of the metal.
  {
    attribute: "purity",
    unit: "mass %",
    pattern: /(?<![\dA-Za-z.]|[力矩度] ?)([3-6])N(?= ?(?:[\p{Script=Han}),，、。;；(（]|purity|grade|$))/gu,
    saidIn: /9\d(?:\.\d+)? ?%/,
    toValue: (digits) => `99.${"9".repeat(Number(digits) - 2)}`,
  },
  {
    attribute: "purity",
    unit: "mass %",
    pattern: /(?<![A-Za-z])Li(9\d\.\d+)(?=[,，、;；\s]|$)/g,
    saidIn: /9\d(?:\.\d+)? ?%/,
  },
  // SC6 is a concentrate of 6 % Li2O; what a price is reckoned on is none.
  {
    attribute: "li2o_grade",
    unit: "% Li2O",
    pattern:
      /(?<![A-Za-z]|basis |按|on )SC ?([4-7](?:\.\d)?)(?![\d.A-Za-z]| ?(?:index|basis|pro rata|指数|计价|基准))/g,
    saidIn: /Li2O|(?<![\d.])[4-7](?:\.\d+)? ?%|氧化锂/i,
  },
  {
    attribute: "first_eff",
    unit: "%",
    pattern: /(?<![\d.])(\d{2}(?:\.\d)?)(?= (?:FCE|ICE)\b)/g,
    isMeant: ([value = 0]) => value >= 60,
  },
];

const orMore =
  /^ ?(?:N5?)?(?:级)?(?:以上|及以上|起| or (?:better|more|above|higher)| and (?:up|above)|\+| plus\b)/;

const contents: Readonly<Record<string, string>> = {
  镍: "mass_ni",
  ni: "mass_ni",
  钴: "mass_co",
  co: "mass_co",
  锰: "mass_mn",
  mn: "mass_mn",
  锂: "mass_li",
  li: "mass_li",
  铜: "mass_cu",
  cu: "mass_cu",
  铝: "mass_al",
  al: "mass_al",
};
const ofContents = /黑粉|极片|废料|退役|black (?:mass|powder)|scrap|end-of-life/i;
const pricedBy = /系数|计价|payable/i;
const part =
  "(镍|钴|锰|锂|铜|铝|Ni|Co|Mn|Li|Cu|Al)[ :：]?(\\d{1,2}(?:\\.\\d{1,2})?)(?![\\d.]| ?(?:%|％|ppm|wt|个?点|[kK]?[gGtT]\\b|吨|公斤|[-~–至到]))";
const row = new RegExp(`(?<![A-Za-z\\d])${part}(?:[ ,，、/;；]{0,2}${part})+`, "g");

/** 三元黑粉镍18钴6锂3.5: the contents of what is recycled, in per cent. [MT102] */
function readContents(text: string): readonly Notation[] {
  if (!ofContents.test(text) || pricedBy.test(text)) return [];
  return [...text.matchAll(row)].flatMap((match) => {
    const found = [...match[0].matchAll(new RegExp(part, "g"))];
    const isWhole = Math.abs(found.reduce((sum, [, , value]) => sum + Number(value), 0) - 100) <= 1;
    return isWhole
      ? []
      : found.flatMap(({ index, 0: words, 1: element = "", 2: value = "" }) => {
          const attribute = contents[element.toLowerCase()];
          const end = match.index + index + words.length;
          const core = { start: end - value.length, end };
          const quantity: Quantity = { ...core, core, op: "=", value, unit: "mass %", explicit: false };
          return attribute === undefined ? [] : [{ attribute, quantity }];
        });
  });
}

/**
 * Figures that the trade writes without a unit: Ni83Co11Mn06 says the share of nickel, 隔膜9+3 the gauge of the base, 353容量 the
 * capacity. [MT84]
 * @example readNotations("前驱体Ni83Co11Mn06")[0]?.quantity.value // "83"
 */
export function readNotations(text: string): readonly Notation[] {
  const shorthand = forms.flatMap(({ attribute, unit, pattern, isMeant, saidIn, toValue }) =>
    (saidIn?.test(text) ? [] : [...text.matchAll(pattern)]).flatMap((match) => {
      const groups = match.slice(1).map(Number);
      if (isMeant && !isMeant(groups)) return [];
      const core = { start: match.index, end: match.index + match[0].length };
      const isLeast = orMore.test(text.slice(core.end, core.end + 14));
      const value = toValue?.(match[1] ?? "") ?? String(groups[0]);
      const op = isLeast ? ">=" : "=";
      const quantity: Quantity = { ...core, core, op, value, unit, explicit: isLeast };
      return [{ attribute, quantity }];
    }),
  );
  return [...shorthand, ...readContents(text)];
}

/** The quantities of a text with its notations, in the order of the text; a notation counts before what it overlaps. */
export function withNotations(
  quantities: readonly Quantity[],
  notations: readonly Notation[],
): readonly Quantity[] {
  if (notations.length === 0) return quantities;
  const isCovered = ({ core }: Quantity) =>
    notations.some(({ quantity: { start, end } }) => core.start < end && start < core.end);
  const all = [
    ...quantities.filter((each) => !isCovered(each)),
    ...notations.map(({ quantity }) => quantity),
  ];
  return all.sort((a, b) => a.start - b.start);
}
