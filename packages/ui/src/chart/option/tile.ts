import type { CustomSeriesRenderItem } from "echarts";
import { hatchOf } from "../pattern.ts";
import type { HeatSpec, TileSpec, Why } from "../spec.ts";
import { ground, ink, line, muted, type Plan, shadeOf, textSize, widest } from "./plan.ts";

type Cell = {
  readonly x: number;
  readonly y: number;
  readonly label: string;
  readonly value: string;
  readonly level: number | null;
  readonly why?: Why | undefined;
};
type Text = {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly align: "left" | "center";
};

/** Equal tiles in rough places instead of a map: no borders are drawn, and no place is bigger than another. */
export function planTiles({ tiles }: TileSpec, width: number): Plan {
  const size = {
    width: width / Math.max(1, ...tiles.map(({ column }) => column)),
    height: width < 500 ? 44 : 56,
  };
  const cells = tiles.map(({ column, row, label, short, level, why }) => ({
    x: (column - 1) * size.width,
    y: (row - 1) * size.height,
    label,
    value: short,
    level,
    why,
  }));
  const height = Math.max(1, ...tiles.map(({ row }) => row)) * size.height;
  return {
    ...draw(cells, size, [], height),
    titles: [tiles.map(({ name, text }) => `${name}: ${text}`)],
  };
}

/** A matrix of shades, its figures in the cells. */
export function planHeat({ columns, rows }: HeatSpec, width: number): Plan {
  const left = Math.min(widest(rows.map(({ label }) => label)) + 8, width * 0.36);
  const top = 24;
  const size = { width: (width - left) / Math.max(1, columns.length), height: 32 };
  const cells = rows.flatMap(({ cells: line }, row) =>
    line.map(({ text, level, why }, column) => ({
      x: left + column * size.width,
      y: top + row * size.height,
      label: "",
      value: text,
      level,
      why,
    })),
  );
  const names: readonly Text[] = [
    ...columns.map(({ label }, at) => ({
      x: left + (at + 0.5) * size.width,
      y: top / 2,
      text: label,
      align: "center" as const,
    })),
    ...rows.map(({ label }, at) => ({
      x: 0,
      y: top + (at + 0.5) * size.height,
      text: label,
      align: "left" as const,
    })),
  ];
  return {
    ...draw(cells, size, names, top + rows.length * size.height),
    titles: [
      rows.flatMap(({ label, cells: line }) =>
        line.map(({ text }, at) => `${label}, ${columns[at]?.label ?? ""}: ${text}`),
      ),
    ],
  };
}

/** The letters of a cell, and of the heads above it: the longest province stands whole. */
const cellSize = 11;

type Size = { readonly width: number; readonly height: number };

function draw(cells: readonly Cell[], size: Size, texts: readonly Text[], height: number): Plan {
  const renderItem: CustomSeriesRenderItem = ({ dataIndex }) => {
    const cell = cells[dataIndex];
    if (!cell) return null;
    const { x, y, label, value, level, why } = cell;
    const isEmpty = level === null;
    const fill = isEmpty ? (why && why !== "missing" ? hatchOf(why) : "none") : shadeOf(level);
    const font = {
      fontSize: cellSize,
      width: size.width - (label ? 10 : 4),
      overflow: "truncate",
      ellipsis: "…",
      ...(fill.startsWith("url") ? { stroke: ground, lineWidth: 3 } : {}),
    } as const;
    const written = label
      ? { x: x + 6, y: y + size.height - 8, align: "left", verticalAlign: "bottom" }
      : { x: x + size.width / 2, y: y + size.height / 2, align: "center", verticalAlign: "middle" };
    return {
      type: "group",
      children: [
        {
          type: "rect",
          shape: { x: x + 1, y: y + 1, width: size.width - 2, height: size.height - 2, r: 2 },
          style: {
            fill,
            stroke: isEmpty ? "var(--color-edge)" : line,
            lineDash: isEmpty && fill === "none" ? [3, 3] : null,
          },
        },
        ...(label
          ? [
              {
                type: "text",
                style: {
                  ...font,
                  text: label,
                  x: x + 6,
                  y: y + 8,
                  fill: isEmpty && fill === "none" ? muted : ink,
                },
              } as const,
            ]
          : []),
        ...(value
          ? [
              {
                type: "text",
                style: { ...font, ...written, text: value, fontWeight: 500, fill: ink },
              } as const,
            ]
          : []),
      ],
    } as ReturnType<CustomSeriesRenderItem>;
  };
  return {
    height,
    option: {
      graphic: texts.map(({ x, y, text, align }) => ({
        type: "text",
        silent: true,
        x,
        y,
        style: {
          text,
          fontSize: align === "left" ? textSize : cellSize,
          fill: ink,
          align,
          verticalAlign: "middle",
          width: align === "left" ? undefined : size.width,
          overflow: "truncate",
          ellipsis: "…",
        },
      })),
      series: [{ type: "custom", coordinateSystem: "none", renderItem, data: cells.map((_, at) => [at]) }],
    },
  };
}
