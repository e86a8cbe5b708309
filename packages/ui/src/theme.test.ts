import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

type Rgb = readonly [number, number, number];

const css = readFileSync(new URL("./theme.css", import.meta.url), "utf8");
const toRgb = (hex: string): Rgb => {
  const part = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return [part(1), part(3), part(5)];
};
const colors = new Map(
  [...css.matchAll(/--color-([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(
    ([, name = "", light = "", dark = ""]) => [name, { light: toRgb(light), dark: toRgb(dark) }],
  ),
);
const colorOf = (name: string, theme: "light" | "dark"): Rgb => {
  const color = colors.get(name);
  if (!color) throw new Error(`theme.css has no colour ${name}`);
  return color[theme];
};

const linear = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const toLinear = (color: Rgb): Rgb => [linear(color[0]), linear(color[1]), linear(color[2])];
const luminance = (color: Rgb) => {
  const [r, g, b] = toLinear(color);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (a: Rgb, b: Rgb) => {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
};

/** Machado, Oliveira and Fernandes 2009, severity 1. */
const vision = {
  normal: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
} as const;
type Vision = keyof typeof vision;

function toLab(color: Rgb, kind: Vision): Rgb {
  const [r, g, b] = toLinear(color);
  const m = vision[kind];
  const [sr, sg, sb] = [
    m[0] * r + m[1] * g + m[2] * b,
    m[3] * r + m[4] * g + m[5] * b,
    m[6] * r + m[7] * g + m[8] * b,
  ];
  const curve = (value: number) => (value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16 / 116);
  const x = curve((0.4124 * sr + 0.3576 * sg + 0.1805 * sb) / 0.9505);
  const y = curve(0.2126 * sr + 0.7152 * sg + 0.0722 * sb);
  const z = curve((0.0193 * sr + 0.1192 * sg + 0.9505 * sb) / 1.089);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}
const distance = (a: Rgb, b: Rgb) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);

const links = ["resource", "smelting", "materials", "recycling", "chain"] as const;
const pairs = links.flatMap((a, index) => links.slice(index + 1).map((b) => [a, b] as const));

describe.each(["light", "dark"] as const)("colours in %s", (theme) => {
  const inks = ["ink", "muted", "accent-ink", "success", "warning", "danger", "info", ...links];
  it.each(inks)("%s reads on the ground and on raised areas", (name) => {
    expect(contrast(colorOf(name, theme), colorOf("ground", theme))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colorOf(name, theme), colorOf("raised", theme))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(["success", "warning", "danger", "info"])("%s reads on its own wash", (name) => {
    expect(contrast(colorOf(name, theme), colorOf(`${name}-wash`, theme))).toBeGreaterThanOrEqual(4.5);
  });

  it("keeps muted text readable on sunken areas, and edges visible", () => {
    expect(contrast(colorOf("muted", theme), colorOf("sunken", theme))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colorOf("on-accent", theme), colorOf("accent", theme))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colorOf("edge", theme), colorOf("ground", theme))).toBeGreaterThanOrEqual(3);
  });

  it.each(["ground", "raised", "sunken"])("draws an unticked box clearly on %s", (place) => {
    expect(css).toMatch(/\.choice-box \{[^}]*border: [\d.]+px solid var\(--color-muted\)/);
    expect(contrast(colorOf("muted", theme), colorOf(place, theme))).toBeGreaterThanOrEqual(3);
  });

  it.each(["normal", "protanopia", "deuteranopia"] as const)(
    "tells the links apart under %s vision",
    (kind) => {
      const close = pairs.filter(
        ([a, b]) => distance(toLab(colorOf(a, theme), kind), toLab(colorOf(b, theme), kind)) < 16,
      );
      expect(close).toEqual([]);
    },
  );
});
