import { setImmediate } from "node:timers/promises";
import { reportEventSchema, toFaults } from "@lilink/contract";
import { toShanghaiDate } from "@lilink/model/calendar";
import type { FieldFault } from "@lilink/model/error";
import type { CustodyEvent, EpcisReading } from "@lilink/model/trace";
import { gravest } from "@lilink/model/trace";
import type { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import type { Said, Teller } from "../battery/said.ts";
import { hashOf, tellEvents } from "../battery/tell-events.ts";
import { findBodies, toEvent } from "../battery/to-event.ts";
import type { CaptureAnswer, NamedFault } from "./answer.ts";
import type { ReadEvent } from "./read-document.ts";

/** One event of a document or row of a file: what it says, battery by battery, or what is wrong with it. */
type Read = { readonly at: number } & ({ readonly said: readonly Said[] } | { readonly fault: NamedFault });
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
  const today = toShanghaiDate(ctx.now);
  return tellAll(
    ctx,
    teller,
    events.map((one) => ("fault" in one ? one : toRead(one.at, one.reading, { teller, own, bodies, today }))),
  );
}

type Known = {
  readonly teller: Teller;
  readonly own: string;
  readonly bodies: ReadonlyMap<string, string>;
  readonly today: string;
};

function toRead(at: number, reading: EpcisReading, { teller, own, bodies, today }: Known): Read {
  const fault = (field: string, rule: FieldFault["rule"], params: FieldFault["params"] = {}): Read => ({
    at,
    fault: { at, field, rule, params },
  });
  if (reading.from !== null && reading.from !== own) return fault("sourceList", "notInList");
  const said: Said[] = [];
  for (const event of reading.events) {
    const to = event.to === undefined ? undefined : bodies.get(event.to);
    if (event.to !== undefined && to === undefined) return fault("destinationList", "notInList");
    if (String(event.at) > today) return fault("eventTime", "dateTooFar", { max: today });
    const whole: CustodyEvent = { ...event, by: teller.body, ...(to !== undefined && { to }) };
    said.push(
      reading.declares === null
        ? { event: whole, province: reading.province, corrects: null }
        : toCorrection(whole, reading.province, reading.declares),
    );
  }
  return { at, said };
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
  const read: Read[] = [];
  const today = toShanghaiDate(ctx.now);
  const bodies = new Map<string, string | null>();
  for await (const rows of pieces) {
    const parsed = rows.map(({ values }) => reportEventSchema.safeParse(values));
    await learnBodies(ctx, teller, bodies, parsed);
    for (const { data, error } of parsed)
      read.push(data ? toRowRead(read.length, data, { teller, bodies, today }) : faultOf(read.length, error));
  }
  return tellAll(ctx, teller, read);
}

type Told = z.output<typeof reportEventSchema>;

/** The ids of bodies that rows name; null where nobody is known by that name. */
async function learnBodies(
  ctx: Context,
  teller: Teller,
  bodies: Map<string, string | null>,
  rows: readonly { readonly data?: Told | undefined }[],
): Promise<void> {
  const named = new Set(rows.flatMap(({ data }) => (data?.to === undefined ? [] : [data.to])));
  const asked = [...named].filter((one) => !bodies.has(one));
  const found = await findBodies(ctx, teller.body, asked);
  for (const one of asked) bodies.set(one, found.get(one) ?? null);
}

function toRowRead(
  at: number,
  { to, province, corrects, ...said }: Told,
  { teller, bodies, today }: Pick<Known, "teller" | "today"> & { bodies: ReadonlyMap<string, string | null> },
): Read {
  const body = to === undefined ? undefined : bodies.get(to);
  if (to !== undefined && !body) return { at, fault: { at, field: "to", rule: "notInList" } };
  const event = toEvent(said, { by: teller.body, to: body ?? undefined, today });
  if ("rule" in event) return { at, fault: { at, ...event } };
  return { at, said: [{ event, province: province ?? null, corrects: corrects ?? null }] };
}

const faultOf = (at: number, error: z.ZodError): Read => ({ at, fault: brokenAt(at, error) });

/** The first thing that is wrong with a row. */
export function brokenAt(at: number, error: z.ZodError): NamedFault {
  const [broken = { field: "code", rule: "badFormat" as const }] = toFaults(error);
  return { at, ...broken };
}

/** Events of one battery are told in one breath, so that none is judged without what stands further down. */
async function tellAll(ctx: Context, teller: Teller, read: readonly Read[]): Promise<Captured> {
  const answers: CaptureAnswer[] = read.map((one) => ("fault" in one ? "fault" : "ok"));
  const faults = read.flatMap((one) => ("fault" in one ? [one.fault] : []));
  const single = read
    .flatMap((one) => ("said" in one ? one.said.map((said) => ({ at: one.at, said })) : []))
    .sort((a, b) => (a.said.event.code < b.said.event.code ? -1 : 1));
  const verdicts = new Map<number, CaptureAnswer[]>();
  for (let from = 0; from < single.length; ) {
    let to = Math.min(from + batch, single.length);
    while (to < single.length && single[to]?.said.event.code === single[to - 1]?.said.event.code) to++;
    const told = single.slice(from, to);
    const answered = await tellEvents(
      ctx,
      teller,
      told.map(({ said }) => said),
    );
    for (const [place, { at }] of told.entries())
      verdicts.set(at, [...(verdicts.get(at) ?? []), answered[place]?.verdict ?? "ok"]);
    from = to;
    await setImmediate();
  }
  for (const [at, given] of verdicts) {
    const verdict = gravest(given.filter((one) => one !== "fault" && one !== "rolled_back"));
    answers[at] = verdict;
    if (verdict === "impossible") faults.push({ at, field: "verb", rule: "impossible" });
  }
  return { answers, faults: faults.sort((a, b) => a.at - b.at) };
}
