import { traditionalPairs } from "@lilink/engine/text";
import looks from "./data/looks.json" with { type: "json" };

/** From each character on the left to the one in the same place on the right. */
export type Pairs = { readonly from: string; readonly to: string };

// What two sides write alike in Latin, and Chinese characters that differ by a stroke's length or are signs of another script.
const alike = ["01i|曰末士已巳入戌戍囗ロエニカタトハ", "olll日未土己己人戊戊口口工二力夕卜八"];

/**
 * Letters of other scripts as the Latin ones that they look like, and traditional characters as simplified ones: what a name
 * is looked up by. [OR12]
 */
export function lookPairs(): Pairs {
  const letters = [...looks.pairs];
  const han = traditionalPairs();
  const pick = (odd: number) => letters.filter((_one, at) => at % 2 === odd).join("");
  return {
    from: pick(0) + han.map(([one]) => one).join(""),
    to: pick(1) + han.map(([, one]) => one).join(""),
  };
}

/** What a reader takes for one another at a glance even in one script; by it names are compared, not looked up. [OR12] */
export const glancePairs: Pairs = { from: alike[0] ?? "", to: alike[1] ?? "" };
