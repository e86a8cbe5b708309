import { z } from "zod";
import { chainKinds, NO_HASH } from "./seal.ts";
import { type Signer, sha256Of } from "./sign.ts";

/** A signed statement of how far chains had come; the signature covers the bytes of the payload ([AU6]). */
export type Checkpoint = { readonly number: number; readonly payload: string; readonly signature: string };

const hash = z.string().regex(/^[0-9a-f]{64}$/);

const payloadSchema = z.object({
  format: z.literal("lilink-checkpoint-1"),
  number: z.number().int().positive(),
  at: z.string(),
  /** The SHA-256 of the payload before it; zeros for the first. */
  prior: hash,
  heads: z.array(z.tuple([z.enum(chainKinds), z.uuid(), z.number().int().positive(), hash])),
});

export type CheckpointPayload = z.output<typeof payloadSchema>;
export type SignedHead = CheckpointPayload["heads"][number];

/** The checkpoint after another one. */
export function makeCheckpoint(
  signer: Signer,
  before: Checkpoint | null,
  at: Date,
  heads: readonly SignedHead[],
): Checkpoint {
  const number = (before?.number ?? 0) + 1;
  const payload = JSON.stringify({
    format: "lilink-checkpoint-1",
    number,
    at: at.toISOString(),
    prior: before ? sha256Of(before.payload) : NO_HASH,
    heads,
  } satisfies CheckpointPayload | { heads: readonly SignedHead[] });
  return { number, payload, signature: signer.sign(payload) };
}

/** What a checkpoint states, or null where it is no checkpoint. */
export function readPayload(checkpoint: Checkpoint): CheckpointPayload | null {
  try {
    return payloadSchema.safeParse(JSON.parse(checkpoint.payload)).data ?? null;
  } catch {
    return null;
  }
}
