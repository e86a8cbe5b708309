import { isWithin } from "../../codes/index.ts";
import type { MatchDocument } from "../document.ts";
import { notAsked, type TermVerdict } from "./judge-terms.ts";
import { conditionsOf } from "./read-conditions.ts";

/** `names`: of what is broken, else of what is open, else of what is met: certificates by name, or codes of places. */
export type ConditionVerdict = TermVerdict & { readonly names: readonly string[] };

/** Whether the certificates that the words of a demand ask for are named, denied or left open by the offer. [MT49] */
export function judgeCertificates(demand: MatchDocument, offer: MatchDocument): ConditionVerdict {
  const { asked } = conditionsOf(demand);
  if (asked.length === 0) return { ...notAsked, names: [] };
  const { named, denied } = conditionsOf(offer);
  const broken = asked.filter((name) => denied.includes(name));
  if (broken.length > 0) return { asked: true, verdict: "fail", partial: false, names: broken };
  const open = asked.filter((name) => !named.includes(name));
  return open.length > 0
    ? { asked: true, verdict: "unknown", partial: false, names: open }
    : { asked: true, verdict: "pass", partial: false, names: asked };
}

/** Whether the offer stands in one of the provinces or countries that the words of a demand limit it to. [MT49] [PO24] */
export function judgePlace(demand: MatchDocument, offer: MatchDocument): ConditionVerdict {
  const { places } = conditionsOf(demand);
  if (places.length === 0) return { ...notAsked, names: [] };
  const { region } = offer;
  const within = region === undefined ? [null] : places.map((limit) => isWithin(region, limit));
  const verdict = within.includes(true) ? "pass" : within.includes(null) ? "unknown" : "fail";
  return { asked: true, verdict, partial: false, names: places };
}
