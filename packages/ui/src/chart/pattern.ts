import { type Tone, toneColor, tones } from "../tone.ts";
import type { Why } from "./spec.ts";

/** What is drawn in a square of six by six, on top of a light wash of the same colour. */
const textures = {
  slash: '<path d="M-1 1l2-2M0 6l6-6M5 7l2-2"/>',
  dot: '<path d="M1.5 1.5h.01M4.5 4.5h.01" stroke-width="2" stroke-linecap="round"/>',
  line: '<path d="M0 3h6"/>',
  cross: '<path d="M0 0l6 6M0 6l6-6"/>',
  back: '<path d="M-1 5l2 2M0 0l6 6M5-1l2 2"/>',
} as const;
type Texture = keyof typeof textures;

const ofWhy: Readonly<Record<Exclude<Why, "missing">, Texture>> = {
  withheld: "slash",
  residual: "dot",
  aged: "line",
  uncertain: "cross",
};
const ofPart: readonly (Texture | null)[] = [null, "slash", "dot", "line", "cross", "back"];

/** A fill as a name; the drawing gives it the identity of its chart and defines what it names. */
export function hatchOf(why: Exclude<Why, "missing">, tone: Tone = "neutral"): string {
  return `url(#${ofWhy[why]}-${tone})`;
}

/** The fill of a part of a whole: the first is plain, each further one has a texture of its own, unless it says which. */
export function fillOf(part: number | "plain" | "hatched", tone: Tone): string {
  const place = part === "plain" ? 0 : part === "hatched" ? 1 : part;
  const texture = ofPart[place % ofPart.length];
  return texture ? `url(#${texture}-${tone})` : toneColor(tone);
}

/** Gives the fills that a drawing names the identity of the chart, and defines them. */
export function definePatterns(drawing: string, id: string): string {
  const used = new Set([...drawing.matchAll(/="url\(#([a-z]+-[a-z]+)\)/g)].map(([, name = ""]) => name));
  const defined = [...used].map((name) => {
    const [texture, tone] = name.split("-");
    const color = toneColor(tones.find((one) => one === tone) ?? "neutral");
    return `<pattern id="${id}-${name}" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" fill="${color}" fill-opacity=".2"/><g fill="none" stroke="${color}" stroke-width="1.2">${textures[texture as Texture]}</g></pattern>`;
  });
  const named = drawing.replaceAll(/="url\(#([a-z]+-[a-z]+)\)/g, `="url(#${id}-$1)`);
  return defined.length === 0 ? named : named.replace(/<svg[^>]*>/, `$&<defs>${defined.join("")}</defs>`);
}
