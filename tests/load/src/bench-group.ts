// npm run bench:group: the state of ten thousand policies on one day, a map of barriers over a million patents, and what binds forty plants.
import { cpus, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { evaluate } from "@lilink/engine/dated-rules";
import { foldEvents } from "@lilink/engine/fold";
import {
  type Adoption,
  bindingOn,
  bindingSpans,
  conditionSets,
  factsOfPlant,
  type JudgedPlant,
  kindsOfPlant,
  setsInForce,
} from "@lilink/model/conditions";
import {
  type PatentDates,
  type PolicyEvent,
  patentNodes,
  patentOffices,
  patentTerm,
  policyEventTypes,
  statusOn,
} from "@lilink/model/governance";
import { createRandom } from "./random.ts";

type Row = {
  readonly task: string;
  readonly engine: string;
  readonly n: number;
  readonly [figure: string]: number | string | null;
};

const day = 86_400_000;
const rounds = 5;

const isoDay = (from: string, days: number) =>
  new Date(Date.parse(`${from}T00:00:00Z`) + days * day).toISOString().slice(0, 10);

function makePolicies(
  count: number,
  each: number,
  random: () => number,
): readonly (readonly PolicyEvent[])[] {
  const typeOf = () => policyEventTypes[Math.floor(random() * policyEventTypes.length)] ?? "issued";
  return Array.from({ length: count }, () =>
    Array.from({ length: each }, (): PolicyEvent => {
      const [type, on] = [typeOf(), isoDay("2015-01-01", Math.floor(random() * 4_000))];
      return type === "suspended" ? { type, on, until: isoDay(on, 365) } : { type, on };
    }),
  );
}

type Member = PatentDates & { readonly node: string };

function makePatents(count: number, random: () => number): readonly Member[] {
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
  return Array.from({ length: count }, () => ({
    node: pick(patentNodes),
    office: pick(patentOffices),
    filedOn: isoDay("1998-01-01", Math.floor(random() * 9_000)),
    extensionDays: random() < 0.2 ? Math.floor(random() * 800) : null,
  }));
}

function makePlants(count: number, random: () => number): readonly JudgedPlant[] {
  const figure = (low: number, high: number) => ({ value: (low + random() * (high - low)).toFixed(1) });
  return Array.from({ length: count }, () => ({
    facts: factsOfPlant({
      ...{ lithiumYield: figure(80, 95), energy: figure(1800, 2800), utilization: figure(40, 100) },
      ...{ automation: figure(60, 100), waterReuse: figure(80, 100), residueUse: figure(60, 100) },
      ...{ greenPower: figure(10, 60), maturity: 1 + Math.floor(random() * 5), sodaRoute: false },
    }),
    evidenceUntil: isoDay("2026-06-01", Math.floor(random() * 700)),
  }));
}

/** Both sets for salts in force, suspended for a while, and in force again. */
const adoptions: readonly Adoption[] = ["lithium-salt-entry-proposal", "lithium-salt-green-proposal"].map(
  (set) => ({
    ...{ set, policy: set },
    events: [
      { type: "in_force", on: "2025-03-01" },
      { type: "suspended", on: "2025-09-01", until: "2025-12-31" },
      { type: "resumed", on: "2026-01-01" },
    ],
  }),
);

/** The middle of so many runs, in milliseconds of processor time. */
function middleOf(run: () => void): number {
  const times = Array.from({ length: rounds }, () => {
    const since = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(since);
    return (user + system) / 1000;
  });
  return Math.round((times.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0) * 10) / 10;
}

function main(): void {
  const { values } = parseArgs({
    options: {
      policies: { type: "string", default: "10000" },
      events: { type: "string", default: "10" },
      patents: { type: "string", default: "1000000" },
      plants: { type: "string", default: "40" },
      seed: { type: "string", default: "20261127" },
    },
  });
  const load1 = Math.round((loadavg()[0] ?? 0) * 100) / 100;
  const seed = Number(values.seed);
  const policies = makePolicies(Number(values.policies), Number(values.events), createRandom(seed).next);
  const on = "2026-11-27";
  const own = middleOf(() => {
    for (const events of policies) statusOn(events, on);
  });
  const dated = policies.map((events, at) =>
    events.map((event, index) => ({
      ...event,
      id: `${at}-${index}`,
      hash: `${at}-${index}`,
      occurred: Date.parse(event.on),
      recorded: 0,
    })),
  );
  const plain = middleOf(() => {
    for (const events of dated)
      foldEvents({ initial: "draft", apply: (_state, { type }) => ({ state: type }) }, events, {
        on: Date.parse(on),
      });
  });
  const patents = makePatents(Number(values.patents), createRandom(seed).next);
  const map = middleOf(() => {
    const cells = new Map<string, { count: number; over: number; until: string }>();
    for (const patent of patents) {
      const key = `${patent.node} ${patent.office}`;
      const cell = cells.get(key) ?? { count: 0, over: 0, until: "" };
      const { expiry } = patentTerm(patent);
      cell.count += 1;
      if (expiry !== null && expiry < on) cell.over += 1;
      else if (expiry !== null && expiry > cell.until) cell.until = expiry;
      cells.set(key, cell);
    }
  });
  const counting = middleOf(() => {
    const counts = new Map<string, number>();
    for (const { node, office } of patents) {
      const key = `${node} ${office}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  });
  const plants = makePlants(Number(values.plants), createRandom(seed).next);
  const window = { from: "2024-01-01", to: "2029-01-01" };
  const binding = middleOf(() => {
    const sets = setsInForce(adoptions);
    for (const plant of plants)
      for (const kind of kindsOfPlant.lithium_salt) {
        bindingOn(sets, kind, plant, on);
        bindingSpans(sets, kind, plant, window);
      }
  });
  const once = middleOf(() => {
    for (const { facts } of plants)
      for (const set of conditionSets)
        if (set.kind.startsWith("lithium_salt")) evaluate(set, facts, on, { asIf: true });
  });
  const rows: readonly Row[] = [
    { task: "status of all on a day", engine: "own", n: policies.length, cpuMs: own },
    { task: "status of all on a day", engine: "fold of the engine", n: policies.length, cpuMs: plain },
    { task: "barrier map", engine: "own", n: patents.length, cpuMs: map },
    { task: "barrier map", engine: "counting alone", n: patents.length, cpuMs: counting },
    {
      task: "what binds plants, on a day and on all days of five years",
      engine: "own",
      n: plants.length,
      cpuMs: binding,
    },
    { task: "what binds plants", engine: "each set judged once", n: plants.length, cpuMs: once },
  ];
  const [first] = cpus();
  process.stdout.write(
    `${JSON.stringify({ seed, machine: { cores: cpus().length, cpu: first?.model ?? "", load1 }, rows })}\n`,
  );
}

main();
