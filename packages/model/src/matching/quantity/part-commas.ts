import type { NormalText } from "@lilink/engine/text";

/**
 * A Chinese comma between digits of half width parts two numbers: 酸料比0.95，250℃ holds no 95250. It is made a semicolon, but
 * for the one before 000; positions stay. [MT52]
 */
export function partCommas({ raw, at }: NormalText, text: string): string {
  if (!/\d，\d/.test(raw)) return text;
  return text
    .split("")
    .map((character, index) => {
      const place = at[index] ?? 0;
      const isParting = character === "," && /^\d，(?!000(?!\d))\d/.test(raw.slice(place - 1, place + 5));
      return isParting ? ";" : character;
    })
    .join("");
}
