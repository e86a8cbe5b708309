import type { CustodyEvent } from "./event.ts";
import { isAboutOne, legsOf } from "./judge-events.ts";

/**
 * Events in groups that share no battery, so that each group can be judged by itself. Events keep their order. [TR10]
 * @example groupEvents([{ code: "a" }, { code: "b" }]) // two groups, for events of one battery each
 */
export function groupEvents<T>(
  given: readonly T[],
  eventOf: (one: T) => CustodyEvent,
): readonly (readonly T[])[] {
  const parents = new Map<string, string>();
  const rootOf = (code: string): string => {
    if (parents.size === 0) return code;
    let root = code;
    for (let next = parents.get(root); next !== undefined && next !== root; next = parents.get(root))
      root = next;
    parents.set(code, root);
    return root;
  };
  for (const one of given) {
    const event = eventOf(one);
    if (isAboutOne(event)) continue;
    for (const [code] of legsOf(event).slice(1)) parents.set(rootOf(code), rootOf(event.code));
  }
  const groups = new Map<string, T[]>();
  for (const one of given) {
    const root = rootOf(eventOf(one).code);
    const group = groups.get(root);
    if (group) group.push(one);
    else groups.set(root, [one]);
  }
  return [...groups.values()];
}
