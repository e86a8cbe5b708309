import type { CooperationForm } from "../../posting/index.ts";
import type { MatchDocument, VerdictValue } from "../document.ts";

/** A condition beside the figures: `asked` false when the demand does not state it. */
export type TermVerdict = {
  readonly asked: boolean;
  readonly verdict: VerdictValue;
  readonly partial: boolean;
};

const notAsked: TermVerdict = { asked: false, verdict: "pass", partial: false };

// Forms that lie close enough to talk about: who asks for one may accept the other.
const kindred: readonly (readonly [CooperationForm, CooperationForm])[] = [
  ["supply", "toll"],
  ["licence", "transfer"],
  ["licence", "joint_development"],
  ["transfer", "joint_development"],
  ["testing", "joint_development"],
  ["investment", "joint_development"],
];

/** Whether the wanted forms of cooperation meet the offered ones; `partial` when only kindred ones do. [MT13] */
export function judgeCooperation(demand: MatchDocument, offer: MatchDocument): TermVerdict {
  const wanted = demand.cooperation ?? [];
  const given = offer.cooperation ?? [];
  if (wanted.length === 0) return notAsked;
  if (given.length === 0) return { asked: true, verdict: "unknown", partial: false };
  if (wanted.some((form) => given.includes(form))) return { asked: true, verdict: "pass", partial: false };
  const isKin = kindred.some(
    ([a, b]) => (wanted.includes(a) && given.includes(b)) || (wanted.includes(b) && given.includes(a)),
  );
  return { asked: true, verdict: "fail", partial: isKin };
}

/** Whether the spans of the two volumes overlap; ISO days compare as text. An open side reaches on for ever. [MT13] */
export function judgeDelivery(demand: MatchDocument, offer: MatchDocument): TermVerdict {
  const wanted = demand.volume;
  if (!wanted?.from && !wanted?.to) return notAsked;
  const given = offer.volume;
  if (!given?.from && !given?.to) return { asked: true, verdict: "unknown", partial: false };
  const isApart = (given.from ?? "") > (wanted.to ?? "9999") || (wanted.from ?? "") > (given.to ?? "9999");
  return { asked: true, verdict: isApart ? "fail" : "pass", partial: false };
}

/** Whether both stand in the same province; null when either does not say. */
export function isSameRegion(a: MatchDocument, b: MatchDocument): boolean | null {
  return a.region === undefined || b.region === undefined ? null : a.region === b.region;
}
