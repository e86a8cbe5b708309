import { type Apart, startApart } from "@lilink/test-exchange/start-pair";
import { unlimited } from "@lilink/test-exchange/unlimited";
import { gather, until, untilReady } from "../crowd.ts";
import { openWorld } from "../open-world.ts";
import { conclude, type Outcome } from "../world.ts";

const CROWD = 100;

/** Two web and two worker processes on one database; one web and the other's worker are killed ([F23]). */
export async function killOneOfTwo(): Promise<Outcome> {
  const apart = await startApart(2, { RATE_LIMITS: unlimited });
  try {
    return await trial(apart);
  } finally {
    await apart.stop();
  }
}

async function trial(apart: Apart): Promise<Outcome> {
  const [first, second] = apart.instances;
  if (!first || !second) throw new Error("there are no two");
  const world = await openWorld(apart);
  const crowd = gather(world, "pair", CROWD);
  await until("acknowledgements", () => crowd.acknowledged() >= CROWD);
  const kill = (pid: number | undefined) => pid !== undefined && process.kill(pid, "SIGKILL");
  kill(first.pidOf("web"));
  kill(second.pidOf("worker"));
  // The proxy of the tests says 502 where one of the two is away, which is no answer of the product.
  const complaints = (await crowd.over).filter((line) => !line.includes('"status":502'));
  if (!(await fetch(`${second.url}/api/health/ready`)).ok) complaints.push("the other web was not ready");
  await untilReady(first.url);
  const after = gather(world, "pair-after", CROWD / 2);
  complaints.push(...(await after.over));
  if (after.acknowledged() < (CROWD / 2) * 3) complaints.push("not everything was taken afterwards");
  return conclude(
    world,
    "two instances, one killed",
    "pair-",
    [...crowd.journeys, ...after.journeys],
    complaints,
  );
}
