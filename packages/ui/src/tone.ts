/** What a colour says. The last five are the links of the chain; a letter or word always stands beside it. */
export const tones = [
  "neutral",
  "accent",
  "success",
  "warning",
  "danger",
  "info",
  "resource",
  "smelting",
  "materials",
  "recycling",
  "chain",
] as const;
export type Tone = (typeof tones)[number];

export const toneText: Readonly<Record<Tone, string>> = {
  neutral: "text-muted",
  accent: "text-accent-ink",
  success: "text-success",
  warning: "text-warning",
  danger: "text-danger",
  info: "text-info",
  resource: "text-resource",
  smelting: "text-smelting",
  materials: "text-materials",
  recycling: "text-recycling",
  chain: "text-chain",
};

export const toneFill: Readonly<Record<Tone, string>> = {
  neutral: "bg-edge",
  accent: "bg-accent",
  success: "bg-success",
  warning: "bg-warning",
  danger: "bg-danger",
  info: "bg-info",
  resource: "bg-resource",
  smelting: "bg-smelting",
  materials: "bg-materials",
  recycling: "bg-recycling",
  chain: "bg-chain",
};

/** Strokes of charts, as CSS variables, so that they follow the theme. */
export function toneColor(tone: Tone): string {
  return tone === "neutral" ? "var(--color-edge)" : `var(--color-${tone})`;
}
