/** How a batch is worked up. */
export const batchProcesses = [
  "hydrometallurgical",
  "pyrometallurgical",
  "combined",
  "direct_repair",
] as const;
export type BatchProcess = (typeof batchProcesses)[number];

/** The chain-of-custody models of ISO 22095. */
export const custodyModels = [
  "identity_preserved",
  "segregated",
  "controlled_blending",
  "mass_balance",
  "book_and_claim",
] as const;
export type CustodyModel = (typeof custodyModels)[number];

/** How waste batteries are kept apart while they are handled. */
export const handlingClasses = ["by_chemistry", "damaged_apart", "discharged", "by_shape"] as const;
export const mechanizations = ["manual", "partly", "mostly", "automatic"] as const;

export const batchElements = ["Li", "Ni", "Co", "Mn", "Fe", "P", "Cu", "Al", "F"] as const;
export type BatchElement = (typeof batchElements)[number];

export const rowSides = ["input", "product", "waste"] as const;
export type RowSide = (typeof rowSides)[number];
/** A battery code or a lot is spent once; reagents and water are not. */
export const inputKinds = ["lot", "code", "reagent"] as const;
export const wasteStreams = [
  "hydrogen_fluoride",
  "electrolyte",
  "process_liquor",
  "leach_residue",
  "slag",
  "dust",
  "other",
] as const;
export type WasteStream = (typeof wasteStreams)[number];
export const treatments = ["own_plant", "handed_over", "returned_to_process"] as const;
/** Whether an input came by a licensed channel. */
export const channels = ["formal", "informal", "unknown"] as const;

/** What went in, came out or was lost. `name` is a code, a lot, a product or, of a waste, whatever its label says. */
export type BatchRow = {
  readonly side: RowSide;
  readonly kind: (typeof inputKinds)[number] | "product" | WasteStream;
  readonly name: string;
  readonly kg: number;
  /** Shares of mass. */
  readonly assay: Readonly<Partial<Record<BatchElement, number>>>;
  readonly channel?: (typeof channels)[number] | undefined;
  readonly treatment?: (typeof treatments)[number] | undefined;
  readonly handler?: string | undefined;
  readonly licence?: string | undefined;
  readonly licenceUntil?: string | undefined;
};

export const batchStates = ["open", "closed", "balanced", "refused", "audited"] as const;
export type BatchState = (typeof batchStates)[number];
export const batchSteps = ["close", "reopen", "balance", "refuse", "return", "audit"] as const;
export type BatchStep = (typeof batchSteps)[number];
