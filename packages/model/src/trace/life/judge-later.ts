import { type CustodyEvent, gravest, type Life, type Verdict, type World } from "./event.ts";
import { compareEntries, isRefused, type Judged } from "./judge-events.ts";
import { stepLife } from "./step-life.ts";
import { isStepVerb } from "./verb.ts";

type Entry = { readonly event: CustodyEvent; readonly hash: string };

const clean: readonly Verdict[] = [];

/**
 * What `judgeEvents` finds of events of one battery, each told once, in the order of their days and all of them after everything that is
 * known of it, where none corrects another and none binds two batteries. Then nothing is late and nothing else is to be looked at. [TR29]
 */
export function judgeLater(before: Life, entries: readonly Entry[], world: World): Judged {
  const code = entries[0]?.event.code ?? "";
  const flags: (readonly Verdict[])[] = [];
  let life = before;
  for (const at of placesInOrder(entries)) {
    const event = entries[at]?.event;
    if (!event || !isStepVerb(event.verb)) continue;
    const stepped = stepLife(life, event, event.verb, "self", world);
    flags[at] = stepped.flags.length === 0 ? clean : stepped.flags;
    if (!isRefused(stepped.flags)) life = stepped.life;
  }
  return { verdicts: flags.map(gravest), flags, lives: new Map([[code, life]]) };
}

const first: readonly number[] = [0];

function placesInOrder(entries: readonly Entry[]): readonly number[] {
  if (entries.length === 1) return first;
  const ordered = entries.map(({ event, hash }, at) => ({ event, text: hash, at }));
  return ordered.sort(compareEntries).map(({ at }) => at);
}
