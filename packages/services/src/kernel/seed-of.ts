import { createHash } from "node:crypto";

/** A seed that follows from a public id, so that the draws of a thing can be drawn again. */
export const seedOf = (publicId: string): number =>
  Number.parseInt(createHash("sha256").update(publicId).digest("hex").slice(0, 8), 16);
