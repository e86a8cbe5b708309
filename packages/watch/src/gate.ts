import type { RouteClass } from "./route-class.ts";

/** Lets a request in, at once or when it is its turn, with what to call when it is over; or sends it away. */
export type Gate = {
  readonly enter: (
    about: RouteClass,
    changes: boolean,
    letIn: (leave: () => void) => void,
    refuse: () => void,
  ) => void;
};

/** So many under way at a time, so many who wait, and how long at most. */
export type Lane = { readonly under: number; readonly waiting: number; readonly milliseconds: number };
const lanes = ["read", "long", "change", "first"] as const;
export type GateLimits = Readonly<Record<(typeof lanes)[number], Lane>>;

/**
 * One thread draws pages: more than a few at a time make all of them late, and whoever signs in behind them. So readers wait
 * for one another, and those who would wait too long are told so; who changes something waits longer, and who signs in or
 * hands something in is let in as long as the process lives by it ([OB7]).
 */
export const gateLimits: GateLimits = {
  read: { under: 12, waiting: 150, milliseconds: 3_000 },
  long: { under: 24, waiting: 50, milliseconds: 10_000 },
  change: { under: 24, waiting: 400, milliseconds: 10_000 },
  first: { under: 256, waiting: 400, milliseconds: 10_000 },
};

const free: readonly RouteClass[] = ["health", "asset", "live"];
const first: readonly RouteClass[] = ["auth", "submit"];
const long: readonly RouteClass[] = ["export", "file"];

export function createGate(limits: GateLimits = gateLimits): Gate {
  const open = {
    read: openLane(limits.read),
    long: openLane(limits.long),
    change: openLane(limits.change),
    first: openLane(limits.first),
  };
  return {
    enter: (about, changes, letIn, refuse) => {
      if (free.includes(about)) return letIn(() => undefined);
      const other = changes ? "change" : "read";
      const lane = first.includes(about) ? "first" : long.includes(about) ? "long" : other;
      open[lane](letIn, refuse);
    },
  };
}

function openLane({ under, waiting, milliseconds }: Lane) {
  const line: (() => void)[] = [];
  let busy = 0;
  const admit = (letIn: (leave: () => void) => void) => {
    busy += 1;
    let here = true;
    letIn(() => {
      if (!here) return;
      here = false;
      busy -= 1;
      line.shift()?.();
    });
  };
  return (letIn: (leave: () => void) => void, refuse: () => void): void => {
    if (busy < under || line.length >= waiting) {
      if (busy < under) admit(letIn);
      else refuse();
      return;
    }
    const turn = () => {
      clearTimeout(patience);
      admit(letIn);
    };
    const patience = setTimeout(() => {
      line.splice(line.indexOf(turn), 1);
      refuse();
    }, milliseconds);
    line.push(turn);
  };
}
