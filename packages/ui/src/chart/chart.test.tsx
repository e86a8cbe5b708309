import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Chart } from "./chart.tsx";
import { Sparkline } from "./sparkline.tsx";
import type { ChartSpec } from "./spec.ts";
import { line, map, samples } from "./testing/samples.ts";

const whyLabels = { withheld: "不公布", residual: "r", aged: "a", uncertain: "u", missing: "no figure" };
const toPage = (spec: ChartSpec) =>
  renderToStaticMarkup(<Chart title="T" spec={spec} tableLabel="Table" whyLabels={whyLabels} />);

describe("a chart on a page", () => {
  it.each(samples.map((spec) => [spec.kind, spec] as const))(
    "of kind %s is a named picture with its table, and no two parts share an id",
    (_, spec) => {
      const page = toPage(spec);
      const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(page).toContain('role="img" aria-label="T"');
      expect(page).toContain("<table");
      expect(page).not.toMatch(/ style=|<script/);
    },
  );

  it("says in its legend what lines, shapes and hatches stand for, and nothing else", () => {
    const legend = (page: string) => [...page.matchAll(/<\/span>([^<]*)<\/li>/g)].map(([, text]) => text);
    expect(legend(toPage(line))).toEqual(["Released", "不公布"]);
    expect(legend(toPage(map))).toEqual(["Pegmatite", "盐湖"]);
  });
});

it("a sparkline says in words what it shows", () => {
  const page = renderToStaticMarkup(<Sparkline label="from 1 to 2" series={line.series} />);
  expect(page).toContain('role="img" aria-label="from 1 to 2"');
});
