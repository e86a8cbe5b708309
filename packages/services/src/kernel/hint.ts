import type { LiveEvent } from "./context.ts";
import type { Mark } from "./identity.ts";

/**
 * What every process hears of an event: its topic, and for whom it is as a mark that nobody reads, makes or matches with a person
 * or an organization without the key of the web's processes. [PL14]
 */
export type Hint = { readonly topic: LiveEvent["topic"]; readonly nonce: string; readonly mark: string };

const form = /^(match|notice|introduction|posting|return|record) ([\da-f-]{36}) ([\da-f]{64})$/;

/** An event as it is sent; null for one that names nobody. `app.announce` does the same for the worker. */
export function writeHint(event: LiveEvent, nonce: string, mark: Mark): string | null {
  const { topic, personId, organizationId } = event;
  if (personId === undefined && organizationId === undefined) return null;
  return `${topic} ${nonce} ${markOf(topic, nonce, { personId, organizationId }, mark)}`;
}

/** What was heard, or null for what none of our processes would say. */
export function readHint(payload: string | undefined): Hint | null {
  const [, topic, nonce, mark] = form.exec(payload ?? "") ?? [];
  return topic && nonce && mark ? { topic: topic as Hint["topic"], nonce, mark } : null;
}

type For = { readonly personId?: string | undefined; readonly organizationId?: string | undefined };

/** An event of a person is not for the organization as well. */
export function markOf(topic: string, nonce: string, { personId, organizationId }: For, mark: Mark): string {
  const audience = personId === undefined ? `organization:${organizationId}` : `person:${personId}`;
  return mark(`hint ${nonce} ${topic} ${audience}`);
}
