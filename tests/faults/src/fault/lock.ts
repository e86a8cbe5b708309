import { query } from "@lilink/test-exchange/call-api";
import type { Exchange } from "@lilink/test-exchange/start-exchange";
import { gather, isReady } from "../crowd.ts";
import { withOwner } from "../inspect.ts";
import { conclude, type Outcome, type World } from "../world.ts";

const CROWD = 40;
/** A wait for a connection, one for the lock, and some for a busy machine. */
const ANSWER_MS = 25_000;

/** Somebody locks the table of postings and goes away ([F04]): calls end, everything else goes on, nothing is done twice. */
export async function lockTable(exchange: Exchange, world: World): Promise<Outcome> {
  const complaints: string[] = [];
  const { crowd, slowestMs } = await withOwner(exchange.ownerUrl, async (owner) => {
    await owner.query("begin; lock table posting in access exclusive mode");
    const start = performance.now();
    const crowd = gather(world, "locked", CROWD);
    let waiting = true;
    const over = crowd.over.finally(() => {
      waiting = false;
    });
    while (waiting) {
      if (!(await isReady(exchange.url))) complaints.push("the lock of one table took readiness away");
      await Promise.race([over, new Promise((resolve) => setTimeout(resolve, 500))]);
    }
    complaints.push(...(await over));
    const slowestMs = Math.round(performance.now() - start);
    if (slowestMs > ANSWER_MS) complaints.push(`an answer took ${slowestMs} ms behind the lock`);
    if (crowd.acknowledged() > 0) complaints.push("something was taken while its table was locked");
    const other = await query(world.cast.officer, "viewer.load", {});
    if (!other.ok) complaints.push(`viewer.load answered ${JSON.stringify(other)} beside the lock`);
    await owner.query("rollback");
    return { crowd, slowestMs };
  });
  const after = gather(world, "locked-after", CROWD);
  complaints.push(...(await after.over));
  if (after.acknowledged() < CROWD * 3) complaints.push("not everything was taken after the lock");
  const journeys = [...crowd.journeys, ...after.journeys];
  return conclude(world, "LOCK TABLE held", "locked-", journeys, complaints, { slowestMs });
}
