import { setImmediate } from "node:timers/promises";
import { readPlainEvent, reportEventSchema, toFaults } from "@lilink/contract";
import { toShanghaiDate } from "@lilink/model/calendar";
import type { FieldFault } from "@lilink/model/error";
import type { CustodyEvent, EpcisReading } from "@lilink/model/trace";
import { gravest, type Verdict } from "@lilink/model/trace";
import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import type { Said, Teller } from "../battery/said.ts";
import { hashOf, tellEvents } from "../battery/tell-events.ts";
import { findBodies, toEvent } from "../battery/to-event.ts";
import type { CaptureAnswer, NamedFault } from "./answer.ts";
import type { ReadEvent } from "./read-document.ts";

/** What an event of a document or a row of a file says of one battery, by its place. */
type ReadSaid = Said & { readonly at: number };
/** All of it: so many events or rows, battery by battery, and what is wrong with those that say nothing. */
type Read = {
  readonly count: number;
  readonly said: readonly ReadSaid[];
  readonly faults: readonly NamedFault[];
};
export type Captured = {
  readonly answers: readonly CaptureAnswer[];
  readonly faults: readonly NamedFault[];
};

/** So many events are told in one breath: between two the process answers others. */
const batch = 5000;

/** Tells the events of a document of EPCIS, and answers for each. [TR33] */
export async function captureDocument(
  ctx: Context,
  teller: Teller,
  own: string,
  events: readonly ReadEvent[],
): Promise<Captured> {
  const readings = events.flatMap((one) => ("reading" in one ? [one.reading] : []));
  const bodies = await findBodies(ctx, teller.body, readings.flatMap(namedIn));
  const known = { teller, own, bodies, today: toShanghaiDate(ctx.now) };
  const said: ReadSaid[] = [];
  const faults: NamedFault[] = [];
  for (const one of events) {
    const read = "fault" in one ? one.fault : toRead(one.at, one.reading, known);
    if ("rule" in read) faults.push(read);
    else said.push(...read);
  }
  return tellAll(ctx, teller, { count: events.length, said, faults });
}

type Known = {
  readonly teller: Teller;
  readonly own: string;
  readonly bodies: ReadonlyMap<string, string>;
  readonly today: string;
};

function toRead(
  at: number,
  reading: EpcisReading,
  { teller, own, bodies, today }: Known,
): NamedFault | readonly ReadSaid[] {
  const fault = (field: string, rule: FieldFault["rule"], params: FieldFault["params"] = {}) => ({
    ...{ at, field, rule, params },
  });
  if (reading.from !== null && reading.from !== own) return fault("sourceList", "notInList");
  const said: ReadSaid[] = [];
  for (const event of reading.events) {
    const to = event.to === undefined ? undefined : bodies.get(event.to);
    if (event.to !== undefined && to === undefined) return fault("destinationList", "notInList");
    if (String(event.at) > today) return fault("eventTime", "dateTooFar", { max: today });
    const whole: CustodyEvent = { ...event, by: teller.body, ...(to !== undefined && { to }) };
    said.push(
      reading.declares === null
        ? { at, event: whole, province: reading.province, corrects: null }
        : { at, ...toCorrection(whole, reading.province, reading.declares) },
    );
  }
  return said;
}

/** A declaration repeats the event that was wrong, so its hash is found without having been sent. [TR16] */
function toCorrection(event: CustodyEvent, province: string | null, reason: string): Said {
  const { code, at, by } = event;
  return {
    event: { verb: "correct", code, at, by, reason },
    province,
    corrects: hashOf({ event, corrects: null }),
  };
}

const namedIn = (reading: EpcisReading) => reading.events.flatMap(({ to }) => (to === undefined ? [] : [to]));

export type FileRow = {
  /** As the program that made the file numbers it. */
  readonly row: number;
  readonly values: Readonly<Record<string, unknown>>;
};

/** Tells the rows of a file of events, and answers for each. Of a piece of it what it says is kept, and not its rows. [TR34] */
export async function captureRows(
  ctx: Context,
  teller: Teller,
  pieces: AsyncIterable<readonly FileRow[]>,
): Promise<Captured> {
  const said: ReadSaid[] = [];
  const faults: NamedFault[] = [];
  let count = 0;
  const known = { teller, bodies: new Map<string, string | null>(), today: toShanghaiDate(ctx.now) };
  for await (const rows of pieces) {
    const parsed = rows.map(({ values }) => readRow(values));
    await learnBodies(ctx, teller, known.bodies, parsed);
    for (const one of parsed) {
      const at = count++;
      const read = one instanceof z.ZodError ? brokenAt(at, one) : toRowRead(at, one, known);
      if ("rule" in read) faults.push(read);
      else said.push(read);
    }
  }
  return tellAll(ctx, teller, { count, said, faults });
}

type Told = z.output<typeof reportEventSchema>;

function readRow(values: FileRow["values"]): Told | z.ZodError {
  const plain = readPlainEvent(values);
  if (plain) return plain;
  const { data, error } = reportEventSchema.safeParse(values);
  return data ?? error;
}

/** The ids of bodies that rows name; null where nobody is known by that name. */
async function learnBodies(
  ctx: Context,
  teller: Teller,
  bodies: Map<string, string | null>,
  rows: readonly (Told | z.ZodError)[],
): Promise<void> {
  const unknown = new Set<string>();
  for (const row of rows) if ("to" in row && row.to !== undefined && !bodies.has(row.to)) unknown.add(row.to);
  const asked = [...unknown];
  const found = await findBodies(ctx, teller.body, asked);
  for (const one of asked) bodies.set(one, found.get(one) ?? null);
}

function toRowRead(
  at: number,
  { to, province, corrects, ...said }: Told,
  { teller, bodies, today }: Pick<Known, "teller" | "today"> & { bodies: ReadonlyMap<string, string | null> },
): NamedFault | ReadSaid {
  const body = to === undefined ? undefined : bodies.get(to);
  if (to !== undefined && !body) return { at, field: "to", rule: "notInList" };
  const event = toEvent(said, { by: teller.body, to: body ?? undefined, today });
  if ("rule" in event) return { at, ...event };
  return { at, event, province: province ?? null, corrects: corrects ?? null };
}

/** The first thing that is wrong with a row. */
export function brokenAt(at: number, error: z.ZodError): NamedFault {
  const [broken = { field: "code", rule: "badFormat" as const }] = toFaults(error);
  return { at, ...broken };
}

/** Events of one battery are told in one breath, so that none is judged without what stands further down. */
async function tellAll(
  ctx: Context,
  teller: Teller,
  { count, said, faults: broken }: Read,
): Promise<Captured> {
  const answers = new Array<CaptureAnswer>(count).fill("ok");
  const faults = [...broken];
  for (const { at } of broken) answers[at] = "fault";
  const single = said.toSorted(byCode);
  for (let from = 0; from < single.length; ) {
    let to = Math.min(from + batch, single.length);
    while (to < single.length && single[to]?.event.code === single[to - 1]?.event.code) to++;
    const told = single.slice(from, to);
    for (const [place, { verdict }] of (await tellEvents(ctx, teller, told)).entries()) {
      const at = told[place]?.at ?? 0;
      answers[at] = gravest([answers[at] as Verdict, verdict]);
    }
    from = to;
    await setImmediate();
  }
  for (const [at, answer] of answers.entries())
    if (answer === "impossible") faults.push({ at, field: "verb", rule: "impossible" });
  return { answers, faults: faults.sort((a, b) => a.at - b.at) };
}

function byCode({ event: { code: a } }: Said, { event: { code: b } }: Said): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
