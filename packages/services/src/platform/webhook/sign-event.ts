import { createHmac, randomBytes } from "node:crypto";

const prefix = "whsec_";

/** A secret as Standard Webhooks writes it: 32 random bytes in base64. */
export function mintSecret(): string {
  return prefix + randomBytes(32).toString("base64");
}

/**
 * The headers of a message by Standard Webhooks 1.0.0: its id stays the same over all attempts, its time is that of the
 * attempt, so that an old message sent again by somebody else is too old ([WH4]).
 */
export function signEvent(secret: string, id: string, at: Date, body: string): Record<string, string> {
  const seconds = Math.floor(at.getTime() / 1000);
  const key = Buffer.from(secret.slice(prefix.length), "base64");
  const signature = createHmac("sha256", key).update(`${id}.${seconds}.${body}`).digest("base64");
  return { "webhook-id": id, "webhook-timestamp": String(seconds), "webhook-signature": `v1,${signature}` };
}
