import { createWriteStream, mkdirSync, type WriteStream } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import {
  epcisContext,
  type SimulatedEvent,
  type SimulatedRole,
  simulatedRoles,
  simulateLives,
  toEpcis,
} from "@lilink/model/trace";

/** A document of EPCIS has no more events; the next begins another file. */
const mostEvents = 50_000;
const columns = [
  "verb",
  "code",
  "at",
  "to",
  "province",
  "vehicle",
  "origins",
  "energyShare",
  "u",
  "step",
  "reason",
  "batch",
];

type Bodies = Partial<Record<SimulatedRole, string>>;

/** What one body sends: its events as CSV, and as documents of EPCIS. */
type Outbox = {
  readonly csv: WriteStream;
  events: number;
  epcis: WriteStream | null;
  files: number;
};

/** Writes invented batteries in the public formats: `simulate batteries --count N --seed S [--out DIR] [--body role=ID …]`. [TR90] */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      count: { type: "string", default: "1000" },
      seed: { type: "string", default: "1" },
      out: { type: "string", default: "simulated" },
      until: { type: "string", default: "2026-11-01" },
      body: { type: "string", multiple: true, default: [] },
    },
  });
  const [count, seed] = [Number(values.count), Number(values.seed)];
  if (positionals[0] !== "batteries" || !Number.isInteger(count) || count < 1 || !Number.isInteger(seed))
    throw new Error(
      "usage: simulate batteries --count N --seed S [--out DIR] [--until DAY] [--body role=PUBLIC_ID …]",
    );
  const bodies = readBodies(values.body);
  const folder = resolve(values.out);
  mkdirSync(folder, { recursive: true });
  const units = open(folder, "units.csv");
  await write(units, toLine(["code", "kwh", "ah", "kg"]));
  const outboxes = new Map<SimulatedRole, Outbox>();
  let events = 0;
  for (const life of simulateLives(count, { seed, until: values.until })) {
    const { code, kwh, ah, kg } = life.unit;
    await write(units, toLine([code, kwh, ah, kg]));
    for (const event of life.events) {
      await tell(folder, outboxes, event, bodies);
      events += 1;
    }
  }
  await end(units);
  for (const outbox of outboxes.values()) {
    await end(outbox.csv);
    await closeDocument(outbox);
  }
  const files = [...outboxes].flatMap(([role, { files: parts }]) => [
    `${role}: events.csv`,
    `${parts} × jsonld`,
  ]);
  console.error(`${folder}: ${files.join(", ")}`);
  console.log(JSON.stringify({ seed, units: count, events, folder }));
}

function readBodies(given: readonly string[]): Bodies {
  const bodies: Bodies = {};
  for (const pair of given) {
    const [name, id] = pair.split("=");
    const role = simulatedRoles.find((one) => one === name);
    if (!role || !id)
      throw new Error(`--body ${pair}: write role=PUBLIC_ID, with a role of ${simulatedRoles.join(", ")}`);
    bodies[role] = id;
  }
  return bodies;
}

async function tell(
  folder: string,
  outboxes: Map<SimulatedRole, Outbox>,
  { by, to, province, ...event }: SimulatedEvent,
  bodies: Bodies,
): Promise<void> {
  const outbox = outboxes.get(by) ?? (await openOutbox(folder, by));
  outboxes.set(by, outbox);
  const receiver = to === undefined ? undefined : bodies[to];
  const row: Record<string, unknown> = { ...event, province, to: receiver };
  await write(outbox.csv, toLine(columns.map((name) => cellOf(row[name]))));
  if (outbox.epcis && outbox.events % mostEvents === 0) await closeDocument(outbox);
  const isFirst = outbox.epcis === null;
  outbox.epcis ??= openDocument(folder, by, ++outbox.files);
  const told = toEpcis({
    event: { ...event, by: bodies[by] ?? "", ...(receiver !== undefined && { to: receiver }) },
    province,
    recordedAt: `${event.at}T12:00:00.000Z`,
  });
  // A body without an id is not named: the sender is who holds the key.
  const { sourceList, ...rest } = told;
  await write(
    outbox.epcis,
    `${isFirst ? "" : ",\n"}${JSON.stringify(bodies[by] ? { ...rest, sourceList } : rest)}`,
  );
  outbox.events += 1;
}

/** Invented values hold no comma and no quotation mark. */
const toLine = (cells: readonly (string | number)[]) => `${cells.join(",")}\r\n`;

function cellOf(value: unknown): string {
  return Array.isArray(value) ? value.join(";") : value === undefined ? "" : String(value);
}

async function openOutbox(folder: string, role: SimulatedRole): Promise<Outbox> {
  const csv = open(folder, `${role}-events.csv`);
  await write(csv, toLine(columns));
  return { csv, events: 0, epcis: null, files: 0 };
}

function openDocument(folder: string, role: SimulatedRole, part: number): WriteStream {
  const stream = open(folder, `${role}-${String(part).padStart(3, "0")}.jsonld`);
  const head = {
    "@context": epcisContext,
    type: "EPCISDocument",
    schemaVersion: "2.0",
    creationDate: "2026-11-01T00:00:00Z",
  };
  stream.write(`${JSON.stringify(head).slice(0, -1)},"epcisBody":{"eventList":[\n`);
  return stream;
}

async function closeDocument(outbox: Outbox): Promise<void> {
  if (!outbox.epcis) return;
  await write(outbox.epcis, "\n]}}\n");
  await end(outbox.epcis);
  outbox.epcis = null;
}

const open = (folder: string, name: string) => createWriteStream(join(folder, name));
const end = (stream: WriteStream) => new Promise<void>((done) => stream.end(() => done()));

/** Waits where the disk is slower, so that memory stays flat. */
async function write(stream: WriteStream, text: string): Promise<void> {
  if (!stream.write(text)) await new Promise<void>((done) => stream.once("drain", () => done()));
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
