import {
  isOptimalAssignment,
  isOptimalFlow,
  openFlow,
  solveAssignment,
  solveFlow,
} from "@lilink/engine/flow";
import {
  type Attention,
  expectMatches,
  maximizeScore,
  type Pairs,
  rankMarket,
  reportMarket,
  shareAttention,
  shareOfLowerHalf,
} from "@lilink/model/allocation";
import { munkres } from "munkres";
import { highsRow } from "./allocation-highs.ts";
import { makeCrowdedMarket, makeNetwork, makePairs } from "./allocation-market.ts";
import { lemonRow } from "./lemon-rows.ts";
import { createRandom } from "./random.ts";
import { quantile, type Row, round, say, time } from "./row.ts";

const ours = "lilink";
const flowSizes = [
  { needs: 1_000, suppliers: 500, runs: 5 },
  { needs: 10_000, suppliers: 2_000, runs: 5 },
  { needs: 50_000, suppliers: 5_000, runs: 1 },
];

/** Allocation beside its peers, on generated markets; every peer on the very same numbers. */
export async function allocationRows(seed: number): Promise<readonly Row[]> {
  say(`allocation, seed ${seed}`);
  const rows = [...assignmentRows(seed)];
  for (const { needs, suppliers, runs } of flowSizes) {
    const network = makeNetwork(seed, needs, suppliers, 20);
    say(`flow, ${network.source.length} arcs`);
    const results = Array.from({ length: runs }, () => timed(() => solveFlow(network)));
    const { value, pivots, flow, potential } = (results[0] ?? timed(() => solveFlow(network))).result;
    const optimal = isOptimalFlow(network, flow, potential) ? "yes" : "no";
    const ms = round(Math.min(...results.map((run) => run.ms)));
    rows.push({ task: "flow", engine: ours, n: network.source.length, ms, value, pivots, optimal });
    rows.push(lemonRow(network, runs), await highsRow(network));
  }
  rows.push(...changeRows(seed), ...marketRows(seed), ...rankingRows(seed));
  return rows;
}

function timed<Result>(run: () => Result): { readonly result: Result; readonly ms: number } {
  const start = performance.now();
  const result = run();
  return { result, ms: performance.now() - start };
}

/** 800 x 800, costs below 1,000; the best of seven for each. */
function assignmentRows(seed: number): readonly Row[] {
  const size = 800;
  const random = createRandom(seed);
  const table = {
    size,
    cost: Float64Array.from({ length: size * size }, () => Math.floor(random() * 1000)),
  };
  const rows = Array.from({ length: size }, (_, row) =>
    Array.from(table.cost.subarray(row * size, (row + 1) * size)),
  );
  const own = Array.from({ length: 7 }, () => timed(() => solveAssignment(table)));
  const peer = Array.from({ length: 7 }, () => timed(() => munkres(rows)));
  const best = (runs: readonly { readonly ms: number }[]) => round(Math.min(...runs.map(({ ms }) => ms)));
  const first = own[0]?.result ?? solveAssignment(table);
  const peerValue = (peer[0]?.result ?? []).reduce(
    (sum, [row, column]) => sum + (rows[row]?.[column] ?? 0),
    0,
  );
  const optimal = isOptimalAssignment(table, first) ? "yes" : "no";
  const row = { task: "assignment", n: size };
  return [
    { ...row, engine: ours, ms: best(own), value: first.value, optimal },
    { ...row, engine: "munkres 2.0.4", ms: best(peer), value: peerValue },
  ];
}

/**
 * One change after another at 10,000 x 2,000, processor time beside the clock: others may work on the machine. Then the
 * new value is asked for, and the whole result read, each timed by itself; values are set against cold solves.
 */
function changeRows(seed: number): readonly Row[] {
  const network = makeNetwork(seed, 10_000, 2_000, 20);
  const random = createRandom(seed + 1);
  const pick = (most: number) => Math.floor(random() * most);
  const arcs = network.source.length;
  const open = openFlow(network);
  const kinds = {
    "a score": () => open.change({ kind: "cost", arc: pick(10_000) * 21 + pick(20), cost: pick(1000) }),
    "a capacity": () => open.change({ kind: "upper", arc: arcs - 1 - pick(2_000), upper: 1 + pick(1_000) }),
    "a quantity": () =>
      open.change({ kind: "supply", from: pick(10_000), to: network.nodes - 1, amount: 1 + pick(20) }),
  };
  return Object.entries(kinds).map(([what, change]) => {
    say(`re-allocating after ${what}`);
    const [times, busy, pivots]: [number[], number[], number[]] = [[], [], []];
    const [values, reads]: [number[], number[]] = [[], []];
    let same = "yes";
    for (let round = 0; round < 100; round++) {
      const before = process.cpuUsage();
      times.push(time(() => pivots.push(change())));
      const { user, system } = process.cpuUsage(before);
      busy.push((user + system) / 1000);
      values.push(time(() => open.value()));
      reads.push(time(() => open.read()));
      if (round % 25 === 24 && open.value() !== solveFlow(open.network()).value) same = "no";
    }
    return {
      ...{ task: `re-allocation after ${what}`, engine: ours, n: arcs, p50Ms: quantile(times, 0.5) },
      ...{ p95Ms: quantile(times, 0.95), busyP50Ms: quantile(busy, 0.5), busyP95Ms: quantile(busy, 0.95) },
      ...{ valueP50Ms: quantile(values, 0.5), readP50Ms: quantile(reads, 0.5) },
      ...{ pivotsP50: quantile(pivots, 0.5), sameAsCold: same },
    };
  });
}

/** 50,000 seekers with attention for 5 each, 5,000 receivers for 60 each. */
function marketRows(seed: number): readonly Row[] {
  const [lefts, rights] = [50_000, 5_000];
  say(`who is shown to whom, ${lefts} x ${rights}`);
  const pairs = makePairs(seed, lefts, rights, 20);
  const attention: Attention = {
    left: new Int32Array(lefts).fill(5),
    right: new Int32Array(rights).fill(60),
  };
  const shared = timed(() => shareAttention(pairs, attention));
  const report = timed(() => reportMarket(pairs, attention, shared.result));
  const { blockingPairs, shared: own, plain, gained, lost } = report.result;
  const best = timed(() => maximizeScore(pairs, attention, harmonicMeans(pairs)));
  return [
    {
      ...{ task: "who is shown to whom", engine: `${ours}, deferred acceptance`, n: lefts },
      ...{ ms: round(shared.ms), reportMs: round(report.ms), pairs: pairs.left.length, blockingPairs },
      ...{ overAsked: own.overAsked.length, nobody: own.nobodyOnRight.length },
      ...{ gained: gained.length, lost: lost.length },
    },
    {
      ...{ task: "who is shown to whom", engine: "plain top-k", n: lefts },
      ...{ overAsked: plain.overAsked.length, asksAboveAttention: plain.asksAboveAttention },
      nobody: plain.nobodyOnRight.length,
    },
    {
      ...{ task: "who is shown to whom", engine: `${ours}, greatest sum`, n: lefts, ms: round(best.ms) },
      ...{ total: round(best.result.total), optimal: best.result.proved ? "yes" : "no" },
    },
  ];
}

function harmonicMeans({ leftScore, rightScore }: Pairs): Float64Array {
  return leftScore.map((own, pair) => {
    const other = rightScore[pair] ?? 0;
    return own + other === 0 ? 0 : (2 * own * other) / (own + other);
  });
}

/** The crowded simulation, 400 x 200, crowding 0.5, mean of three seeds. */
function rankingRows(seed: number): readonly Row[] {
  say("two-sided ranking");
  const figures = [0, 1, 2].map((add) => {
    const market = makeCrowdedMarket(seed + add, 400, 200, 0.5);
    const product = expectMatches(
      market,
      market.apply.map((asks, pair) => asks * (market.accept[pair] ?? 0)),
    );
    const own = timed(() => rankMarket(market));
    const halves = (side: "byReceiver" | "bySeeker") => [
      shareOfLowerHalf(product[side], product[side]),
      shareOfLowerHalf(own.result.expected[side], product[side]),
    ];
    return {
      matches: [expectMatches(market, market.apply).total, product.total, own.result.expected.total],
      ms: own.ms,
      receivers: halves("byReceiver"),
      seekers: halves("bySeeker"),
    };
  });
  const mean = (of: (figure: (typeof figures)[number]) => number | undefined) =>
    round(figures.reduce((sum, figure) => sum + (of(figure) ?? 0), 0) / figures.length);
  const row = { task: "two-sided ranking", n: 400 };
  const shares = (at: number) => ({
    lowerHalfOfReceivers: mean(({ receivers }) => receivers[at]),
    lowerHalfOfSeekers: mean(({ seekers }) => seekers[at]),
  });
  const matches = (at: number) => mean((figure) => figure.matches[at]);
  return [
    { ...row, engine: "one-sided", matches: matches(0) },
    { ...row, engine: "product of both sides", matches: matches(1), ...shares(0) },
    {
      ...{ ...row, engine: ours, matches: matches(2), ms: mean(({ ms }) => ms), ...shares(1) },
      overProduct: round(matches(2) / matches(1)),
    },
  ];
}
