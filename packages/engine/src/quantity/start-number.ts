import { startsInEnglish } from "./read-english.ts";
import { matchAt } from "./read-number.ts";

const startOfNumber =
  /^[\d.零〇一二两三四五六七八九十百千万数几上半]|^[+-](?=[\d.])|^(?:half|a few|a couple|several|hundreds|thousands|dozens|(?:a|one|two|three|four)[ -](?:third|quarter|fifth|sixth|eighth|ten|twentie)(?:th)?s?)\b/i;
// 第二、三年 and 3:7 hold no amounts, but D50:12 does.
const ordinal = /第[一二三四五六七八九十\d、,~至到-]*$/;
const ratio = /(?:^|[^A-Za-z\d])\d+:$/;
// 316L is a steel and no volume.
const steel = /^(?:20[14]|30[149]|31[067]|321|4[13]0|904)L(?![A-Za-z])/;
const filmName = /(?:PA|PET|CPP|PE|PP|PI|ON|Ny|Al|Cu|AL|CU)(?=\d+(?:\.\d+)? ?[μu]m(?![A-Za-z]))/y;
const film = new RegExp(`^${filmName.source}`);

const glued = /(?<![A-Za-z\d])(?:Li|Na|K|Rb|Cs)2O(?=\d+(?:\.\d+)? ?%)/y;
const gluedBefore = /(?<![A-Za-z\d])(?:Li|Na|K|Rb|Cs)2O$/;

/** Whether a number may start at a place of a normal text: not inside a name, a ratio or an ordinal. [MT5] */
export function canStartAt(text: string, at: number): boolean {
  const previous = text.charAt(at - 1);
  const ahead = text.slice(at, at + 18);
  if (!startOfNumber.test(ahead) && !(/^[A-Za-z]/.test(ahead) && startsInEnglish.test(ahead))) return false;
  const before = text.slice(Math.max(0, at - 8), at);
  // PET12μm: a film of a named material and its gauge.
  if (
    /[A-Za-z]$/.test(before) &&
    film.test(text.slice(at - (/[A-Za-z]+$/.exec(before)?.[0].length ?? 0), at + 12))
  )
    return true;
  if (gluedBefore.test(before) && /^\d+(?:\.\d+)? ?%/.test(ahead)) return true;
  // D50两微米: the digits are a name's.
  const isNamed = /[A-Za-z]\d+$/.test(before) && /^[一二两三四五六七八九十]/.test(ahead);
  if (!(isNamed || isFree(text.charAt(at), previous)) || ratio.test(before) || ordinal.test(before))
    return false;
  if (/\d\.$/.test(before)) return false;
  // 2.6 g/cm3@3T: what it was pressed with.
  if (/@ ?$/.test(before) && /^\d+(?:\.\d+)? ?[Tt](?![A-Za-z/])/.test(ahead)) return false;
  if (steel.test(ahead) && !/(?:容|体积|volume)[^,，]*$/i.test(before)) return false;
  if (/(?:^|[^A-Za-z°])[CP]\/$/.test(before)) return false;
  if (previous === "-" && /[A-Za-z]/.test(text.charAt(at - 2))) return false;
  return !(/[+-]/.test(text.charAt(at)) && /[\d%°CμmA-Za-z)]/.test(previous));
}

/** A number in digits may not stand inside a Latin word; one in Han may follow one. */
function isFree(first: string, previous: string): boolean {
  return !(/[A-Za-z\d.+-]/.test(first) ? /[A-Za-z0-9_]/ : /\d/).test(previous);
}

/** The rest of a Latin word or of a number belongs to it: NCM811, Ni90 and 811 hold no number that starts inside. */
export function skipWord(text: string, at: number): number {
  const named = matchAt(filmName, text, at);
  if (named) return at + named[0].length;
  // Li2O2.3%: what a glued share is of ends in O.
  const oxide = matchAt(glued, text, at);
  if (oxide) return at + oxide[0].length;
  const word = matchAt(
    /[A-Za-z][A-Za-z0-9.]*|\d+(?:[.,]\d+)*|[零〇一二两三四五六七八九十百千万亿]+/y,
    text,
    at,
  );
  return at + (word?.[0].length ?? 1);
}
