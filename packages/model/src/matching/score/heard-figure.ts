import { isVolume } from "../constrain/interval.ts";
import type { Verdict } from "../document.ts";
import type { PreparedDocument } from "../prepare-document.ts";
import type { Pair } from "./pair.ts";
import type { HeardWeights } from "./weights.ts";

/** What the asker may bring itself: its brine, its ore, the size of its line. Words alone do not tell it from what it asks for. */
const broughtAttributes = new Set(["li_conc", "mgli", "li2o_grade", "throughput"]);
/** What is made from, made for or refused is no subject. */
const leastSubject = 0.45;

/** What a heard figure adds to a pair; see HeardWeights. [MT61] */
export function weightOfHeard(pair: Pair, { verdict, attribute }: Verdict, heard: HeardWeights): number {
  const isAside = isVolume(attribute) || broughtAttributes.has(attribute);
  if (verdict === "unknown") return -heard.open;
  if (verdict === "pass") return isAside ? 0 : heard.met;
  const { aside, broken } = isSure(pair) ? heard.sure : heard;
  return isAside ? -aside : -broken;
}

/** Whether a heard figure is surely broken: the pair is a near miss, and asks. */
export function breaksHeard(pair: Pair): boolean {
  const isHeard = pair.demand.document.heard === true;
  return isHeard && isSure(pair) && pair.verdicts.some(({ verdict }) => verdict === "fail");
}

/** Of what was heard and not confirmed, the first figure that the offer breaks, else the first that it leaves open. */
export function heardDoubt({ demand, verdicts }: Pair): Verdict | undefined {
  if (!demand.document.heard) return undefined;
  return (
    verdicts.find(({ verdict }) => verdict === "fail") ??
    verdicts.find(({ verdict }) => verdict === "unknown")
  );
}

function isSure({ demand, offer }: Pair): boolean {
  return hasOneSubject(demand) && hasOneSubject(offer);
}

function hasOneSubject({ concepts }: PreparedDocument): boolean {
  return concepts.filter(({ weight }) => weight >= leastSubject).length <= 1;
}
