import type {
  CooperationForm,
  IpStatus,
  MaturityStep,
  PostingFigure,
  PostingKind,
  PostingVolume,
} from "../posting/index.ts";
import type { ReasonCode } from "./explain/reason-codes.ts";

/** A figure of a posting: decimal strings, a unit that the chain can read, hard or a wish. */
export type Figure = PostingFigure;

/**
 * A posting as one reader may read it. What is absent was not given or may not be read; nothing tells which ([MT1]).
 * Documents are values: whoever changes one makes a new one.
 */
export type MatchDocument = {
  readonly id: string;
  readonly kind: PostingKind;
  /** Ids of the chain, the primary one first; empty when the posting names none. */
  readonly concepts: readonly string[];
  readonly title: string;
  readonly body: string;
  readonly lang: string;
  readonly figures: readonly Figure[];
  readonly volume?: PostingVolume | undefined;
  /** Two-digit code of a province (GB/T 2260), or two letters of a country (ISO 3166-1). */
  readonly region?: string | undefined;
  /** Of a need the least that is accepted, of an offer the level reached. */
  readonly trl?: number | undefined;
  readonly maturity?: MaturityStep | undefined;
  readonly ipStatus?: IpStatus | undefined;
  readonly cooperation?: readonly CooperationForm[] | undefined;
  readonly kindOfOrganization?: string | undefined;
  /** ISO day. */
  readonly validUntil?: string | undefined;
  /** Its fields were read from its words and no person confirmed them: its figures are wishes with a question. [MT61] */
  readonly heard?: boolean | undefined;
};

/** What a requirement that its author did not write as a figure is worked out from: the volume, or the readiness. [MT11] */
export const figureSources = ["volume", "readiness"] as const;
export type FigureSource = (typeof figureSources)[number];

export const verdictValues = ["pass", "fail", "unknown"] as const;
export type VerdictValue = (typeof verdictValues)[number];

/**
 * One requirement against what the other side states. `margin`: reserve (positive) or shortfall (negative) as a
 * share of the limit; for a purity above 90 % as a share of the impurity that the limit leaves.
 */
export type Verdict = {
  readonly attribute: string;
  readonly verdict: VerdictValue;
  readonly hard: boolean;
  readonly need: Figure;
  readonly offer?: Figure | undefined;
  readonly margin?: number | undefined;
  /** Absent where the author wrote the figure. */
  readonly from?: FigureSource | undefined;
};

export const relationCodes = [
  "same",
  "shared",
  "narrower",
  "broader",
  "process",
  "improves",
  "serves",
  "uses",
  "input",
  "alternative",
  "part",
  "form",
  "sibling",
  "consumer",
  "output",
  "near",
  "none",
] as const;
export type RelationCode = (typeof relationCodes)[number];

/** Where the other side stands in the chain as seen from the reader's own posting. */
export const relationDirections = ["level", "upstream", "downstream", "beside"] as const;
export type RelationDirection = (typeof relationDirections)[number];

/** `own` and `other` are the two concepts that meet; `via` the process or family between them. */
export type Relation = {
  readonly code: RelationCode;
  /** Steps in the chain; null when nothing joins the two. */
  readonly distance: number | null;
  readonly direction: RelationDirection;
  readonly own?: string | undefined;
  readonly other?: string | undefined;
  readonly via?: string | undefined;
};

export const questionCodes = ["ask_figure", "state_figure", "ask_term", "state_term"] as const;

/** Conditions beside the figures that a question may be about. */
export const termCodes = [
  "certificate",
  "place",
  "transport",
  "ip",
  "delivery",
  "schedule",
  "cooperation",
] as const;
export type TermCode = (typeof termCodes)[number];

/**
 * The one question that would settle an unknown: put to the other side, or to be answered by the reader. `attribute`: id of
 * an attribute, or of a term one of termCodes. `named`: certificates by name, or a number of the dangerous-goods list.
 */
export type Question = {
  readonly code: (typeof questionCodes)[number];
  readonly attribute: string;
  readonly named?: string | undefined;
};

export type ReasonParams = Readonly<Record<string, string | number>>;

/** A reason as data. The weights of a result are logits and add up to the logit of its score ([MT9]). */
export type Reason = { readonly code: ReasonCode; readonly params: ReasonParams; readonly weight: number };

export type MatchResult = {
  readonly modelVersion: string;
  /** 0 to 1: how probable it is that both sides will agree, as far as the readable fields tell. */
  readonly score: number;
  readonly inclination: { readonly own: number; readonly other: number };
  readonly relation: Relation;
  readonly verdicts: readonly Verdict[];
  readonly question?: Question | undefined;
  /** One or two hard requirements fail, and narrowly; or a figure that was heard surely does. */
  readonly nearMiss: boolean;
  /** A hard requirement fails, narrowly or not. */
  readonly breaksHard: boolean;
  readonly reasons: readonly Reason[];
};
