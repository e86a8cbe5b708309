import type { CustodyEvent, Verdict } from "./event.ts";
import { compareEntries, isRefused, legsOf } from "./judge-events.ts";
import { isStepVerb, ruleOf } from "./verb.ts";

type Told = { readonly event: CustodyEvent; readonly hash: string; readonly corrects: string | null };

/**
 * By the hash of each event in conflict that of the earlier one which it contradicts: what brought the battery where this one would
 * bring it, fitted it into another vehicle, or handed it to another body. One that contradicts what a maker filed has none. [TR13]
 */
export function findContradicted(
  entries: readonly Told[],
  flags: readonly (readonly Verdict[])[],
): ReadonlyMap<string, string> {
  if (!flags.some((own) => own.includes("conflict"))) return new Map();
  const voided = new Set(
    entries.flatMap(({ corrects }, at) =>
      corrects === null || isRefused(flags[at] ?? []) ? [] : [corrects],
    ),
  );
  const stood = entries
    .map(({ event, hash }, at) => ({
      event: event.verb === "correct" ? (event.instead ?? event) : event,
      text: hash,
      flags: flags[at] ?? [],
    }))
    .filter(({ text }) => !voided.has(text))
    .sort(compareEntries);
  return new Map(
    stood.flatMap(({ event, text, flags: own }, at) => {
      if (!own.includes("conflict")) return [];
      const earlier = stood
        .slice(0, at)
        .findLast((one) => !isRefused(one.flags) && excludes(one.event, event));
      return earlier ? [[text, earlier.text] as const] : [];
    }),
  );
}

function excludes(earlier: CustodyEvent, { verb, by, to, vehicle, ...event }: CustodyEvent): boolean {
  const codes = new Set(legsOf(earlier).map(([code]) => code));
  if (!legsOf({ verb, by, ...event }).some(([code]) => codes.has(code))) return false;
  if (verb === "transfer") return earlier.verb === verb && earlier.by === by && earlier.to !== to;
  if (earlier.verb === "fit" && (verb === "remove" || verb === "retire"))
    return vehicle !== undefined && earlier.vehicle !== vehicle;
  if (!isStepVerb(verb) || !isStepVerb(earlier.verb)) return false;
  const end = ruleOf(verb).to;
  return end !== "same" && end === ruleOf(earlier.verb).to;
}
