import { createUnits } from "../units/index.ts";
import { listKnown } from "./compose-unit.ts";
import type { Quantity, QuantityField, UnitBook } from "./quantity.ts";

const edge =
  "(?:(?<![A-Za-z\\p{Script=Han}])|(?<=[^A-Za-z])(?=\\p{Script=Han})|(?<=\\p{Script=Han})(?=[A-Za-z]))";
const filler =
  "(?:要求?|指标|目标值?|控制|做到|达到?|能到|只有|有|在|为|是|约|大概|实测|典型值?|required|target|typical|is|of|at|was|content|level|[:：=≈~]|\\s){0,4}$";
/** Behind which words and symbols a number has a unit. Case tells a symbol from a letter: K and S, not k and s. */
function askedPatterns(named?: string, symbols?: string): Pick<UnitBook, "askedName" | "askedSymbol"> {
  return {
    askedName: named === undefined ? undefined : new RegExp(`${edge}(?:${named})${filler}`, "iu"),
    askedSymbol: symbols === undefined ? undefined : new RegExp(`${edge}(?:${symbols})${filler}`, "u"),
  };
}

// A ratio of metals and a pH have no unit; 第3, 3:7 and what a word follows are counted otherwise.
const ownRatio = /(?:\b[A-Z][a-z]?\/[A-Z][a-z]?|比[值例]?|pH|系数|倍|个数|级|号|型)[^\d,，。;；]{0,10}$/i;

/** A number without a unit right behind what is always given in one (克容量≥700, 含水60) is asked about: in which? [MT52] */
export function hearBare(book: UnitBook, text: string, quantity: Quantity): Quantity {
  if (quantity.unit !== null || quantity.doubt !== undefined) return quantity;
  const before = text.slice(Math.max(0, quantity.start - 24), quantity.start);
  if (ownRatio.test(before) || !(book.askedName?.test(before) || book.askedSymbol?.test(before)))
    return quantity;
  return { ...quantity, doubt: "unit_missing" };
}

const plainLetters =
  "A-Za-z1-3µμΩ%‰°$/·.*^' ()\\-每吨公克千毫微纳百万亿元美人度摄氏天周星期年月日小时分钟秒次圈循环个工作自然历完全平方立米升瓦安伏欧兆吉太帕巴质量摩尔厘件套台只支当比值点西门子焦标准煤酸氧化二氢开文民币培里倍斤位单数级";

/** Makes the words and units of a field ready for reading texts; do it once. */
export function createUnitBook({
  units,
  basis,
  products,
  named,
  symbols,
  readOwn = () => null,
}: QuantityField): UnitBook {
  const { parseUnit, convertUnit } = createUnits(units);
  const spellings = units.flatMap(({ id, zh, en, aliases }) => [id, zh, en, ...aliases]);
  const han = new Set(spellings.join("").match(/\p{Script=Han}/gu));
  const stated = basis ? `(?: ${basis.name})?` : "";
  const made = ["产品", ...(products ? [products] : [])].join("|");
  return {
    parse: parseUnit,
    convert: convertUnit,
    readOwn,
    basis,
    // A name of the list, with a blank or two in it.
    longest: Math.max(...spellings.map(({ length }) => length)) + 2,
    letters: new RegExp(`^[${plainLetters}${[...han].join("")}]+`),
    // Units with a factor as a list writes them, and letters that are units only where nothing follows them.
    asPrinted: new RegExp(
      `^ (10kt${stated}(?:/a)?|10k (?:CNY(?:/t)?|m2|pcs)|100M (?:CNY|m2))(?![A-Za-z0-9/])|^ (K(?= (?:over|across|per|and)\\b)|[KsA](?=$|[,.;，。；)])|A(?= (?:each|at|for|per|with|continuous|peak|DC|AC|and (?:a |the )?voltages?)\\b)|K(?= (?:for|at|to)\\b))|^ (s)(?= [a-z])`,
    ),
    baseBefore: new RegExp(
      `(?:每(吨|公斤|千克|kg|千瓦时|kWh|Wh|度|平方米|平米|安时|Ah|立方米?|方|升)(?!\\d)|(?:^|[^\\d零一二两三四五六七八九十百千万亿几数])(吨|单位)(?:${made}|精?矿|[^,，。;；\\d]{0,6}(?:耗|消耗|用量|成本|费用?)))[^,，。;；\\d]{0,12}$`,
    ),
    ...askedPatterns(named, symbols),
    known: listKnown(units, basis?.name),
  };
}
