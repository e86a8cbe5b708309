import { add, multiply, sum, toBand } from "@lilink/engine/bands";
import { evaluate, type RuleSet } from "@lilink/engine/dated-rules";
import { appendEvents, type DatedEvent, foldEvents, openBook } from "@lilink/engine/fold";
import { loadSolver, solve } from "@lilink/engine/optimise";
import { goldenFiles } from "@lilink/model/golden";
import { analyzeText } from "@lilink/model/matching";
import { createRandom } from "./random.ts";
import { perSecond, type Row, round, say, time } from "./row.ts";

const engine = "engine";
type Random = () => number;

/** Every room on work of a fixed size; each runs once before it is timed. */
export async function engineRows(seed: number): Promise<readonly Row[]> {
  const random = createRandom(seed);
  const solver = await loadSolver();
  const rows = [bandRow(random), ruleRow(random), ...foldRows(random), colourRow(random), quantityRow()];
  const mixed = () => knapsack(createRandom(seed), 40);
  const ms = timed(() => solve(mixed(), solver));
  const all = [...rows, { task: "optimise mixed, 40 columns", engine, n: 40, ms: round(ms) }];
  for (const row of all) say(JSON.stringify(row));
  return all;
}

function timed(run: () => void): number {
  run();
  return time(run);
}

function bandRow(random: Random): Row {
  const drawn = Array.from({ length: 2000 }, () => {
    const low = Math.floor(random() * 1e6) / 100;
    return toBand(low, low + Math.floor(random() * 100), "uncertain");
  });
  const ms = timed(() => {
    sum(drawn);
    for (let at = 1; at < drawn.length; at++)
      multiply(add(drawn[at] ?? toBand(0, 0), drawn[at - 1] ?? toBand(0, 0)), drawn[at] ?? toBand(0, 0));
  });
  const n = 3 * drawn.length;
  return { task: "bands: sum, add, multiply", engine, n, operationsPerSecond: perSecond(n, ms) };
}

function ruleRow(random: Random): Row {
  const rules = Array.from({ length: 10 }, (_, at) => ({
    id: `r${at}`,
    fact: `f${at}`,
    operator: ">=" as const,
    value: "0.5",
    when: { fact: "f0", operator: "present" as const },
  }));
  const set: RuleSet = { id: "s", title: "s", from: "2020-01-01", rules };
  const plants = Array.from({ length: 2000 }, () =>
    Object.fromEntries(rules.map(({ fact }) => [fact, random().toFixed(4)])),
  );
  const ms = timed(() => {
    for (const facts of plants) evaluate(set, facts, "2025-01-01");
  });
  const n = plants.length * rules.length;
  return { task: "dated rules: judge", engine, n, rulesPerSecond: perSecond(n, ms) };
}

function foldRows(random: Random): readonly Row[] {
  const rules = {
    initial: 0,
    apply: (state: number, { by }: DatedEvent & { by: number }) => ({ state: state + by }),
  };
  const eventsOf = (n: number) =>
    Array.from({ length: n }, (_, at) => ({
      id: `e${at}`,
      hash: `h${at}`,
      occurred: Math.floor(random() * 1e6),
      recorded: at,
      by: at % 7,
    }));
  const many = eventsOf(100_000);
  const lives = Array.from({ length: 5000 }, () => eventsOf(20));
  const whole = timed(() => foldEvents(rules, many));
  const short = timed(() => {
    for (const life of lives) foldEvents(rules, life);
  });
  const one = many[0];
  const book = appendEvents(rules, openBook(rules), many.slice(1));
  const append = timed(() => one && appendEvents(rules, book, [one]));
  return [
    { task: "fold: one life", engine, n: many.length, eventsPerSecond: perSecond(many.length, whole) },
    { task: "fold: lives of 20", engine, n: 100_000, eventsPerSecond: perSecond(100_000, short) },
    { task: "fold: append one", engine, n: many.length, ms: round(append) },
  ];
}

function colourRow(random: Random): Row {
  const edges = Array.from(
    { length: 20_000 },
    () => [Math.floor(random() * 500), Math.floor(random() * 500)] as const,
  );
  const ms = timed(() => solve({ kind: "colouring", left: 500, right: 500, edges }));
  return { task: "optimise colouring", engine, n: edges.length, ms: round(ms) };
}

function knapsack(random: Random, n: number) {
  const columns = Array.from({ length: n }, (_, at) => ({
    id: `x${at}`,
    cost: 1 + Math.floor(random() * 99),
    high: 1,
    integer: true,
  }));
  const terms = columns.map(({ id }) => [id, 1 + Math.floor(random() * 99)] as const);
  const room = { id: "room", terms, high: 25 * n };
  return { kind: "linear" as const, sense: "max" as const, columns, rows: [room] };
}

function quantityRow(): Row {
  const texts = [...new Set(Object.values(goldenFiles).flatMap((file) => stringsOf(file)))].slice(0, 1000);
  let found = 0;
  const ms = timed(() => {
    found = 0;
    for (const text of texts) found += analyzeText(text).quantities.length;
  });
  return {
    task: "quantities of golden sentences",
    engine,
    n: texts.length,
    found,
    msPerText: round(ms / texts.length),
  };
}

function stringsOf(value: unknown): readonly string[] {
  if (typeof value === "string") return value.length > 12 ? [value] : [];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(stringsOf) : [];
}
