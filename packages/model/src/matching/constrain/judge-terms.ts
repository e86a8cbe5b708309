import { type CooperationForm, windowOf } from "../../posting/index.ts";
import type { MatchDocument, VerdictValue } from "../document.ts";
import { type DangerousGood, findDangerousGood } from "./dangerous-goods.ts";

/**
 * A condition beside the figures: `asked` false when the demand does not state it. `partial`: missed, but near enough to
 * talk about.
 */
export type TermVerdict = {
  readonly asked: boolean;
  readonly verdict: VerdictValue;
  readonly partial: boolean;
};

export const notAsked: TermVerdict = { asked: false, verdict: "pass", partial: false };
const open: TermVerdict = { asked: true, verdict: "unknown", partial: false };
const passed: TermVerdict = { asked: true, verdict: "pass", partial: false };
const missed: TermVerdict = { asked: true, verdict: "fail", partial: false };

// Forms that lie close enough to talk about: who asks for one may accept the other.
const kindred: readonly (readonly [CooperationForm, CooperationForm])[] = [
  ["supply", "offtake"],
  ["supply", "toll"],
  ["licence", "transfer"],
  ["licence", "joint_development"],
  ["transfer", "joint_development"],
  ["testing", "joint_development"],
  ["investment", "joint_development"],
  ["investment", "offtake"],
];

/** Whether the wanted forms of cooperation meet the offered ones; `partial` when only kindred ones do. [MT13] */
export function judgeCooperation(demand: MatchDocument, offer: MatchDocument): TermVerdict {
  const wanted = demand.cooperation ?? [];
  const given = offer.cooperation ?? [];
  if (wanted.length === 0) return notAsked;
  if (given.length === 0) return open;
  if (wanted.some((form) => given.includes(form))) return passed;
  const isKin = kindred.some(
    ([a, b]) => (wanted.includes(a) && given.includes(b)) || (wanted.includes(b) && given.includes(a)),
  );
  return { ...missed, partial: isKin };
}

/** Whether the spans of the two volumes overlap; ISO days compare as text. An open side reaches on for ever. [MT13] */
export function judgeDelivery(demand: MatchDocument, offer: MatchDocument): TermVerdict {
  const wanted = windowOf(demand.volume ?? {});
  if (!wanted.from && !wanted.to) return notAsked;
  const given = windowOf(offer.volume ?? {});
  if (!given.from && !given.to) return open;
  const isApart = (given.from ?? "") > (wanted.to ?? "9999") || (wanted.from ?? "") > (given.to ?? "9999");
  return isApart ? missed : passed;
}

/**
 * Whether what an offer holds can be licensed or assigned, where the demand asks for nothing else: a granted right can, an
 * application or know-how in part, what is licensed in cannot be assigned, and where there is no right there is nothing
 * to give. [MT43]
 */
export function judgeIp(demand: MatchDocument, offer: MatchDocument): TermVerdict {
  const wanted = demand.cooperation ?? [];
  const isRight = wanted.length > 0 && wanted.every((form) => form === "licence" || form === "transfer");
  if (!isRight) return notAsked;
  switch (offer.ipStatus) {
    case undefined:
      return open;
    case "granted":
      return passed;
    case "open":
      return wanted.includes("licence") ? passed : { ...missed, partial: true };
    case "applied":
    case "secret":
      return { ...missed, partial: true };
    case "licensed_in":
      return { ...missed, partial: wanted.includes("licence") };
    case "none":
      return missed;
  }
}

/** What the words of a posting say of the transport of dangerous goods. */
export type TransportStance = { readonly provides: boolean; readonly refuses: boolean };

const provides =
  /危(?:险货物|险品|化品)(?:道路)?运输(?:资质|许可|证)|危化品经营许可|UN ?38\.3|(?:dangerous|hazardous)[- ]goods (?:transport|shipping|certif|licen)|\bADR\b|\bIMDG\b|UN[- ]certified packaging/i;
const refuses =
  /(?:不接受|不含|不要|非)(?:危险品|危化品|危险货物)|\bnon-?hazardous\b|no (?:dangerous|hazardous) goods/i;

/** @example readTransport("危险品运输资质齐全").provides // true */
export function readTransport(text: string): TransportStance {
  return { provides: provides.test(text), refuses: refuses.test(text) };
}

const moving: readonly CooperationForm[] = ["supply", "offtake", "toll"];

export type TransportVerdict = TermVerdict & { readonly good: DangerousGood | null };

/**
 * Whether goods whose transport is regulated would have to be moved, and whether the offer speaks of it. Asked only where
 * goods are offered; goods outside the table are not judged. [MT44]
 * @param main the main concept of the offer
 */
export function judgeTransport(
  offer: MatchDocument,
  main: string | undefined,
  wish: TransportStance,
  stance: TransportStance,
): TransportVerdict {
  const good = main === undefined ? null : findDangerousGood(main);
  const given = offer.cooperation ?? [];
  const isMoved = given.length === 0 || moving.some((form) => given.includes(form));
  if (!good || !isMoved) return { ...notAsked, good };
  if (wish.refuses) return { ...missed, good };
  return { ...(stance.provides ? passed : open), good };
}

/** Whether both stand in the same province, or in the same country abroad; null when either does not say. [PO24] */
export function isSameRegion(a: MatchDocument, b: MatchDocument): boolean | null {
  if (a.region === undefined || b.region === undefined) return null;
  return a.region === "CN" || b.region === "CN" ? null : a.region === b.region;
}
