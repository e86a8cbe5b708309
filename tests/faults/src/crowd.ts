import { setTimeout as pause } from "node:timers/promises";
import { beginJourney, type Journey, type Refusal, type Step, travel } from "./journey.ts";
import type { World } from "./world.ts";

export type Crowd = {
  readonly journeys: readonly Journey[];
  readonly acknowledged: () => number;
  /** Settles when everybody is done or was refused; answers what was refused dishonestly. */
  readonly over: Promise<readonly string[]>;
};

/** Of so many who hand something in, two have it published as well and are asked: one of each kind. */
const PUBLISHED_OF = 20;

/** So many people who write and hand in at the same moment, each on a posting of their own. */
export function gather(world: World, prefix: string, size: number): Crowd {
  const { authors, officer } = world.cast;
  let acknowledged = 0;
  const journeys = Array.from({ length: size }, (_, index) => {
    const author = authors[index % authors.length];
    if (author === undefined) throw new Error("nobody writes");
    return beginJourney(`${prefix}-${index}`, author);
  });
  const over = Promise.all(
    journeys.map(async (journey, index) => {
      const last: Step = index % PUBLISHED_OF < 2 ? "ask" : "submit";
      const refusal = await travel(journey, officer, () => (acknowledged += 1), last);
      return refusal && !isHonest(refusal) ? [`${journey.mark}: ${JSON.stringify(refusal)}`] : [];
    }),
  ).then((complaints) => complaints.flat());
  return { journeys, acknowledged: () => acknowledged, over };
}

/** A refusal that says "not now", when to come again, and nothing else. */
export function isHonest({ answer }: Refusal): boolean {
  const codes = ["UNAVAILABLE", "NO_SPACE"];
  if (answer.retryAfter === null) return false;
  return answer.status === 429 || ([503, 507].includes(answer.status) && codes.includes(answer.code));
}

/** Waits until something holds; answers after how many milliseconds, or throws. */
export async function until(
  what: string,
  holds: () => boolean | Promise<boolean>,
  patienceMs = 45_000,
): Promise<number> {
  const start = performance.now();
  while (!(await holds())) {
    if (performance.now() - start > patienceMs) throw new Error(`${what}: not within ${patienceMs / 1000} s`);
    await pause(20);
  }
  return Math.round(performance.now() - start);
}

export async function isReady(url: string): Promise<boolean> {
  return fetch(`${url}/api/health/ready`, { signal: AbortSignal.timeout(10_000) }).then(
    (response) => response.ok,
    () => false,
  );
}

/** Milliseconds until it serves again. */
export function untilReady(url: string, patienceMs?: number): Promise<number> {
  return until("the exchange did not come back", () => isReady(url), patienceMs);
}
