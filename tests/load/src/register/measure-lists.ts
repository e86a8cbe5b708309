import type { ActorClaim } from "@lilink/db";
import { depositStages, depositTypes } from "@lilink/model/register";
import { call, type Kernel, recordVerbs } from "@lilink/services";
import { summarize } from "../measure.ts";
import { createRandom, type Random } from "../random.ts";
import { askedCountries, askedWords } from "./make-deposit.ts";

const each = 30;
const sorts = ["name", "-resource", "country", "updatedAt", "-reserve", "stage"];

/** What people ask of a list, from the opened page to words beside facets; every query of a shape is another one. */
const shapes: Readonly<Record<string, (random: Random) => object>> = {
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

/** Lists with facets and total, as a member reads them through the verb. */
export async function measureLists(kernel: Kernel, member: ActorClaim, n: number, seed: number) {
  const verb = recordVerbs.deposit?.list;
  if (!verb) throw new Error("there is no register of deposits");
  const random = createRandom(seed + 1);
  const ask = async (input: object): Promise<number> => {
    const start = performance.now();
    await call(kernel, member, verb, { limit: 40, ...input } as never);
    return performance.now() - start;
  };
  for (let at = 0; at < 10; at += 1) await ask({});
  const all: number[] = [];
  const rows = [];
  for (const [shape, make] of Object.entries(shapes)) {
    const times: number[] = [];
    for (let at = 0; at < each; at += 1) times.push(await ask(make(random)));
    all.push(...times);
    rows.push(toRow(`list: ${shape}`, n, times));
  }
  return [toRow("list, all shapes", n, all), ...rows];
}

function toRow(task: string, n: number, times: readonly number[]) {
  const { requests: queries, p50Ms, p95Ms } = summarize(times, 1);
  return { task, engine: "lilink", n, queries, p50Ms, p95Ms };
}
