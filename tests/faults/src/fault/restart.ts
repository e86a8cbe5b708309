import type { Exchange } from "@lilink/test-exchange/start-exchange";
import { gather, isReady, until, untilReady } from "../crowd.ts";
import type { Journey } from "../journey.ts";
import { conclude, type Outcome, type World } from "../world.ts";

const CROWD = 60;

/** The database is shut down in order and comes back, while nobody does anything and while many do ([F03]). */
export async function restartDatabase(exchange: Exchange, world: World): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const busy of [false, true]) {
    const fault = busy ? "database restart, busy" : "database restart, idle";
    const prefix = busy ? "restart-busy" : "restart-idle";
    const complaints: string[] = [];
    const journeys: Journey[] = [];
    const before = [exchange.pidOf("web"), exchange.pidOf("worker")];
    const pid = exchange.pidOf("database");
    if (pid === undefined) throw new Error("the database has no process");
    const crowd = busy ? gather(world, `${prefix}-during`, CROWD) : null;
    if (crowd) await until("acknowledgements", () => crowd.acknowledged() >= CROWD);
    process.kill(pid, "SIGINT");
    await until("readiness says so", async () => !(await isReady(exchange.url)));
    if (crowd) {
      complaints.push(...(await crowd.over));
      journeys.push(...crowd.journeys);
    }
    const backMs = await untilReady(exchange.url);
    const after = gather(world, `${prefix}-after`, CROWD / 2);
    complaints.push(...(await after.over));
    journeys.push(...after.journeys);
    if (after.acknowledged() < (CROWD / 2) * 3)
      complaints.push(`${prefix}: not everything was taken afterwards`);
    const now = [exchange.pidOf("web"), exchange.pidOf("worker")];
    if (String(now) !== String(before)) complaints.push(`${prefix}: a process ended that should have waited`);
    outcomes.push(await conclude(world, fault, `${prefix}-`, journeys, complaints, { backMs }));
  }
  return outcomes;
}
