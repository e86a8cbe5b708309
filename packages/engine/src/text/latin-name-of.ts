import { pinyin } from "pinyin-pro";
import doubles from "./data/double-surnames.json" with { type: "json" };

/** Two to four Han characters; a mark in brackets may follow. */
const person = /^(\p{Script=Han}{2,4})(?:\s*[(（][^)）]*[)）])?$/u;

/**
 * A person's Chinese name in pinyin, the surname first, as a passport writes it; null for any other text. [TX5]
 * @example latinNameOf("周明远") // "Zhou Mingyuan"
 */
export function latinNameOf(name: string): string | null {
  const [, han] = person.exec(name.trim()) ?? [];
  if (han === undefined) return null;
  const letters = [...han];
  const long = letters.length > 2 && doubles.includes(letters.slice(0, 2).join("")) ? 2 : 1;
  const sounds = pinyin(han, { toneType: "none", type: "array", surname: "head" });
  return [sounds.slice(0, long), sounds.slice(long)].map(joinSounds).join(" ");
}

/** An apostrophe keeps apart what would be read as one sound: Xi'an. */
function joinSounds(sounds: readonly string[]): string {
  const word = sounds.reduce((told, sound) => told + (told && /^[aeo]/.test(sound) ? "'" : "") + sound, "");
  return word.charAt(0).toUpperCase() + word.slice(1);
}
