import type { Finding } from "./check-generally.ts";

/** What happened to a return, in order, as far as it tells which questions stand; `items` is what a query asks. */
export type QueryEvent = {
  readonly kind: string;
  readonly version: number;
  readonly items: readonly { readonly component: string | null; readonly text: string }[];
};

/** The code of a finding that is a checker's question; its explanation is the answer. */
export const queryCode = "query";

/**
 * The questions that a version of a return answers, as findings that ask for an explanation: all that were asked before it
 * and after the last version that was verified before it. [RT9]
 * @example listQueries([{ kind: "queried", version: 1, items: [{ component: null, text: "Why?" }] }], 2)[0]?.key // "query.1.0"
 */
export function listQueries(events: readonly QueryEvent[], version: number): Finding[] {
  const before = events.filter((event) => event.version < version);
  const verified = before.findLast(({ kind }) => kind === "verified")?.version ?? 0;
  return before
    .filter((event) => event.kind === "queried" && event.version > verified)
    .flatMap((event) =>
      event.items.map(({ component, text }, at) => ({
        key: `${queryCode}.${event.version}.${at}`,
        code: queryCode,
        severity: "soft" as const,
        at: component === null ? null : { component, site: "", place: [] },
        text: { zh: text, en: text },
        params: {},
      })),
    );
}
