import { describe, expect, it } from "vitest";
import { readLand } from "../option/land.ts";
import { bar, heat, line, map, samples, sankey, spark, stack, tile } from "../testing/samples.ts";
import { drawChart } from "./draw-chart.ts";
import { type DrawOptions, renderChart } from "./render-chart.ts";

const wide: DrawOptions = { id: "c", width: 760 };
const count = (text: string, mark: RegExp) => [...text.matchAll(mark)].length;
const words = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text = ""]) => text);

describe.each(samples.map((spec) => [spec.kind, spec] as const))("a %s", (_, spec) => {
  it.each([350, 760])(
    "at %d pixels keeps to the theme, to the content policy and to its own ids",
    (width) => {
      const svg = renderChart(spec, { id: "c", width });
      expect(svg).toMatch(new RegExp(`^<svg width="100%" viewBox="0 0 ${width} \\d+">`));
      expect(svg).not.toMatch(/#[0-9a-f]{3,8}"|rgba?\(|hsla?\(/i);
      expect(svg).not.toMatch(/ (?:style|class|on[a-z]+)=|<style|<script|ecmeta|font-family|NaN|undefined/);
      const ids = [...svg.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
      expect(ids.filter((id) => !id?.startsWith("c-"))).toEqual([]);
      const named = [...svg.matchAll(/="url\(#([^)]*)\)/g)].map(([, id]) => id);
      expect(named.filter((id) => !ids.includes(id))).toEqual([]);
    },
  );

  it("is the same text each time", () => {
    const first = drawChart(spec, 760);
    drawChart(stack, 760);
    expect(drawChart(spec, 760)).toBe(first);
    expect(renderChart(spec, { ...wide, id: "d" })).toBe(
      renderChart(spec, wide).replaceAll(/(="(?:url\(#)?)c-/g, "$1d-"),
    );
  });
});

it("a drawing that is kept is not given for another spelling of the same figures", () => {
  const other = { ...line, formatY: (value: number) => `${value}％` };
  expect(renderChart(line, wide)).toContain(">20 %<");
  expect(renderChart(other, wide)).toContain(">20％<");
});

describe("a bar chart", () => {
  const svg = renderChart(bar, wide);
  it("draws a bar for each figure, a hatched one between bounds, and none for what is missing", () => {
    expect(count(svg, /<path [^>]*fill="var\(--color-edge\)"/g)).toBe(2);
    expect(count(svg, /fill="url\(#c-slash-neutral\)"/g)).toBe(1);
  });
  it("writes each name and figure, with what could be markup escaped and nothing else changed", () => {
    expect(words(svg)).toEqual(
      expect.arrayContaining(["草稿 &lt;b&gt;&amp;", "2.3456 t", "url(#dot-info)", "none", "W (2–5)"]),
    );
  });
});

it("a stack tells its parts apart by texture, and has no part for what is missing", () => {
  const svg = renderChart(stack, wide);
  expect(count(svg, /<path [^>]*fill="var\(--color-resource\)"/g)).toBe(2);
  expect(count(svg, /fill="url\(#c-slash-smelting\)"/g)).toBe(1);
});

describe("a line chart", () => {
  it("stops at a missing point and at a withheld one, which is hatched between its bounds", () => {
    const svg = renderChart(line, wide);
    const [, path = ""] = /<path d="([^"]*)" fill="none" stroke="var\(--color-accent\)"/.exec(svg) ?? [];
    expect(count(path, /M/g)).toBe(3);
    expect(count(svg, /fill="url\(#c-slash-accent\)"/g)).toBe(1);
    expect(count(svg, /<path [^>]*transform="matrix/g)).toBe(33);
  });
  it("writes its marks and levels", () => {
    expect(words(renderChart(line, wide))).toEqual(expect.arrayContaining(["2000", "2034", "0 %", "40 %"]));
  });
  it("is a line alone at the height of a row", () => {
    const svg = renderChart(spark, { id: "c", width: 112 });
    expect(words(svg)).toEqual([]);
    expect(svg.length).toBeLessThan(1500);
  });
});

it("tiles are shaded, hatched where withheld, empty where missing, and say themselves in full", () => {
  const svg = renderChart(tile, wide);
  expect(count(svg, /fill="color-mix\(in oklab, var\(--color-info\) 24%/g)).toBe(1);
  expect(count(svg, /fill="url\(#c-slash-neutral\)"/g)).toBe(1);
  expect(count(svg, /fill="none"[^>]*stroke-dasharray/g)).toBe(1);
  expect(count(svg, /<title>西藏: none<\/title>/g)).toBe(1);
});

it("a heat matrix names its rows and columns and shades zero, but not what is missing", () => {
  const svg = renderChart(heat, wide);
  expect(count(svg, /fill="color-mix/g)).toBe(2);
  expect(count(svg, /fill="url\(#c-slash-neutral\)"/g)).toBe(1);
  expect(words(svg)).toEqual(expect.arrayContaining(["2024", "碳酸锂", "9", "0", "W"]));
});

it("a Sankey draws each flow that is known, hatches a withheld one, and leaves a missing one out", () => {
  const svg = renderChart(sankey, wide);
  expect(count(svg, /fill-opacity="0.4"/g)).toBe(1);
  expect(count(svg, /fill="url\(#c-slash-neutral\)"/g)).toBe(1);
  expect(words(svg).sort()).toEqual(["Australia", "中国", "智利"]);
});

describe("a map", () => {
  it("draws each place once, with its title, hollow where the figure is missing", () => {
    const svg = renderChart(map, wide);
    expect(count(svg, /<title>/g)).toBe(163);
    expect(count(svg, /<path [^>]*fill="var\(--color-ground\)"/g)).toBe(16);
    expect(words(svg)).toContain("阿塔卡马");
  });
  it("shows both sides of the world on land without borders", () => {
    const [land, ...others] = readLand().features;
    const spots = land?.geometry.coordinates.flat(2) ?? [];
    expect(others).toEqual([]);
    for (const [lon, lat] of [
      [-60, 0],
      [20, 0],
      [100, 60],
      [135, -25],
    ] as const)
      expect(spots.some(([x, y]) => Math.abs(x - lon) < 25 && Math.abs(y - lat) < 25)).toBe(true);
    expect(Math.min(...spots.map(([, lat]) => lat))).toBeGreaterThan(-60);
  });
});
