import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bandOf, lanesOf, type NetworkLane, networkLanes, readingDay } from "./index.ts";
import { type NetworkBody, readNetwork, type Tie } from "./read-network.ts";

const links = ["resource", "smelting", "materials", "recycling"] as const;
const body = (id: number, group: number, of: readonly string[]): NetworkBody => ({
  id: `b${id}`,
  group: `g${group}`,
  links: of,
  counted: true,
});
const someNetwork = fc
  .array(fc.tuple(fc.nat({ max: 11 }), fc.subarray([...links], { maxLength: 2 })), {
    minLength: 4,
    maxLength: 16,
  })
  .chain((drawn) => {
    const bodies = drawn.map(([group, of], at) => body(at, group, of));
    const end = fc.nat({ max: bodies.length - 1 });
    return fc.record({
      bodies: fc.constant(bodies),
      ties: fc
        .array(fc.tuple(end, end), { maxLength: 60 })
        .map((pairs): Tie[] => pairs.map(([a, b]) => [`b${a}`, `b${b}`])),
    });
  });

/** The pairs of bodies of two groups, each once, by the plainest code. */
function pairsOf(
  bodies: readonly NetworkBody[],
  ties: readonly Tie[],
): readonly (readonly [NetworkBody, NetworkBody])[] {
  const seen = new Set<string>();
  return ties.flatMap(([first, second]) => {
    const [a, b] = [first, second].sort().map((id) => bodies.find((one) => one.id === id));
    if (!a || !b || a.group === b.group || seen.has(a.id + b.id)) return [];
    seen.add(a.id + b.id);
    return [[a, b] as const];
  });
}
const joins = ([a, b]: readonly [NetworkBody, NetworkBody], from: NetworkLane, to: NetworkLane) =>
  (lanesOf(a.links).includes(from) && lanesOf(b.links).includes(to)) ||
  (lanesOf(a.links).includes(to) && lanesOf(b.links).includes(from));

/** Betweenness by walking every shortest way between every two bodies. */
function betweennessOf(
  bodies: readonly NetworkBody[],
  pairs: ReturnType<typeof pairsOf>,
): Map<string, number> {
  const near = new Map<string, string[]>();
  for (const [a, b] of pairs) {
    near.set(a.id, [...(near.get(a.id) ?? []), b.id]);
    near.set(b.id, [...(near.get(b.id) ?? []), a.id]);
  }
  const score = new Map(bodies.filter(({ id }) => near.has(id)).map(({ id }) => [id, 0]));
  const ids = [...score.keys()];
  for (const [at, from] of ids.entries())
    for (const to of ids.slice(at + 1)) {
      let ways: string[][] = [[from]];
      const known = new Set([from]);
      while (ways.length > 0 && !ways.some((way) => way.at(-1) === to)) {
        ways = ways.flatMap((way) =>
          (near.get(way.at(-1) ?? "") ?? []).filter((next) => !known.has(next)).map((next) => [...way, next]),
        );
        for (const way of ways) known.add(way.at(-1) ?? "");
      }
      const short = ways.filter((way) => way.at(-1) === to);
      for (const way of short)
        for (const id of way.slice(1, -1)) score.set(id, (score.get(id) ?? 0) + 1 / short.length);
    }
  return score;
}

describe("the network", () => {
  it("[NW1] has one tie for a pair of bodies, none within a group, and none for outcomes repeated", () => {
    const bodies = [body(1, 1, ["smelting"]), body(2, 2, ["materials"]), body(3, 2, ["materials"])];
    const { positions } = readNetwork(bodies, [
      ["b1", "b2"],
      ["b2", "b1"],
      ["b2", "b3"],
    ]);
    expect(positions.map(({ ties }) => ties)).toEqual([1, 1, 0]);
    expect(positions[0]?.reached).toEqual(["materials"]);
  });

  it("[NW3] tells a cell exactly where three groups stand on each side and three ties are left without any one group", () => {
    fc.assert(
      fc.property(someNetwork, ({ bodies, ties }) => {
        const pairs = pairsOf(bodies, ties);
        for (const { from, to, band } of readNetwork(bodies, ties).reading.cells) {
          const inside = pairs.filter((pair) => joins(pair, from, to));
          const sides = [from, to].map(
            (lane) =>
              new Set(
                inside
                  .flat()
                  .filter((one) => lanesOf(one.links).includes(lane))
                  .map(({ group }) => group),
              ),
          );
          const left = [...new Set(inside.flat().map(({ group }) => group))].map(
            (group) => inside.filter(([a, b]) => a.group !== group && b.group !== group).length,
          );
          const told = sides.every(({ size }) => size >= 3) && left.every((count) => count >= 3);
          expect(band).toEqual(told ? bandOf(inside.length) : null);
        }
      }),
    );
  });

  it("[NW3] tells no firm without ties where nearly all or nearly none of its link have one", () => {
    fc.assert(
      fc.property(someNetwork, ({ bodies, ties }) => {
        const met = new Set(
          pairsOf(bodies, ties)
            .flat()
            .map(({ id }) => id),
        );
        for (const [lane, band] of Object.entries(readNetwork(bodies, ties).reading.isolated)) {
          const firms = bodies.filter((one) => lanesOf(one.links).includes(lane as NetworkLane));
          const groups = (has: boolean) =>
            new Set(firms.filter(({ id }) => met.has(id) === has).map(({ group }) => group)).size;
          if (groups(false) < 3 || groups(true) < 3) expect(band).toBeNull();
          else expect(band).toEqual(bandOf(firms.filter(({ id }) => !met.has(id)).length));
        }
      }),
    );
  });

  it("[NW4] ranks bodies as a walk over every shortest way does, and gives places only from ten on", () => {
    fc.assert(
      fc.property(someNetwork, ({ bodies, ties }) => {
        const scores = betweennessOf(bodies, pairsOf(bodies, ties));
        for (const { id, place } of readNetwork(bodies, ties).positions) {
          const score = scores.get(id);
          if (score === undefined || scores.size < 10) expect(place).toBeNull();
          else {
            const ahead = [...scores.values()].filter((one) => one > score + 1e-9).length / scores.size;
            const share = ahead < 0.1 ? "tenth" : ahead < 0.25 ? "quarter" : ahead < 0.5 ? "half" : "rest";
            expect(place).toBe(score < 1e-9 ? "rest" : share);
          }
        }
      }),
    );
  });

  it("[NW3] the share that crosses links is told to a tenth, from ten ties of ten groups on", () => {
    const bodies = Array.from({ length: 12 }, (_, at) =>
      body(at, at, [at % 2 === 0 ? "smelting" : "materials"]),
    );
    const ring = bodies.map((_, at): Tie => [`b${at}`, `b${(at + 1) % 12}`]);
    expect(readNetwork(bodies, ring).reading.crossShare).toBe(1);
    expect(readNetwork(bodies, ring.slice(0, 9)).reading.crossShare).toBeNull();
  });

  it("[NW2] is read as of the first of the month", () => {
    expect(readingDay("2026-11-29")).toBe("2026-11-01");
    expect(networkLanes).toContain(lanesOf([])[0]);
  });
});
