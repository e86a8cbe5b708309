import type { LinkId } from "../../chain/index.ts";
import type { InterestAim } from "../../introduction/index.ts";
import type { OrganizationKind } from "../../organization/index.ts";
import type { CooperationForm, PostingKind } from "../../posting/index.ts";

/** A posting as far as counting needs it; what it hides is not asked for. */
export type PostingFact = {
  readonly kind: PostingKind;
  readonly concept: string;
  readonly cooperation: readonly CooperationForm[];
};

/** A side of an agreement: who it is, and with which posting; null where it asked without one. */
export type SideFact = {
  readonly organizationId: string;
  readonly links: readonly LinkId[];
  readonly posting: PostingFact | null;
};

/** A contract that both sides confirmed, and the introduction that it came of. */
export type AgreementFact = {
  readonly fact: string;
  readonly aim: InterestAim;
  readonly sides: readonly [SideFact, SideFact];
};

/** A project that was live in the period, with all who confirmed a contract, a trial or a volume on it by its end. */
export type ProjectFact = {
  readonly fact: string;
  readonly organizationId: string;
  readonly organizationKind: OrganizationKind;
  readonly concept: string;
  readonly trl: number | null;
  /** Who pays for it, where that is known. */
  readonly fund?: "public";
  readonly partners: readonly {
    readonly organizationKind: OrganizationKind;
    readonly links: readonly LinkId[];
  }[];
};

/** A need of a cohort and what became of it within twelve months of the day on which it was first published. */
export type NeedFact = {
  readonly fact: string;
  readonly organizationId: string;
  readonly organizationKind: OrganizationKind;
  readonly concept: string;
  readonly fulfilled: boolean;
  readonly withdrawn: boolean;
  /** Days to the first introduction that it took part in; null where there was none. */
  readonly contactDays: number | null;
};

/** A need that nothing offered when it was published, thirty days later. */
export type WeakNeedFact = {
  readonly fact: string;
  readonly organizationId: string;
  readonly concept: string;
  readonly answered: boolean;
};

/** A weak link that was on the list of the group when the year began, and whether it was closed in the period. */
export type WeakLinkFact = {
  readonly fact: string;
  /** Who leads the work on it; the secretariat where nobody does. */
  readonly organizationId: string;
  readonly concept: string;
  readonly closed: boolean;
};

/** One counted figure: a component at a code for each of its own dimensions, of one organization, and the fact that it counts. */
export type CountedFigure = {
  readonly fact: string;
  readonly component: string;
  readonly organizationId: string;
  readonly place: Readonly<Record<string, string>>;
  /** A decimal string. */
  readonly value: string;
};

/**
 * A counted figure on its way into a release: its place has the codes of its organization too (province), and it counts with
 * the enterprise group; an organization without one stands for itself.
 */
export type Observation = CountedFigure & { readonly group: string };
