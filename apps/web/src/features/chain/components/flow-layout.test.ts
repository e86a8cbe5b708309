import { drawFlow, stages } from "@lilink/model/chain";
import { describe, expect, it } from "vitest";
import { flowHeight, flowWidth, layOutFlow } from "./flow-layout.ts";

const graph = drawFlow();
const drawing = layOutFlow(graph);
const boxes = [...drawing.boxes.values()];

describe("the drawing of the chain", () => {
  it("[CH6] has a place for every stage; the services are below all of them", () => {
    const missing = stages.filter((stage) => !drawing.boxes.has(stage.id)).map((stage) => stage.id);
    expect(missing).toEqual(["svc"]);
  });

  it("[CH6] draws every flow between stages once, and none within a stage", () => {
    const drawn = drawing.ribbons.map(({ flow }) => `${flow.from} ${flow.to}`);
    const wanted = graph.stageFlows.filter((flow) => flow.kind !== "inner");
    expect(drawn.sort()).toEqual(wanted.map((flow) => `${flow.from} ${flow.to}`).sort());
  });

  it("keeps every box inside, and no two on top of each other", () => {
    for (const box of boxes) {
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(flowWidth);
      expect(box.y + box.height).toBeLessThan(drawing.band.y);
    }
    expect(drawing.band.y + drawing.band.height).toBeLessThanOrEqual(flowHeight);
    const overlapping = boxes.filter((a) =>
      boxes.some((b) => a !== b && a.x === b.x && Math.abs(a.y - b.y) < a.height),
    );
    expect(overlapping).toEqual([]);
  });

  it("lets every forward ribbon run to the right or down, so that nothing crosses a box", () => {
    for (const { flow } of drawing.ribbons.filter((ribbon) => ribbon.flow.kind === "forward")) {
      const [from, to] = [drawing.boxes.get(flow.from), drawing.boxes.get(flow.to)];
      const step = (to?.x ?? 0) - (from?.x ?? 0);
      const isNext = Math.abs(step - boxStep()) < 1;
      expect(isNext || step === 0, `${flow.from} ${flow.to}`).toBe(true);
    }
  });
});

function boxStep(): number {
  const lefts = [...new Set(boxes.map((box) => box.x))].sort((a, b) => a - b);
  return (lefts[1] ?? 0) - (lefts[0] ?? 0);
}
