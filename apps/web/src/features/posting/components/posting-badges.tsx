import { findConcept } from "@lilink/model/chain";
import type { PostingKind, PostingState } from "@lilink/model/posting";
import { Badge } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { LinkBadge } from "#components/link-badge.tsx";
import { asLabel, conceptName, stateTones } from "../view.ts";

export function StateBadge({ state }: { readonly state: PostingState }) {
  const t = useTranslations("posting.state");
  return <Badge tone={stateTones[state]}>{t(state)}</Badge>;
}

export type PostingBadgesProps = {
  readonly kind: PostingKind;
  readonly concept?: string | null;
  /** Shown only where it tells something: to the owner, or when the posting has ended. */
  readonly state?: PostingState | null;
};

/** What a posting is and where it stands in the chain. */
export function PostingBadges({ kind, concept, state }: PostingBadgesProps) {
  const t = useTranslations("posting.kind");
  const locale = useLocale();
  const link = concept ? findConcept(concept)?.link : undefined;
  return (
    <span className="flex flex-wrap items-center gap-2">
      <Badge>{t(kind)}</Badge>
      {link ? <LinkBadge link={link} /> : null}
      {concept ? (
        <TextLink href={`/chain/${concept}`} className="text-sm">
          {asLabel(conceptName(concept, locale), locale)}
        </TextLink>
      ) : null}
      {state ? <StateBadge state={state} /> : null}
    </span>
  );
}
