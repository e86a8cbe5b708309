import type { RouteClass } from "./route-class.ts";

/** Lets a request in and answers what to call when it is over, or null where there are too many like it. */
export type Gate = { readonly enter: (about: RouteClass, changes: boolean) => (() => void) | null };

export type GateLimits = { readonly read: number; readonly change: number; readonly first: number };

/**
 * How many may be under way in one process. Reading gives way first, then changes; who signs in or hands something in is let
 * in as long as the process lives by it ([OB7]).
 */
export const gateLimits: GateLimits = { read: 96, change: 320, first: 640 };

const free: readonly RouteClass[] = ["health", "asset", "live"];
const first: readonly RouteClass[] = ["auth", "submit"];

export function createGate(limits: GateLimits = gateLimits): Gate {
  const under = { read: 0, change: 0, first: 0 };
  return {
    enter: (about, changes) => {
      if (free.includes(about)) return () => undefined;
      const kind = first.includes(about) ? "first" : changes ? "change" : "read";
      if (under[kind] >= limits[kind]) return null;
      under[kind] += 1;
      let open = true;
      return () => {
        if (open) under[kind] -= 1;
        open = false;
      };
    },
  };
}
