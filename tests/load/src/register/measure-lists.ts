import type { Principal } from "@lilink/db";
import { depositStages, depositTypes } from "@lilink/model/register";
import { call, type Kernel, recordVerbs } from "@lilink/services";
import { summarize } from "../measure.ts";
import { createRandom, type Random } from "../random.ts";
import { askedCountries, askedWords } from "./make-deposit.ts";
import type { Asked, Peer } from "./peer.ts";

const each = 30;
const sorts = ["name", "-resource", "country", "updatedAt", "-magnesium", "stage"];

/** What people ask of a list, from the opened page to words beside facets; every query of a shape is another one. */
const shapes: Readonly<Record<string, (random: Random) => Asked>> = {
  "the page as it opens": () => ({}),
  "one facet": (random) => ({ type: [random.pick(depositTypes)], sort: random.pick(sorts) }),
  "three facets": (random) => ({
    type: [random.pick(depositTypes), random.pick(depositTypes)],
    country: [random.pick(askedCountries), random.pick(askedCountries)],
    stage: [random.pick(depositStages)],
    sort: random.pick(sorts),
  }),
  "a word": (random) => ({ q: random.pick(askedWords) }),
  "words and a facet": (random) => ({
    q: `${random.pick(askedWords)} ${random.pick(askedWords)}`,
    country: [random.pick(askedCountries)],
    sort: random.pick(sorts),
  }),
};

/** Lists with facets and total, as a member reads them through the verb; plain SQL answers each question in turn. */
export async function measureLists(kernel: Kernel, member: Principal, peer: Peer, n: number, seed: number) {
  const verb = recordVerbs.deposit?.list;
  if (!verb) throw new Error("there is no register of deposits");
  const random = createRandom(seed + 1);
  const time = async (answer: () => Promise<unknown>): Promise<number> => {
    const start = performance.now();
    await answer();
    return performance.now() - start;
  };
  const engines = {
    lilink: (input: Asked) => call(kernel, member, verb, { limit: 40, ...input } as never),
    "plain SQL": peer.list,
  };
  const names = ["lilink", "plain SQL"] as const;
  for (let at = 0; at < 10; at += 1) for (const name of names) await engines[name]({});
  const all = { lilink: [] as number[], "plain SQL": [] as number[] };
  const rows = [];
  for (const [shape, make] of Object.entries(shapes)) {
    const times = { lilink: [] as number[], "plain SQL": [] as number[] };
    for (let at = 0; at < each; at += 1) {
      const input = make(random);
      for (const name of names) times[name].push(await time(() => engines[name](input)));
    }
    for (const name of names) {
      all[name].push(...times[name]);
      rows.push(toRow(`list: ${shape}`, name, n, times[name]));
    }
  }
  return [...names.map((name) => toRow("list, all shapes", name, n, all[name])), ...rows];
}

function toRow(task: string, engine: string, n: number, times: readonly number[]) {
  const { requests: queries, p50Ms, p95Ms } = summarize(times, 1);
  return { task, engine, n, queries, p50Ms, p95Ms };
}
