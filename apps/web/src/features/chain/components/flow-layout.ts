import type { FlowGraph, StageFlow } from "@lilink/model/chain";

/** The drawing is reckoned in units; the page scales it to its width. */
export const flowWidth = 1000;
export const flowHeight = 706;
const node = { width: 128, height: 70, pitch: 80 } as const;
const top = 36;
const right = 34;
const rowsAtMost = 7;

/** Stages stand in columns so that every forward flow goes to the next column or to the stage below. */
const columns = [
  ["res.geo", "res.reserve", "res.mine", "res.ben", "res.brine"],
  ["sme.ext", "sme.salt", "sme.deep", "sme.green"],
  ["mat.pre", "mat.cat", "mat.ano", "mat.ele", "mat.sse", "mat.sep", "mat.aux"],
  ["mat.equip", "mat.cell", "mat.pack"],
  ["rec.coll", "rec.casc", "rec.test"],
  ["rec.pre", "rec.met", "rec.dir"],
] as const;
const gap = (flowWidth - right - columns.length * node.width) / (columns.length - 1);

export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
export type Ribbon = {
  readonly flow: StageFlow;
  readonly path: string;
  readonly width: number;
  /** Points of the arrow head. */
  readonly head: string;
  /** Where the number of a return stands, counted from 1. */
  readonly mark?: { readonly x: number; readonly y: number; readonly number: number };
};
export type FlowDrawing = {
  readonly boxes: ReadonlyMap<string, Box>;
  readonly ribbons: readonly Ribbon[];
  /** Where the names of the links stand: left edge and width of their columns. */
  readonly heads: readonly { readonly x: number; readonly width: number }[];
  readonly band: Box;
};

const columnLeft = (column: number) => column * (node.width + gap);
const columnOf = new Map<string, number>(
  columns.flatMap((stages, column) => stages.map((id) => [id, column] as const)),
);
const thickness = (flow: StageFlow) => 1.5 + flow.edges.length * 0.85;

function placeBoxes(): Map<string, Box> {
  return new Map(
    columns.flatMap((stages, column) => {
      const shift = ((rowsAtMost - stages.length) / 2) * node.pitch;
      return stages.map((id, row): [string, Box] => [
        id,
        {
          x: columnLeft(column),
          y: top + shift + row * node.pitch,
          width: node.width,
          height: node.height,
        },
      ]);
    }),
  );
}

const arrow = (x: number, y: number, along: "right" | "down") =>
  along === "right"
    ? `${x - 6},${y - 4} ${x},${y} ${x - 6},${y + 4}`
    : `${x - 4},${y - 6} ${x},${y} ${x + 4},${y - 6}`;

/** Places one after another along a side, each as thick as its ribbon, centred on the box. */
function spread(flows: readonly StageFlow[], box: Box): Map<StageFlow, number> {
  const total = flows.reduce((sum, flow) => sum + thickness(flow), 0);
  let at = box.y + box.height / 2 - total / 2;
  return new Map(
    flows.map((flow) => {
      const middle = at + thickness(flow) / 2;
      at += thickness(flow);
      return [flow, middle];
    }),
  );
}

/**
 * Lays out the flows between stages: ribbons to the next column, short arrows down a column, and returns on lanes
 * underneath. Flows within one stage are a count, not an arrow. [CH6]
 */
export function layOutFlow(graph: FlowGraph): FlowDrawing {
  const boxes = placeBoxes();
  const boxOf = (id: string): Box => boxes.get(id) ?? { x: 0, y: 0, width: 0, height: 0 };
  const isAcross = (flow: StageFlow) =>
    flow.kind === "forward" && columnOf.get(flow.from) !== columnOf.get(flow.to);
  const across = graph.stageFlows.filter(isAcross);
  const starts = new Map<StageFlow, number>();
  const ends = new Map<StageFlow, number>();
  for (const [id, box] of boxes) {
    const leaving = across.filter((flow) => flow.from === id).sort((a, b) => boxOf(a.to).y - boxOf(b.to).y);
    const arriving = across
      .filter((flow) => flow.to === id)
      .sort((a, b) => boxOf(a.from).y - boxOf(b.from).y);
    for (const [flow, y] of spread(leaving, box)) starts.set(flow, y);
    for (const [flow, y] of spread(arriving, box)) ends.set(flow, y);
  }
  const returns = graph.stageFlows.filter((flow) => flow.kind === "return");
  const ribbons = graph.stageFlows.flatMap((flow): Ribbon[] => {
    if (flow.kind === "inner") return [];
    const [from, to] = [boxOf(flow.from), boxOf(flow.to)];
    if (flow.kind === "return") return [drawReturn(flow, from, to, returns.indexOf(flow))];
    if (!isAcross(flow)) return [drawWithin(flow, from, to)];
    const [startY, endY] = [starts.get(flow) ?? from.y, ends.get(flow) ?? to.y];
    const [startX, endX] = [from.x + from.width, to.x];
    const bend = (startX + endX) / 2;
    return [
      {
        flow,
        width: thickness(flow),
        path: `M${startX} ${startY} C${bend} ${startY} ${bend} ${endY} ${endX - 3} ${endY}`,
        head: arrow(endX, endY, "right"),
      },
    ];
  });
  return {
    boxes,
    ribbons,
    heads: [[0, 0] as const, [1, 1] as const, [2, 3] as const, [4, 5] as const].map(([first, last]) => ({
      x: columnLeft(first),
      width: columnLeft(last) + node.width - columnLeft(first),
    })),
    band: { x: 0, y: flowHeight - 44, width: flowWidth, height: 44 },
  };
}

/** Down to the next stage of the column, or past it by a bow on the right. */
function drawWithin(flow: StageFlow, from: Box, to: Box): Ribbon {
  const isNext = Math.abs(to.y - from.y - node.pitch) < 1;
  const x = from.x + from.width / 2;
  if (isNext) {
    const [startY, endY] = [from.y + from.height, to.y];
    return {
      flow,
      width: thickness(flow),
      path: `M${x} ${startY} V${endY - 4}`,
      head: arrow(x, endY, "down"),
    };
  }
  const [startX, startY] = [from.x + from.width, from.y + from.height * 0.7];
  const endY = to.y + to.height * 0.3;
  return {
    flow,
    width: thickness(flow),
    path: `M${startX} ${startY} C${startX + 20} ${startY} ${startX + 20} ${endY} ${startX + 4} ${endY}`,
    head: `${startX + 7},${endY - 4} ${startX},${endY} ${startX + 7},${endY + 4}`,
  };
}

/** Out on the right, back along a lane of its own under everything, and up before the column that it comes back to. */
function drawReturn(flow: StageFlow, from: Box, to: Box, index: number): Ribbon {
  const startX = from.x + from.width;
  const startY = from.y + from.height * (0.45 + (index % 3) * 0.2);
  const turnX = flowWidth - 4 - index * 4;
  const laneY = top + rowsAtMost * node.pitch + 6 + index * 6;
  const upX = to.x - 8 - (index % 4) * 6;
  const endY = to.y + to.height * 0.88;
  return {
    flow,
    width: 1.5,
    path: `M${startX} ${startY} H${turnX} V${laneY} H${upX} V${endY} H${to.x - 3}`,
    head: arrow(to.x, endY, "right"),
    // Beside each other, so that no number hides that of the next lane.
    mark: { x: 620 + index * 24, y: laneY, number: index + 1 },
  };
}
