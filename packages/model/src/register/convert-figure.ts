import { type Converted, convertUnit, fromLce, parseDecimal, parseUnit, toLce } from "../chain/index.ts";

const contained = /^(\S+) (Li|Li2O|LCE)$/;

/** A unit's own part and the substance that it counts. @example readContained("kt Li2O") // ["kt", "Li2O"] */
function readContained(unit: string): readonly [unit: string, substance: string] | null {
  const found = contained.exec(unit);
  return found?.[1] && found[2] ? [found[1], found[2]] : null;
}

/** The unit in which amounts of a unit's kind are compared: tonnes, or shares of mass. */
const commonUnit = (unit: string) => (parseUnit(unit)?.dimension === "fraction" ? "%" : "t");

/**
 * A figure in another of its field's units. Masses and shares of contained lithium convert between Li, Li2O and LCE by
 * molar mass ([CH8]); a mass without a substance converts into none of them.
 * Amounts by the year convert into amounts by the year.
 * @example convertFigure("1", "kt Li", "t LCE") // { ok: true, value: 5323.3… }
 */
export function convertFigure(value: string, from: string, to: string): Converted {
  const number = parseDecimal(value);
  if (!number) return { ok: false, rule: "notANumber", params: { value } };
  if (from === to) return { ok: true, value: number };
  // By the year is the same amount, as long as both are.
  if (from.endsWith("/a") && to.endsWith("/a"))
    return convertFigure(value, from.slice(0, -2), to.slice(0, -2));
  const [source, target] = [readContained(from), readContained(to)];
  if (!source && !target) return convertUnit(value, from, to);
  if (!source || !target) return { ok: false, rule: "unitMismatch", params: { from, to } };
  const unit = commonUnit(source[0]);
  const amount = convertUnit(number, source[0], unit);
  if (!amount.ok) return amount;
  // A share converts by the same factors as a mass: take it as so many tonnes.
  const lce = source[1] === "LCE" ? amount : toLce(amount.value, "t", source[1]);
  if (!lce.ok) return lce;
  const isSame = source[1] === target[1];
  const out = isSame ? amount : target[1] === "LCE" ? lce : fromLce(lce.value, "t LCE", target[1]);
  return out.ok ? convertUnit(out.value, unit, target[0]) : out;
}
