import { hash } from "node:crypto";
import { appendFileSync, rmSync } from "node:fs";
import { legsOf, type SimulatedEvent, simulateLives } from "@lilink/model/trace";
import pg from "pg";
import type { Bodies } from "./add-bodies.ts";

/** So many events lie in one file before the server takes them over. */
const eventsInFile = 500_000;
const rowsAtOnce = 20_000;

type Filling = {
  readonly superUrl: string;
  readonly bodies: Bodies;
  /** Where files are put for the server to read. */
  readonly file: string;
  readonly seed: number;
  readonly first: number;
};

/**
 * Fills the tables with at least so many invented events by the server's own COPY, without a verdict: what reads of so many cost is asked then.
 * Batteries get a state each, which a re-fold sets right.
 */
export async function fillLives(
  least: number,
  { superUrl, bodies, file, seed, first }: Filling,
): Promise<number> {
  const client = new pg.Client({ connectionString: superUrl });
  await client.connect();
  const lives = simulateLives(Number.MAX_SAFE_INTEGER, { seed, first, until: "2026-11-01" });
  let told = 0;
  while (told < least) {
    let rows: string[] = [];
    for (let inFile = 0; inFile < eventsInFile && told < least; ) {
      const { events } = lives.next().value ?? { events: [] };
      for (const event of events) for (const row of toRows(event, bodies)) rows.push(row);
      inFile += events.length;
      told += events.length;
      if (rows.length < rowsAtOnce) continue;
      appendFileSync(file, rows.join(""));
      rows = [];
    }
    appendFileSync(file, rows.join(""));
    await client.query(`copy trace.custody_event from '${file}'`);
    rmSync(file);
    console.error(`· ${told} events filled in`);
  }
  await client.query(
    "insert into trace.battery_state (code, state, flags, folded_at) select distinct code, 'none', '{}'::text[], now() from trace.custody_event on conflict do nothing",
  );
  await client.query("analyze trace.custody_event, trace.battery_state");
  await client.end();
  return told;
}

/** A line of COPY under each battery that the event names. Invented values hold no tab and no backslash. */
function toRows({ by, to, province, ...event }: SimulatedEvent, bodies: Bodies): readonly string[] {
  const { verb, at, code: own, ...facts } = event;
  const [from, taker] = [bodies[by].id, to && bodies[to].id];
  const key = hash("sha256", JSON.stringify([event, from, taker]));
  return legsOf({ ...event, by: from }).map(([code, role]) => {
    const said = JSON.stringify(role === "self" ? facts : { ...facts, code: own });
    const cells = [
      code,
      `\\\\x${key}`,
      verb,
      role,
      at,
      `${at}T12:00:00Z`,
      "\\N",
      from,
      taker ?? "\\N",
      province,
      said,
      "\\N",
    ];
    return `${cells.join("\t")}\n`;
  });
}
