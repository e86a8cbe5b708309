import { type EngagementScope, engagementScopes } from "@lilink/model/engagement";
import type { Tone } from "@lilink/ui";
import type { Client, Engagement } from "./queries.ts";

export const standingTones: Readonly<Record<Engagement["standing"], Tone>> = {
  proposed: "info",
  holds: "success",
  later: "info",
  over: "neutral",
  declined: "neutral",
  ended: "neutral",
};

/** Whether an engagement can still be ended. */
export const isOpen = ({ standing }: Pick<Engagement, "standing">): boolean =>
  standing === "proposed" || standing === "holds" || standing === "later";

/** One thing that an adviser did in a lane, and whether the client has it now. */
export type Mark = {
  readonly key: string;
  readonly kind: "working" | "handed" | "open" | "taken" | "dismissed" | "lapsed" | "present";
};
export type Lane = {
  readonly scope: EngagementScope;
  readonly given: boolean;
  readonly marks: readonly Mark[];
};

/** Where a proposed pair stands: what is open and cannot be answered any more has lapsed. [AV5] */
export const standingOf = <S extends string>({
  state,
  lapsed,
}: {
  readonly state: S;
  readonly lapsed: boolean;
}): S | "lapsed" => (lapsed ? "lapsed" : state);

/** What an adviser does for one client, scope by scope, oldest first. */
export function toLanes({
  scopes,
  drafts,
  pairs,
  introductions,
}: Pick<Client, "scopes" | "drafts" | "pairs" | "introductions">): readonly Lane[] {
  const marks: Readonly<Record<EngagementScope, readonly Mark[]>> = {
    draft: drafts.map(({ handedAt }, at) => ({ key: `draft-${at}`, kind: handedAt ? "handed" : "working" })),
    pair: pairs.map((pair) => ({ key: pair.publicId, kind: standingOf(pair) })),
    accompany: introductions.map(({ publicId }) => ({ key: publicId, kind: "present" })),
  };
  return engagementScopes.map((scope) => ({
    scope,
    given: scopes.includes(scope),
    marks: marks[scope].toReversed(),
  }));
}
