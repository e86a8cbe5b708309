import type { Quantity } from "@lilink/engine/quantity";
import { findAttribute } from "../../chain/index.ts";
import type { NamedFigure } from "./bind-figure.ts";
import { isSampleLot } from "./tell-volume.ts";

// …, at 10 t/h; 25 ℃下: under which another figure holds. What lies at a value has that value.
const at =
  /(?<!\b(?:is|are|was|were|be|lies|lying|lie|stays?|sits?|sat|stands?|stood|remains?|kept|held|analyses|assays?|starts?|starting|comes?|came|capped|rated|quoted|offered|offers|sold|priced|available|specified|guaranteed|set|concentrate|carbonate|hydroxide|material|product|powder)(?: \w+ly)?\s)(?:\bat|@)\s?(?:about |some |roughly |around )?$/i;
// Li2O 5.9, basis 6: on what a price is reckoned.
const basis = /(?<!\b(?:dry|wet|ash-free|mass|weight|molar)[- ])\bbasis (?:of )?$|(?:计价|结算)?基准 ?$/i;
const under = /^(?:条件)?(?:下|时)(?![限降一游部])|^的(?:手套箱|干燥房|干燥间|环境|气氛)/;
const otherEnd = /^[^,，。;；\n\d]{0,6}(?:[(（@]|\bto\b|\bat\b|后|至|到)[^,，。;；\n\d]{0,8}$/i;
// …cycle life ≥ 8000 (25 °C, 70 % SOH): what is left at its end.
const ofLife = /(?:循环|寿命|\bcycl\w*)[^;。；\n]*\d[^;。；\n]*$/i;
// 循环剩4000次,SOH 87%: what is left of a life is told beside the state of health.
const leftOver = /(?:剩|余|\bremain\w*|\bleft)[^;。；\n]*,[^,\d]*$/i;
const room = [15, 32] as const;
// No conductivity is measured in a furnace: that is where the thing was made.
const ovens = 200;

/**
 * Whether a figure only says under which conditions another holds, or is not what its attribute means: so much left after so many
 * cycles, a life down to another end than 80 %, a conductivity that was not measured at room temperature. [MT81]
 * @param neighbours the quantities right before and behind it in its sentence
 */
export function isConditional(
  text: string,
  quantity: Quantity,
  [previous, next]: readonly [Quantity | undefined, Quantity | undefined],
): boolean {
  return (
    isAfterCycles(text, quantity, next) ||
    isEndOfLife(text, previous, quantity) ||
    isAt(text, previous, quantity)
  );
}

const elementBefore = /(?:\b(?:Li|Co|Ni|Mn)|[锂钴镍锰]|lithium|cobalt|nickel)(?: ?[≥>:：]|至少|不低于)? ?$/i;
const layerBefore =
  /(?:铝层|胶层|尼龙层|陶瓷层?|镀层|\b(?:nickel|ceramic|primer|alumina) (?:layer|coating)(?: of)?)[^。;；\n\d]{0,6}(?:\d{4}[,，]厚)?$/i;
const layerBehind =
  /^ ?(?:base|substrate|基膜)?[^,，。;；\d]{0,4}\b(?:plus|and) (?:an? )?\d[\d.]* ?(?:µm|μm|um|micron)|^ ?(?:of (?:ceramic|primer|alumina)|ceramic (?:on|layer|per|each))\b/i;
const afterCycles = /\d ?(?:圈|次|周|cycles)(?:循环)?后[^,，\d]{0,8}$|\bafter \d+ cycles[^,.\d]{0,16}$/i;
// Of these either limit is one: a price from so much on, a machine for up to so much.
const eitherSide = new Set(
  "price moq lead_time throughput batch capacity_ta capacity_gwh persons temp_min".split(" "),
);

/** 对锂的回收不足40%: no one asks for or offers at most so much of what is good, or at least so much of what soils the goods. */
function isWorseSide({ op }: Quantity, attribute: string): boolean {
  const better = findAttribute(attribute)?.higherIsBetter;
  if (eitherSide.has(attribute) || typeof better !== "boolean") return false;
  return op === (better ? "<=" : ">=");
}

/** 陶瓷3μm, 12 µm base plus 2 µm ceramic: whether a gauge is of a layer and not of the whole. [MT90] */
export function isOfLayer(text: string, { start, end }: Quantity, attribute: string): boolean {
  if (attribute !== "thickness") return false;
  return (
    layerBefore.test(text.slice(Math.max(0, start - 40), start)) ||
    layerBehind.test(text.slice(end, end + 30))
  );
}

// 样品2公斤起: the least sample is no least order.
const sampleBefore = /样品?|\bsamples? (?:from )?$/i;

/** A life to 70 %, a conductivity at -40 °C, a lot of samples: not the attribute as the chain has it. */
export function isOfOtherKind(
  text: string,
  quantity: Quantity,
  name: NamedFigure,
  sentence: readonly Quantity[],
): boolean {
  if (name.attribute === "batch") return isSampleLot(text, quantity);
  if (name.attribute === "moq")
    return sampleBefore.test(text.slice(Math.max(0, quantity.start - 6), quantity.start));
  const next = sentence[sentence.indexOf(quantity) + 1];
  if (name.attribute === "cycle_life")
    return (
      next?.unit === "%" && next.value !== "80" && otherEnd.test(text.slice(quantity.end, next.core.start))
    );
  if (name.attribute === "soh")
    return (
      quantity.op === "=" &&
      ofLife.test(text.slice(Math.max(0, quantity.start - 60), quantity.start)) &&
      !leftOver.test(text.slice(Math.max(0, quantity.start - 60), quantity.start))
    );
  const left = text.slice(Math.max(0, quantity.start - 40), quantity.start);
  // Li 12 %, Co 26 % recycled: a share of each metal is not that of the goods.
  if (name.attribute === "recycled_content") return elementBefore.test(left);
  if (isWorseSide(quantity, name.attribute)) return true;
  if (name.attribute === "capacity_mass") return afterCycles.test(left.split(/[;；。\n]/).at(-1) ?? "");
  if (name.attribute !== "ionic_conductivity") return false;
  const warmths = sentence.filter(
    ({ unit, value, core }) =>
      unit === "°C" &&
      Number(value) < ovens &&
      !/(?:露点|dew point)[^,，。;；\d]{0,6}$/i.test(text.slice(Math.max(0, core.start - 16), core.start)),
  );
  if (
    /[室常]温|room temperature|\bambient\b/i.test(
      text.slice(Math.max(0, quantity.core.start - 40), quantity.end + 24),
    )
  )
    return false;
  return (
    warmths.length > 0 && warmths.every(({ value }) => Number(value) < room[0] || Number(value) > room[1])
  );
}

/** 循环500周78%, 91 % after 200 cycles: after so many cycles so much is left, which is no life. */
function isAfterCycles(text: string, { unit, core, end }: Quantity, next: Quantity | undefined): boolean {
  if (unit !== "cycles") return false;
  if (/^ ?的?(?:数据|测试|试验|(?:of )?(?:data|tests?)\b)/.test(text.slice(end, end + 9))) return true;
  if (/^ ?(?:循环)?后[^,，\d%]{0,8}\d[\d.]* ?mAh/.test(text.slice(end, end + 20))) return true;
  if (/\bafter $/i.test(text.slice(Math.max(0, core.start - 6), core.start))) return true;
  const gap = next?.unit === "%" && next.value !== "80" ? text.slice(end, next.core.start) : null;
  return gap !== null && /^(?:内|时|后)?(?:的?(?:容量)?保持率)?(?:为|在|达到?)?[ ≤≥<>]*$/.test(gap);
}

/** 8000 cycles (70 % SOH), 6000 cycles @ 80 %: what is left at the end of a life that was named before. */
function isEndOfLife(text: string, previous: Quantity | undefined, { unit, start }: Quantity): boolean {
  return (
    previous?.unit === "cycles" &&
    unit === "%" &&
    /^ ?(?:[(（@]|(?:down )?to|at|后)[ ≥]*$/.test(text.slice(previous.end, start))
  );
}

/** Another figure of the same clause comes first, and this one is what that holds at. */
function isAt(text: string, previous: Quantity | undefined, { core, end }: Quantity): boolean {
  const before = text.slice(Math.max(0, core.start - 30), core.start);
  if (under.test(text.slice(end, end + 5)) || basis.test(before)) return true;
  const isShare = previous?.unit === null || /%$|^h$/.test(previous?.unit ?? "");
  if (!previous || !isShare || !at.test(before)) return false;
  return !/[,，;；。\n]|\. /.test(text.slice(previous.end, core.start));
}
