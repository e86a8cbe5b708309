import { mutate } from "@lilink/test-exchange/call-api";
import type { Exchange, Part } from "@lilink/test-exchange/start-exchange";
import { until, untilReady } from "../crowd.ts";
import { withOwner } from "../inspect.ts";
import type { Outcome, World } from "../world.ts";

const victims: readonly Part[] = ["worker", "web", "database"];
const documents = 12;
const eventsEach = 500;
const pauseMs = 500;

type Sent = { readonly first: number; readonly id: string };

/**
 * Documents of EPCIS are sent while worker, web and database are killed: each event of a document that was acknowledged is there
 * once, and a document that was not acknowledged may be sent again. [TR33]
 */
export async function killDuringCapture(exchange: Exchange, { cast }: World): Promise<Outcome> {
  const author = cast.authors[0]?.caller;
  if (!author) throw new Error("nobody writes");
  const made = await mutate<{ key: string }>(author, "key.create", {
    name: "capture",
    scopes: ["registers:read", "registers:write"],
  });
  if (!made.ok) throw new Error(`no key was made: ${JSON.stringify(made)}`);
  const complaints: string[] = [];
  const acknowledged: Sent[] = [];
  for (const [round, victim] of victims.entries()) {
    const pid = exchange.pidOf(victim);
    if (pid === undefined) throw new Error(`the ${victim} has no process`);
    for (let place = 0; place < documents; place += 1) {
      const first = (round * documents + place) * eventsEach + 1;
      // A third of the way: some are taken, some wait, one is under way.
      if (place === documents / 3) process.kill(pid, "SIGKILL");
      acknowledged.push({ first, id: await sendUntilTaken(exchange.url, made.data.key, first) });
    }
    await until(`a new ${victim}`, () => ![undefined, pid].includes(exchange.pidOf(victim)));
    await untilReady(exchange.url);
  }
  return judge(exchange.ownerUrl, acknowledged, complaints);
}

const codeOf = (serial: number) => `ZZ1PB01FAULT01C5H${String(serial).padStart(7, "0")}`;

/** What is not acknowledged is sent again, as programs do. */
async function sendUntilTaken(url: string, key: string, first: number): Promise<string> {
  const eventList = Array.from({ length: eventsEach }, (_, at) => ({
    type: "ObjectEvent",
    action: "OBSERVE",
    bizStep: "collecting",
    eventTime: "2026-03-01T00:00:00.000+08:00",
    eventTimeZoneOffset: "+08:00",
    epcList: [`urn:lilink:battery:${codeOf(first + at)}`],
  }));
  const body = JSON.stringify({
    "@context": ["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld"],
    type: "EPCISDocument",
    schemaVersion: "2.0",
    creationDate: "2026-03-02T00:00:00Z",
    epcisBody: { eventList },
  });
  const headers = { authorization: `Bearer ${key}`, "content-type": "application/ld+json" };
  for (let turn = 0; turn < 200; turn += 1) {
    const answer = await fetch(`${url}/api/epcis/v2/capture`, { method: "POST", headers, body }).catch(
      () => null,
    );
    if (answer?.status === 202) return ((await answer.json()) as { captureID: string }).captureID;
    if (answer !== null && answer.status < 500 && answer.status !== 429)
      throw new Error(`a good document was answered with ${answer.status}`);
    await new Promise((done) => setTimeout(done, pauseMs));
  }
  throw new Error("a document was not taken in time");
}

async function judge(ownerUrl: string, sent: readonly Sent[], complaints: string[]): Promise<Outcome> {
  return withOwner(ownerUrl, async (client) => {
    const open = "select count(*)::int as n from battery_capture where ended_at is null";
    await until("every capture to end", async () => (await client.query(open)).rows[0]?.n === 0, 300_000);
    const { rows } = await client.query<{ code: string; n: number }>(
      "select code, count(*)::int as n from trace.custody_event where starts_with(code, 'ZZ1PB01FAULT01') group by 1",
    );
    const times = new Map(rows.map(({ code, n }) => [code, n]));
    const wanted = sent.flatMap(({ first }) =>
      Array.from({ length: eventsEach }, (_, at) => codeOf(first + at)),
    );
    const ended = await client.query<{ publicId: string; state: string }>(
      `select public_id as "publicId", state from battery_capture where public_id = any ($1)`,
      [sent.map(({ id }) => id)],
    );
    for (const { publicId, state } of ended.rows)
      if (state !== "done") complaints.push(`the capture ${publicId} ended as ${state}`);
    const lost = wanted.filter((code) => !times.has(code));
    return {
      fault: "kill during capture",
      acknowledged: wanted.length,
      found: wanted.length - lost.length,
      lost,
      doubled: [...times].flatMap(([code, n]) => (n > 1 ? [`${code}: ${n}`] : [])),
      complaints,
      figures: { documents: sent.length, kills: victims.length },
    };
  });
}
