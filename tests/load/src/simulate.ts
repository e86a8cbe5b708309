import { createWriteStream, mkdirSync, type WriteStream } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { type SimulatedEvent, type SimulatedRole, simulatedRoles, simulateLives } from "@lilink/model/trace";
import {
  epcisDocument,
  type PlayerIds,
  toEpcisEvent,
  toEventRow,
  toHeading,
  toRow,
} from "./trace/write-lives.ts";

/** A document of EPCIS has no more events; the next begins another file. */
const mostEvents = 50_000;

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
  const ids = readIds(values.body);
  const folder = resolve(values.out);
  mkdirSync(folder, { recursive: true });
  const units = open(folder, "units.csv");
  await write(units, toHeading("unit"));
  const outboxes = new Map<SimulatedRole, Outbox>();
  let events = 0;
  for (const life of simulateLives(count, { seed, until: values.until })) {
    await write(units, toRow("unit", life.unit));
    for (const event of life.events) {
      await tell(folder, outboxes, event, ids);
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

function readIds(given: readonly string[]): PlayerIds {
  const ids: Partial<Record<SimulatedRole, string>> = {};
  for (const pair of given) {
    const [name, id] = pair.split("=");
    const role = simulatedRoles.find((one) => one === name);
    if (!role || !id)
      throw new Error(`--body ${pair}: write role=PUBLIC_ID, with a role of ${simulatedRoles.join(", ")}`);
    ids[role] = id;
  }
  return ids;
}

async function tell(
  folder: string,
  outboxes: Map<SimulatedRole, Outbox>,
  event: SimulatedEvent,
  ids: PlayerIds,
): Promise<void> {
  const outbox = outboxes.get(event.by) ?? (await openOutbox(folder, event.by));
  outboxes.set(event.by, outbox);
  await write(outbox.csv, toEventRow(event, ids));
  if (outbox.epcis && outbox.events % mostEvents === 0) await closeDocument(outbox);
  const isFirst = outbox.epcis === null;
  outbox.epcis ??= openDocument(folder, event.by, ++outbox.files);
  const told = JSON.stringify(toEpcisEvent(event, ids));
  await write(outbox.epcis, `${isFirst ? epcisDocument.head : epcisDocument.between}${told}`);
  outbox.events += 1;
}

async function openOutbox(folder: string, role: SimulatedRole): Promise<Outbox> {
  const csv = open(folder, `${role}-events.csv`);
  await write(csv, toHeading("event"));
  return { csv, events: 0, epcis: null, files: 0 };
}

const openDocument = (folder: string, role: SimulatedRole, part: number) =>
  open(folder, `${role}-${String(part).padStart(3, "0")}.jsonld`);

async function closeDocument(outbox: Outbox): Promise<void> {
  if (!outbox.epcis) return;
  await write(outbox.epcis, epcisDocument.foot);
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
