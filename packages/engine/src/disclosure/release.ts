import type { Dimension } from "./axis.ts";
import type { DisclosureParameters } from "./judge-cell.ts";
import type { Contribution } from "./table.ts";

/** One table of one indicator and period, as it would be released now. Plain data: it may be sent to a worker thread. */
export type ReleaseInput = {
  readonly dimensions: readonly Dimension[];
  readonly contributions: readonly Contribution[];
  readonly parameters: DisclosureParameters;
  /** The crosses that are shown: each names its dimensions, the others stand at their totals. All where absent. */
  readonly breakdowns?: readonly (readonly string[])[];
  /** The indicator allows negative values. */
  readonly signed?: boolean;
  /** Earlier releases of the same table: whoever keeps them compares. */
  readonly earlier?: readonly EarlierRelease[];
};

/** A release that is out: what stood behind it then, by the groups of now, and what of it was published. */
export type EarlierRelease = {
  readonly contributions: readonly Contribution[];
  readonly published: readonly { readonly at: readonly string[]; readonly value: string }[];
};

/** `at` has a code for each dimension. `why` stays inside the server: a reader sees W and the bounds, where there are any. */
export type ReleasedCell = { readonly at: readonly string[] } & (
  | { readonly status: "published"; readonly value: string }
  | {
      readonly status: "withheld";
      readonly why: "primary" | "secondary";
      readonly low?: string;
      readonly high?: string;
    }
);

/**
 * What the release costs its readers: counts of shown cells, and of their values, added up without signs, what is withheld.
 * `exposed` are cells that earlier releases or a merger have already told: withheld, but beyond protection.
 */
export type ReleaseReport = {
  readonly cells: number;
  readonly withheld: number;
  readonly primary: number;
  readonly secondary: number;
  readonly exposed: number;
  /** 0 to 1. */
  readonly withheldShare: number;
  /** 0 to 1. */
  readonly withheldValueShare: number;
};

export type Release = { readonly cells: readonly ReleasedCell[]; readonly report: ReleaseReport };
