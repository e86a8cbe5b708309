const spellings: readonly (readonly [RegExp, string])[] = [
  [/\bmetric ?(?:tonnes?|tons?)\b/gi, "t"],
  [/\bkilo(?:tonnes?|tons?)\b/gi, "kt"],
  [/\b(?:tonnes?|tons?)\b/gi, "t"],
  [/\b(?:kilograms?|kilos?|kgs)\b/gi, "kg"],
  [/\bgrams?\b/gi, "g"],
  [/\b(?:micro(?:ns?|met(?:re|er)s?))\b/gi, "µm"],
  [/\bnanomet(?:re|er)s?\b/gi, "nm"],
  [/\bmillimet(?:re|er)s?\b/gi, "mm"],
  [/\bcentimet(?:re|er)s?\b/gi, "cm"],
  [/\bcubic met(?:re|er)s?\b/gi, "m3"],
  [/\bsquare met(?:re|er)s?\b/gi, "m2"],
  [/\bmet(?:re|er)s?\b/gi, "m"],
  [/\blit(?:re|er)s?\b/gi, "L"],
  [/\b(?:per ?cent|pct\.?)(?![A-Za-z])/gi, "%"],
  [/(?:\bdegrees? ?(?:celsius|centigrade|C)\b|\bdeg\.? ?C\b|° ?C\b)/gi, "°C"],
  [/摄氏度/g, "°C"],
  [/\bkilowatt[- ]?hours?\b/gi, "kWh"],
  [/\bwatt[- ]?hours?\b/gi, "Wh"],
  [/\bgigawatt[- ]?hours?\b/gi, "GWh"],
  [/\bmegawatt[- ]?hours?\b/gi, "MWh"],
  [/\bmilliamp(?:ere)?[- ]?hours?\b/gi, "mAh"],
  [/\bamp(?:ere)?[- ]?hours?\b/gi, "Ah"],
  [/\b(?:yuan|RMB|CNY)\b/gi, "CNY"],
  [/\b(?:hours?|hrs?)\b/gi, "h"],
  [/\b(?:minutes?|mins)\b/gi, "min"],
  [/\b(?:seconds?|secs?)\b/gi, "s"],
  [/\b(?:(?:full|deep|complete|charge|charging) )?cycles?\b|^(?:圈|次循环|个循环|周循环)$/gi, "cycles"],
  [/\bmonths?\b/gi, "months"],
  [/\byears?\b|\byrs?\b/gi, "years"],
  [/\b(?:working|business|calendar) ?days?\b|^个?(?:(?:工作|自然)日|日历[日天])$/gi, "days"],
  [/\bpercentage points?\b|\bpct points?\b|^百分点$/gi, "% points"],
  [/公斤(?!$)|(?<=\/)公斤/g, "千克"],
  [/平米/g, "平方米"],
  [/立方(?!米|厘米|分米)/g, "立方米"],
  [/每/g, "/"],
];
const yearly =
  /(?:\/|\s(?:per|a|each|every)\s(?:(?:contract|calendar|fiscal|operating|full)\s)?)(?:years?|yr|y|annum|a|年)$|\s(?:p\.?a\.?|annually|yearly)$/i;
const monthly = /(?:\/|\s(?:per|a|each|every)\s)(?:months?|mo|月)$|\smonthly$/i;
const daily = /(?:\/|\s(?:per|a|each|every)\s)(?:days?|d|天|日)$|\sdaily$/i;

export type SpelledUnit = { readonly bare: string; readonly per: "a" | "month" | "d" | null };

/**
 * A unit as found in text in the way that the chain writes it, its span of time split off. [MT5]
 * @example spellUnit("mg·kg-1").bare // "mg/kg"
 * @example spellUnit("tonnes a year") // { bare: "t", per: "a" }
 */
export function spellUnit(surface: string): SpelledUnit {
  let unit = surface
    .replaceAll("每", "/")
    .replace(/^-/, "")
    .replace(/-(?:a|per)-(?=(?:year|month|day)$)/i, " a ");
  const per = yearly.test(unit) ? "a" : monthly.test(unit) ? "month" : daily.test(unit) ? "d" : null;
  if (per) unit = unit.replace({ a: yearly, month: monthly, d: daily }[per], "");
  for (const [pattern, plain] of spellings) unit = unit.replace(pattern, plain);
  unit = unit
    .replace(/^w%$/i, "wt%")
    .replaceAll(/\s+(?:per|an?|each|every)\s+/gi, "/")
    .replaceAll(/\^/g, "")
    .replace(
      /^([A-Za-zμµ]+)\s?[·.*]?\s?([A-Za-z]+)-([1-3])$/,
      (_, over: string, under: string, power: string) => `${over}/${under}${power === "1" ? "" : power}`,
    )
    .replace(/^([A-Za-zμµ]+[23]?)[·.*\s]([A-Za-z]+)-1$/, "$1/$2")
    .replaceAll(/\s+/g, "");
  return { bare: unit, per };
}

const symbols: readonly (readonly [RegExp, string])[] = [
  [/千瓦时/g, "kWh"],
  [/毫安时/g, "mAh"],
  [/瓦时/g, "Wh"],
  [/安时/g, "Ah"],
  [/立方厘米/g, "cm3"],
  [/平方厘米/g, "cm2"],
  [/立方米/g, "m3"],
  [/平方米/g, "m2"],
  [/千克|公斤/g, "kg"],
  [/毫克/g, "mg"],
  [/微克/g, "µg"],
  [/克/g, "g"],
  [/升/g, "L"],
  [/吨/g, "t"],
  [/小时/g, "h"],
  [/分钟/g, "min"],
];

/** A quotient half in Chinese with symbols throughout: m2/克 is m2/g. Anything else stays. */
export function toSymbols(unit: string): string {
  if (!unit.includes("/") || !/\p{Script=Han}/u.test(unit)) return unit;
  return symbols.reduce((plain, [pattern, symbol]) => plain.replace(pattern, symbol), unit);
}
