import type { Database } from "@lilink/db";
import { figureRelease, releaseObservation, returnRound } from "@lilink/db/schema";
import type { Observation } from "@lilink/model/goals/exchange";
import { releaseMachine } from "@lilink/model/goals/release";
import type { Period } from "@lilink/model/return";
import { eq } from "drizzle-orm";
import type { Kernel } from "../../kernel/context.ts";
import reports from "./data/reports.json" with { type: "json" };
import type { Reporter } from "./seed-reports.ts";

const across: Readonly<Record<string, number>> = reports.exchange.across;

/**
 * What an exchange that has run for years would have counted of itself in a quarter: agreements of the invented firms, more of
 * them between two links each year. It waits for its own release, which the worker's way makes. Its id, or null where it is there.
 */
export async function addOwnFigures(
  owner: Database,
  app: Kernel,
  reporters: readonly Reporter[],
  round: { readonly publicId: string },
  period: Period,
): Promise<string | null> {
  const [found] = await owner
    .select({ id: returnRound.id, release: figureRelease.id })
    .from(returnRound)
    .leftJoin(figureRelease, eq(figureRelease.roundId, returnRound.id))
    .where(eq(returnRound.publicId, round.publicId));
  if (!found || found.release) return null;
  const id = app.newId();
  await owner.insert(figureRelease).values({
    id,
    publicId: app.newPublicId(),
    roundId: found.id,
    period: period.id,
    edition: 1,
    audience: "everyone",
    state: releaseMachine.start,
    own: true,
    createdAt: app.clock(),
  });
  await owner
    .insert(releaseObservation)
    .values({ releaseId: id, roundId: found.id, observations: [...countedIn(reporters, period)] });
  return id;
}

function countedIn(reporters: readonly Reporter[], { id, year }: Period): readonly Observation[] {
  const of = (link: string) => reporters.filter((one) => one.link === link);
  const [makers, users] = [of("smelting"), of("materials")];
  return Array.from({ length: reports.exchange.items }, (_, at) => {
    const isAcross = at < (across[String(year)] ?? 0);
    const sides = [makers[at % makers.length], (isAcross ? users : makers)[(at + 1) % makers.length]];
    return sides.flatMap((side): readonly Observation[] =>
      side
        ? [
            {
              fact: `${id} ${at}`,
              component: "collaboration_items",
              organizationId: side.id,
              group: side.id,
              place: {
                link_pair: isAcross ? "smelting-materials" : "smelting-smelting",
                province: side.province,
              },
              value: "0.5",
            },
          ]
        : [],
    );
  }).flat();
}
