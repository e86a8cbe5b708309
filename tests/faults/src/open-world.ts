import type { Exchange } from "@lilink/test-exchange/start-exchange";
import { type Cast, gatherCast } from "./cast.ts";
import { until } from "./crowd.ts";
import { readHoldings, waitForJobs } from "./inspect.ts";
import { beginJourney, travel } from "./journey.ts";
import type { World } from "./world.ts";

const QUIET_MS = 120_000;

/** Signs the cast in, and sees what an undisturbed posting is made of. */
export async function openWorld(place: Pick<Exchange, "url" | "dataDir" | "ownerUrl">): Promise<World> {
  const { url, ownerUrl } = place;
  // What the start itself has asked for, such as ranking the demo, is no part of any fault.
  await waitForJobs(ownerUrl, QUIET_MS, (jobs) => jobs.waiting === 0);
  const cast = await gatherCast(place);
  return { url, ownerUrl, cast, partsOf: await countParts(ownerUrl, cast) };
}

async function countParts(ownerUrl: string, { authors, officer }: Cast): Promise<Map<string, number>> {
  for (const author of authors) {
    const journey = beginJourney(`whole-${author.name}`, author);
    const refusal = await travel(journey, officer, () => undefined);
    if (journey.fates.ask !== "acknowledged")
      throw new Error(`an undisturbed journey failed: ${JSON.stringify(refusal)}`);
  }
  await until("parts", async () => (await readHoldings(ownerUrl, "whole-")).every(({ parts }) => parts > 0));
  const holdings = await readHoldings(ownerUrl, "whole-");
  return new Map(holdings.map(({ mark, parts }) => [mark.slice("whole-".length), parts]));
}
