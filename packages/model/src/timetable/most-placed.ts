import { solveFlow } from "@lilink/engine/flow";

/** How many meetings fit into slots at most, where each takes one slot of its choices and a slot has so much room. [TT5] */
export function largestFlow(
  wanted: readonly number[],
  choices: readonly (readonly number[])[],
  slots: number,
  room: (slot: number) => number,
): number {
  const arcs = wanted.flatMap((meeting, at) => (choices[meeting] ?? []).map((slot) => [at, slot] as const));
  const sink = wanted.length + slots;
  const count = arcs.length + slots + wanted.length;
  const net = {
    nodes: sink + 1,
    source: new Int32Array(count),
    target: new Int32Array(count),
    upper: new Float64Array(count),
    cost: new Float64Array(count),
    supply: new Float64Array(sink + 1),
  };
  const arc = (at: number, from: number, to: number, most: number, price: number) => {
    net.source[at] = from;
    net.target[at] = to;
    net.upper[at] = most;
    net.cost[at] = price;
  };
  for (const [at, [meeting, slot]] of arcs.entries()) arc(at, meeting, wanted.length + slot, 1, 0);
  for (let slot = 0; slot < slots; slot++) arc(arcs.length + slot, wanted.length + slot, sink, room(slot), 0);
  for (const [at] of wanted.entries()) {
    // What has no slot goes past them, at a price.
    arc(arcs.length + slots + at, at, sink, 1, 1);
    net.supply[at] = 1;
  }
  net.supply[sink] = -wanted.length;
  return wanted.length - solveFlow(net).value;
}
