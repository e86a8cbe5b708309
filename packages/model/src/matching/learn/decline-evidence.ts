import type { DeclineReason } from "../../introduction/index.ts";

/**
 * How much of an answer a decline counts for, by its code: what a score judges counts whole, what it does not judge says
 * little of it. The rest is taken as not answered, never as agreement. [MT50]
 */
export const declineEvidence: Readonly<Record<DeclineReason, number>> = {
  figures: 1,
  volume: 1,
  ip: 1,
  region: 0.5,
  other: 0.5,
  capacity: 0.25,
  time: 0.25,
  price_band: 0.1,
};
