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

export type Form = "csv" | "epcis";
type Sent = { readonly id: string; readonly fileId: string; readonly events: number };

/** Sends at least so many invented events as files or documents, each body its own, that wait for the worker. */
export async function sendFiles(
  { kernel, ownerUrl, bodies }: Sender,
  form: Form,
  least: number,
  simulation: { readonly seed: number; readonly first: number },
): Promise<readonly Sent[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const ids = Object.fromEntries(simulatedRoles.map((role) => [role, bodies[role].publicId]));
  const lives = simulateLives(Number.MAX_SAFE_INTEGER, { ...simulation, until: "2026-11-01" });
  const sent: Sent[] = [];
  for (let events = 0; events < least; ) {
    const block = new Map<SimulatedRole, SimulatedEvent[]>(simulatedRoles.map((role) => [role, []]));
    const size = Math.min(livesInBlock, Math.ceil((least - events) / 5));
    for (let at = 0; at < size; at++) {
      const life = lives.next().value;
      if (!life) throw new Error("the simulator has no end");
      for (const event of life.events) block.get(event.by)?.push(event);
    }
    for (const [role, told] of block) {
      if (told.length === 0) continue;
      const bytes = new TextEncoder().encode(form === "csv" ? toCsv(told, ids) : toDocument(told, ids));
      const { id: organizationId, personId } = bodies[role];
      const [id, fileId] = [kernel.newId(), kernel.newId()];
      const sha256 = await kernel.files.write(fileId, bytes);
      await client.query(
        `insert into battery_capture (id, public_id, organization_id, kind, behaviour, file_name, file_id, sha256, locale, state, requested_by, created_at)
         values ($1, $2, $3, $4, 'proceed', $5, $6, $7, 'en', 'waiting', $8, now())`,
        [
          ...[id, kernel.newPublicId(), organizationId, form === "csv" ? "event" : "epcis"],
          ...[form === "csv" ? "events.csv" : "events.jsonld", fileId, sha256, personId],
        ],
      );
      sent.push({ id, fileId, events: told.length });
      events += told.length;
    }
  }
  await client.end();
  return sent;
}

/** Has each file taken as the worker does; answers how many events they held. */
export async function takeFiles({ kernel, thread }: Sender, sent: readonly Sent[]): Promise<number> {
  const file = (kind: "unit" | "event") => createBatteryFile(kind, { entry: thread });
  const verb = takeCapture({
    read: (kind, given) => file(kind).read(given),
    mark: () => Promise.reject(new Error("no event of the simulator is at fault")),
  });
  const started = performance.now();
  let taken = 0;
  for (const { id, fileId, events } of sent) {
    await callJob(kernel, { id: kernel.newId(), name: "battery.take" }, verb, { captureId: id });
    const { rows } = await kernel.pool.query("select state, taken from battery_capture where id = $1", [id]);
    if (rows[0]?.state !== "done" || rows[0]?.taken !== events)
      throw new Error(`a capture of ${events} ended as ${JSON.stringify(rows[0])}`);
    await kernel.files.remove(fileId);
    taken += events;
    console.error(
      `· ${taken} events, ${Math.round((taken / (performance.now() - started)) * 1000)} a second`,
    );
  }
  return taken;
}

function toCsv(events: readonly SimulatedEvent[], ids: PlayerIds): string {
  return [toHeading("event"), ...events.map((event) => toEventRow(event, ids))].join("");
}

function toDocument(events: readonly SimulatedEvent[], ids: PlayerIds): string {
  const { head, between, foot } = epcisDocument;
  return `${head}${events.map((event) => JSON.stringify(toEpcisEvent(event, ids))).join(between)}${foot}`;
}
