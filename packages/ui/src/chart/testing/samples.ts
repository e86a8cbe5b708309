import type { ChartSpec, LineSpec, MapSpec } from "../spec.ts";

const figure = (value: number) => ({ value, text: `${value} t` });
const withheld = (low: number, high: number) =>
  ({ value: null, text: `W (${low}–${high})`, band: { low, high, why: "withheld" } }) as const;
const missing = { value: null, text: "none" } as const;

export const bar = {
  kind: "bar",
  head: ["Name", "Value"],
  bars: [
    { key: "a", label: "草稿 <b>&", value: 2.3456, text: "2.3456 t" },
    { key: "b", label: "Sent to an organization that has not answered within the time", ...figure(9) },
    { key: "c", label: "url(#dot-info)", ...missing },
    { key: "d", label: "Closed", ...withheld(2, 5) },
  ],
} as const satisfies ChartSpec;

export const stack = {
  kind: "stack",
  head: ["Year"],
  parts: [
    { key: "r", label: "Resource", tone: "resource" },
    { key: "s", label: "Smelting", tone: "smelting" },
  ],
  bars: [
    { key: "24", label: "2024", data: [figure(1), figure(2)] },
    { key: "25", label: "2025", data: [figure(4), missing] },
  ],
} as const satisfies ChartSpec;

/** A line of 35 rows, with a gap and a band. */
export const line: LineSpec = {
  kind: "line",
  head: ["Year"],
  formatY: (value) => `${value} %`,
  marks: [2000, 2010, 2020, 2034].map((x) => ({ x, label: String(x) })),
  series: [
    {
      key: "released",
      label: "Released",
      tone: "accent",
      points: Array.from({ length: 35 }, (_, at) => {
        const x = 2000 + at;
        if (at === 5) return { x, y: null, text: "none" };
        const band = { low: 20, high: 30, why: "withheld" } as const;
        return at === 20 ? { x, y: null, text: "W (20–30)", band } : { x, y: at + 1, text: `${at + 1} %` };
      }),
    },
  ],
};

export const spark: ChartSpec = { kind: "spark", head: ["Year"], series: line.series };

export const tile = {
  kind: "tile",
  head: ["Province", "Value"],
  tiles: [
    { key: "11", label: "京", name: "北京", column: 1, row: 1, level: 0.5, short: "12", text: "12 t" },
    {
      key: "23",
      label: "黑",
      name: "黑龙江",
      column: 2,
      row: 1,
      level: null,
      short: "W",
      text: "W (1–2)",
      why: "withheld",
    },
    {
      key: "54",
      label: "藏",
      name: "西藏",
      column: 1,
      row: 2,
      level: null,
      short: "",
      text: "none",
      why: "missing",
    },
  ],
} as const satisfies ChartSpec;

export const heat = {
  kind: "heat",
  head: ["Goods"],
  columns: [
    { key: "24", label: "2024" },
    { key: "25", label: "2025" },
  ],
  rows: [
    {
      key: "c",
      label: "碳酸锂",
      cells: [
        { level: 1, text: "9" },
        { level: null, text: "none", why: "missing" },
      ],
    },
    {
      key: "h",
      label: "Hydroxide",
      cells: [
        { level: null, text: "W", why: "withheld" },
        { level: 0, text: "0" },
      ],
    },
  ],
} as const satisfies ChartSpec;

export const sankey = {
  kind: "sankey",
  head: ["From", "To", "Value"],
  nodes: [
    { key: "cl", label: "智利" },
    { key: "au", label: "Australia" },
    { key: "cn", label: "中国", tone: "smelting" },
  ],
  flows: [
    { from: "cl", to: "cn", ...figure(20) },
    { from: "au", to: "cn", ...withheld(10, 30) },
    { from: "cl", to: "au", ...missing },
  ],
} as const satisfies ChartSpec;

/** As many points as there are deposits on the map of lithium. */
export const map: MapSpec = {
  kind: "map",
  head: ["Deposit", "Type", "Resource"],
  types: [
    { key: "p", label: "Pegmatite", shape: "diamond", tone: "resource" },
    { key: "b", label: "盐湖", shape: "circle", tone: "materials" },
  ],
  places: Array.from({ length: 163 }, (_, at) => ({
    key: String(at),
    label: at === 0 ? "阿塔卡马" : `Deposit ${at}`,
    type: at % 2 === 0 ? "b" : "p",
    lon: at === 0 ? -68 : ((at * 47) % 320) - 160,
    lat: at === 0 ? -23 : ((at * 31) % 110) - 45,
    ...(at % 10 === 9 ? missing : figure(1000 - at)),
  })),
};

export const samples: readonly ChartSpec[] = [bar, stack, line, spark, tile, heat, sankey, map];
