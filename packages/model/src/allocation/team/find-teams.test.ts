import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { feeds } from "../../chain/index.ts";
import { LilinkError } from "../../error/index.ts";
import { findChainPaths } from "./find-chain-paths.ts";
import { findTeams, type TeamCandidate } from "./find-teams.ts";

const letters = ["a", "b", "c", "d", "e"];
const anyCandidates: fc.Arbitrary<readonly TeamCandidate[]> = fc
  .array(
    fc.record({
      covers: fc.subarray(letters, { minLength: 1 }),
      fit: fc.integer({ min: 0, max: 4 }).map((value) => value / 4),
    }),
    { maxLength: 9 },
  )
  .map((list) => list.map((candidate, at) => ({ id: `p${at}`, ...candidate })));

/** Every irredundant cover, fewest members first, then best fit, then ids. */
function tryAll(candidates: readonly TeamCandidate[]) {
  const isCover = (team: readonly TeamCandidate[]) =>
    letters.every((letter) => team.some(({ covers }) => covers.includes(letter)));
  const teams = Array.from({ length: 2 ** candidates.length }, (_, bits) =>
    candidates.filter((_, at) => (bits >> at) & 1),
  ).filter((team) => isCover(team) && team.every((left) => !isCover(team.filter((one) => one !== left))));
  const fit = (team: readonly TeamCandidate[]) => team.reduce((sum, one) => sum + one.fit, 0);
  const names = (team: readonly TeamCandidate[]) => team.map(({ id }) => id).sort();
  return teams
    .sort(
      (a, b) =>
        a.length - b.length || fit(b) - fit(a) || (names(a).join("\n") < names(b).join("\n") ? -1 : 1),
    )
    .map(names);
}

describe("teams", () => {
  it("[AL13] are those of trying every set, in the same order", () => {
    fc.assert(
      fc.property(anyCandidates, fc.integer({ min: 1, max: 6 }), (candidates, most) => {
        const { teams, uncovered } = findTeams(letters, candidates, most);
        expect(teams.map(({ members }) => members)).toEqual(tryAll(candidates).slice(0, most));
        expect(teams.length > 0).toBe(uncovered.length === 0);
      }),
      { numRuns: 300 },
    );
  });

  it("[AL13] say who brings what, and which competence nobody brings", () => {
    const candidates = [
      { id: "mill", covers: ["a", "b"], fit: 0.5 },
      { id: "lab", covers: ["c"], fit: 0.9 },
    ];
    expect(findTeams(["a", "c"], candidates).teams).toEqual([
      { members: ["lab", "mill"], fit: 1.4, covers: { mill: ["a"], lab: ["c"] } },
    ]);
    expect(findTeams(["a", "d"], candidates)).toEqual({ teams: [], uncovered: ["d"] });
    const many = Array.from({ length: 31 }, (_, at) => String(at));
    expect(() => findTeams(many, candidates)).toThrow(LilinkError);
  });
});

describe("chain paths", () => {
  const members = ["spodumene-conc", "li2co3-batt", "cell-lfp", "battery-pack", "eol-pack", "eol-lfp"].map(
    (concept) => ({ id: `firm of ${concept}`, concept }),
  );

  it("[AL14] name the one concept whose holder would close ore to recycler", () => {
    const paths = findChainPaths(members, ["spodumene-conc"], ["eol-lfp"]);
    const path = paths.find(({ gap }) => gap === "lfp");
    expect(path?.concepts.slice(-5)).toEqual(["lfp", "cell-lfp", "battery-pack", "eol-pack", "eol-lfp"]);
    expect(path?.concepts[0]).toBe("spodumene-conc");
    const closed = findChainPaths(
      [...members, { id: "new", concept: "lfp" }],
      ["spodumene-conc"],
      ["eol-lfp"],
    );
    expect(closed[0]?.gap).toBeNull();
    expect(closed[0]?.members.lfp).toEqual(["new"]);
  });

  it("[AL14] follow the edges, lack at most the gap, and list each gap once", () => {
    const ids = [...new Set(feeds.flatMap(({ input, output }) => [input, output]))];
    const edges = new Set(feeds.map(({ input, process, output }) => `${input} ${process} ${output}`));
    fc.assert(
      fc.property(fc.subarray(ids), fc.constantFrom(...ids), fc.constantFrom(...ids), (held, from, to) => {
        const paths = findChainPaths(
          held.map((concept) => ({ id: concept, concept })),
          [from],
          [to],
        );
        for (const { concepts, processes, members: holders, gap } of paths) {
          expect([concepts[0], concepts.at(-1)]).toEqual([from, to]);
          processes.forEach((process, at) => {
            expect(edges.has(`${concepts[at]} ${process} ${concepts[at + 1]}`)).toBe(true);
          });
          expect(concepts.filter((concept) => holders[concept]?.length === 0)).toEqual(gap ? [gap] : []);
        }
        const gaps = paths.flatMap(({ gap }) => (gap ? [gap] : []));
        expect(new Set(gaps).size).toBe(gaps.length);
      }),
      { numRuns: 100 },
    );
  });
});
