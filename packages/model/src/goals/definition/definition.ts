import type { ReturnFrequency } from "../../calendar/period.ts";
import type { LinkId } from "../../chain/concept.ts";
import type { Bilingual } from "../../indicator/index.ts";
import type { OrganizationKind } from "../../organization/vocabulary.ts";
import type { JudgedPeriod } from "../progress/to-yearly.ts";

/** How a component of a shorter period becomes one of a longer: flows add up, stocks and rates do not. */
export const periodRules = ["sum", "mean", "last"] as const;
export type PeriodRule = (typeof periodRules)[number];

/**
 * What is reported: one figure at each place. `code` is the same in the whole product, and one definition alone asks for it
 * ([DF3]); others name it in `uses`. Province, size and link come from the organization and are not listed in `dimensions`.
 */
export type Component = {
  readonly code: string;
  readonly name: Bilingual;
  /** The component's own unit, such as "t LCE"; other spellings are converted on reading. */
  readonly unit: string;
  /** Dimensions whose code is given with each value, in this order; their codes stand at the leaves of the tree. */
  readonly dimensions: readonly string[];
  readonly nonNegative: boolean;
  readonly decimals: number;
  /** Decimal strings; a value outside is refused. */
  readonly range?: readonly [string, string];
  readonly overTime: PeriodRule;
  /** A fixed ratio to another component, as a decimal string: one table and one pattern hold for both. */
  readonly sameAs?: { readonly component: string; readonly factor: string };
  /** Who owes it where not all reporters of the definition do: recyclers what they received, makers what was retired. */
  readonly reporters?: Reporters;
};

/** A figure with a unit and a source that an expression may name: a factor of conversion or a limit. */
export type Constant = {
  readonly code: string;
  readonly name: Bilingual;
  readonly value: string;
  readonly unit: string;
  readonly source: string;
};

/** What is shown: an expression over sums of components ([DF4]). The first of a definition is its headline. */
export type Measure = {
  readonly code: string;
  readonly name: Bilingual;
  readonly unit: string;
  readonly expression: string;
  /** In which it is printed; its unit says where it names none ([DF10]). */
  readonly decimals?: number;
};

/** hard: stops a return. soft: asks for an explanation and then lets pass. */
export const checkSeverities = ["hard", "soft"] as const;
export type CheckSeverity = (typeof checkSeverities)[number];

/** place: asked at each place of a return apart. return: asked of the sums over the return. */
export const checkScopes = ["place", "return"] as const;
export type CheckScope = (typeof checkScopes)[number];

/** True: fine; false: not; no figure: not asked. `text` says what should hold. */
export type Check = {
  readonly code: string;
  readonly severity: CheckSeverity;
  readonly scope: CheckScope;
  readonly text: Bilingual;
  readonly expression: string;
};

/**
 * What a word counts, from the period of its definition on: "high-end", "formal channel". With a `dimension`, the term is
 * a node of that dimension's tree over its `codes`, so that an expression may ask for it ([DF6]).
 */
export type Term = {
  readonly code: string;
  readonly name: Bilingual;
  readonly text: Bilingual;
  readonly source: string;
  readonly dimension?: string;
  readonly codes?: readonly string[];
};

/** returns: organizations file it. office: the coordination group files it. platform: measured from what happens here. */
export const definitionBases = ["returns", "office", "platform"] as const;
export type DefinitionBasis = (typeof definitionBases)[number];

/** Who may read its released figures; never a waiver of disclosure control. */
export const figureAudiences = ["everyone", "members", "group"] as const;
export type FigureAudience = (typeof figureAudiences)[number];

/** Who owes it: organizations of these kinds that work in one of these links. */
export type Reporters = {
  readonly kinds: readonly OrganizationKind[];
  readonly links: readonly LinkId[];
};

/** What officers may change by proposing a new version. */
export type DefinitionContent = {
  readonly basis: DefinitionBasis;
  readonly frequency: ReturnFrequency;
  /** The kind of period that goals are judged by; a year in versions that do not say. */
  readonly judgedBy?: JudgedPeriod;
  readonly audience: FigureAudience;
  readonly reporters: Reporters;
  /** Those that this definition asks for. */
  readonly components: readonly Component[];
  /** Codes of components that other definitions ask for and expressions of this one name. */
  readonly uses: readonly string[];
  readonly constants: readonly Constant[];
  readonly measures: readonly Measure[];
  /** Sets of dimensions that are tabulated, those of organizations included: [[], ["province"], ["province", "route"]]. */
  readonly breakdowns: readonly (readonly string[])[];
  readonly checks: readonly Check[];
  readonly terms: readonly Term[];
  /** The believable range of the headline, as decimal strings. */
  readonly range?: readonly [string, string];
  readonly releaseLagQuarters: number;
  /** Written for this product, not in the paper: screens say so. */
  readonly origin: "proposal";
};

/** One version of an indicator's definition. It holds from a period ("2026", "2026H1", "2026Q3", "2026-09") and is never changed. */
export type Definition = DefinitionContent & {
  readonly indicator: string;
  readonly version: number;
  readonly fromPeriod: string;
};
