import type { EChartsCoreOption } from "echarts/core";

/** What is drawn and how high it is; `titles` says a mark in words, by series and place in it. */
export type Plan = {
  readonly height: number;
  readonly option: EChartsCoreOption;
  readonly titles?: readonly (readonly string[])[];
};

export const ink = "var(--color-ink)";
export const muted = "var(--color-muted)";
export const line = "var(--color-line)";
export const ground = "var(--color-ground)";
export const textSize = 12;

/** About how wide a text is drawn: a Chinese character is as wide as high, a broad sign a little less, a letter a little over half. */
export function widthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + shareOf(letter), 0) * textSize;
}

const shareOf = (letter: string) => (letter > "\u2e7f" ? 1 : /[%‰mwMW]/.test(letter) ? 0.92 : 0.58);

export const widest = (texts: readonly string[]) => Math.max(0, ...texts.map(widthOf));

/** A shade of the one colour of heat. */
export function shadeOf(level: number): string {
  return `color-mix(in oklab, var(--color-info) ${Math.round(8 + level * 32)}%, ${ground})`;
}
