import { createBatteryFile } from "@lilink/documents/intake";
import { type SimulatedEvent, type SimulatedRole, simulatedRoles, simulateLives } from "@lilink/model/trace";
import { callJob, type Kernel, takeCapture } from "@lilink/services";
import pg from "pg";
import type { Bodies } from "./add-bodies.ts";
import { epcisDocument, type PlayerIds, toEpcisEvent, toEventRow, toHeading } from "./write-lives.ts";

/** About a hundred thousand events, so that no body's file has more rows than a file may have. */
const livesInBlock = 17_000;

type Sender = {
  readonly kernel: Kernel;
  readonly ownerUrl: string;
  readonly bodies: Bodies;
  /** The built thread that reads files. */
  readonly thread: URL;
};

export type Ingested = { readonly events: number; readonly seconds: number; readonly last: string };

/** Sends at least so many invented events as files or documents, each body its own, and has each taken as the worker does. */
export async function ingest(
  { kernel, ownerUrl, bodies, thread }: Sender,
  form: "csv" | "epcis",
  least: number,
  simulation: { readonly seed: number; readonly first: number },
): Promise<Ingested> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const file = (kind: "unit" | "event") => createBatteryFile(kind, { entry: thread });
  const verb = takeCapture({
    read: (kind, given) => file(kind).read(given),
    mark: () => Promise.reject(new Error("no event of the simulator is at fault")),
  });
  const ids = Object.fromEntries(simulatedRoles.map((role) => [role, bodies[role].publicId]));
  let [events, seconds, last] = [0, 0, ""];
  const lives = simulateLives(Number.MAX_SAFE_INTEGER, { ...simulation, until: "2026-11-01" });
  while (events < least) {
    const block = new Map<SimulatedRole, SimulatedEvent[]>(simulatedRoles.map((role) => [role, []]));
    const size = Math.min(livesInBlock, Math.ceil((least - events) / 5));
    for (let at = 0; at < size; at++) {
      const life = lives.next().value;
      if (!life) throw new Error("the simulator has no end");
      last = life.unit.code;
      for (const event of life.events) block.get(event.by)?.push(event);
    }
    for (const [role, told] of block) {
      if (told.length === 0) continue;
      const bytes = new TextEncoder().encode(form === "csv" ? toCsv(told, ids) : toDocument(told, ids));
      const started = performance.now();
      const id = kernel.newId();
      const fileId = kernel.newId();
      const sha256 = await kernel.files.write(fileId, bytes);
      await client.query(
        `insert into battery_capture (id, public_id, organization_id, kind, behaviour, file_name, file_id, sha256, locale, state, requested_by, created_at)
         values ($1, $2, $3, $4, 'proceed', $5, $6, $7, 'en', 'waiting', $8, now())`,
        [
          ...[id, kernel.newPublicId(), bodies[role].id, form === "csv" ? "event" : "epcis"],
          ...[form === "csv" ? "events.csv" : "events.jsonld", fileId, sha256, bodies[role].personId],
        ],
      );
      await callJob(kernel, { id: kernel.newId(), name: "battery.take" }, verb, { captureId: id });
      seconds += (performance.now() - started) / 1000;
      const { rows } = await client.query("select state, taken, faults from battery_capture where id = $1", [
        id,
      ]);
      if (rows[0]?.state !== "done" || rows[0]?.taken !== told.length)
        throw new Error(`a capture of ${told.length} ended as ${JSON.stringify(rows[0])}`);
      events += told.length;
      await kernel.files.remove(fileId);
    }
    console.error(`· ${form}: ${events} events, ${Math.round(events / seconds)} a second`);
  }
  await client.end();
  return { events, seconds, last };
}

function toCsv(events: readonly SimulatedEvent[], ids: PlayerIds): string {
  return [toHeading("event"), ...events.map((event) => toEventRow(event, ids))].join("");
}

function toDocument(events: readonly SimulatedEvent[], ids: PlayerIds): string {
  const { head, between, foot } = epcisDocument;
  return `${head}${events.map((event) => JSON.stringify(toEpcisEvent(event, ids))).join(between)}${foot}`;
}
