import type { FlowNetwork } from "@lilink/engine/flow";
import loadHighs from "highs";
import { patienceMs, type Row, round, time } from "./row.ts";

/** HiGHS-wasm on a network as a linear programme, presolve off; building the model is not counted. */
export async function highsRow(network: FlowNetwork): Promise<Row> {
  const { nodes, source, target, upper, cost, supply } = network;
  const arcs = source.length;
  const solver = await loadHighs();
  const indices = new Int32Array(2 * arcs);
  const values = new Float64Array(2 * arcs);
  for (let arc = 0; arc < arcs; arc++) {
    indices.set([source[arc] ?? 0, target[arc] ?? 0], 2 * arc);
    values.set([1, -1], 2 * arc);
  }
  const model = solver.createModel({
    numCols: arcs,
    numRows: nodes,
    colCost: cost,
    colLower: new Float64Array(arcs),
    colUpper: upper,
    rowLower: supply,
    rowUpper: supply,
    matrix: {
      format: "csc",
      numRows: nodes,
      numCols: arcs,
      starts: Int32Array.from({ length: arcs + 1 }, (_, arc) => 2 * arc),
      indices,
      values,
    },
  });
  model.options.set({ output_flag: false, presolve: "off", time_limit: patienceMs / 1000 });
  let value: number | null = null;
  const ms = time(() => {
    model.run();
  });
  if (model.getModelStatus() === solver.constants.modelStatus.optimal)
    value = Math.round(model.getObjectiveValue());
  model.dispose();
  const row = { task: "flow", engine: "HiGHS-wasm 1.15, presolve off", n: arcs };
  if (value === null) return { ...row, ms: null, value, stoppedAfterMs: round(ms) };
  return { ...row, ms: round(ms), value };
}
