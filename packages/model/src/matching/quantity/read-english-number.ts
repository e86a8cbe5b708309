import { Decimal } from "decimal.js";

const small: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fifteen: 15,
  eighteen: 18,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};
const large: Readonly<Record<string, number>> = { hundred: 100, thousand: 1e3, million: 1e6 };
const word = [...Object.keys(small), ...Object.keys(large)].join("|");
const spoken = new RegExp(`(?:${word})(?:(?:[ -]| and )(?:${word}))*(?![A-Za-z])`, "iy");

/** "two hundred and fifty" · "twenty-five thousand". Null where none starts, or where only a multiplier stands. */
export function readEnglishNumber(
  text: string,
  at: number,
): { readonly end: number; readonly value: Decimal } | null {
  spoken.lastIndex = at;
  const match = spoken.exec(text);
  if (!match) return null;
  let total = new Decimal(0);
  let section = new Decimal(0);
  for (const part of match[0].toLowerCase().split(/[ -]/)) {
    const value = small[part];
    const factor = large[part];
    if (value !== undefined) section = section.plus(value);
    else if (factor === 100) section = section.times(100);
    else if (factor !== undefined) {
      total = total.plus(section.times(factor));
      section = new Decimal(0);
    }
  }
  const value = total.plus(section);
  return value.isZero() ? null : { end: at + match[0].length, value };
}
