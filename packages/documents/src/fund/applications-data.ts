import type { ApplicationState, EligibilityCode, ReviewState } from "@lilink/model/fund/life";

type Body = { readonly nameZh: string; readonly nameEn: string | null };

/** An application as its reader may know it; figures and reviewers are there for who keeps the fund. */
export type PrintedApplication = {
  readonly title: string;
  readonly state: ApplicationState;
  readonly lead: Body;
  readonly leader: string;
  readonly team: readonly string[];
  readonly partners: readonly (Body & { readonly share: number; readonly agreed: boolean })[];
  readonly share: number;
  readonly asked: number | null;
  readonly months: number | null;
  readonly submittedAt: Date | null;
  readonly codes: readonly EligibilityCode[];
  readonly abstract: string;
  readonly body: string;
  /** What reviewers wrote to the leader, without names. */
  readonly words: readonly string[];
  readonly figures: {
    readonly mean: number | null;
    readonly adjusted: number | null;
    readonly draws: number | null;
    readonly reviewers: readonly { readonly name: string; readonly state: ReviewState }[];
  } | null;
};

/** One application, or all of a call that was opened. */
export type ApplicationsData = {
  readonly call: {
    readonly number: string;
    readonly titleZh: string | null;
    readonly titleEn: string | null;
  };
  readonly applications: readonly PrintedApplication[];
  readonly madeAt: Date;
  /** Who took it, and when. */
  readonly mark: string;
  /** Made of what invented bodies wrote. */
  readonly sample: boolean;
};
