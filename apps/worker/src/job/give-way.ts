/** What somebody waits for at a screen; everything else lets it go first. */
export const URGENT: readonly string[] = ["posting.match"];

export type GiveWay = <T>(name: string, step: () => Promise<T>) => Promise<T>;

/**
 * All jobs share one thread. Whatever is not urgent begins only when the urgent jobs that run just then are done; it does
 * not wait for those that come after, so that a long row of them holds nobody up for good.
 */
export function createGiveWay(urgent: readonly string[] = URGENT): GiveWay {
  const running = new Set<Promise<unknown>>();
  return async (name, step) => {
    if (!urgent.includes(name)) {
      await Promise.allSettled(running);
      return step();
    }
    const job = step();
    running.add(job);
    try {
      return await job;
    } finally {
      running.delete(job);
    }
  };
}
