import { formatDate } from "@lilink/i18n";
import { Badge, NoticeBox } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { ButtonLink, TextLink } from "#components/button-link.tsx";
import { OwnWords } from "#components/own-words.tsx";
import { OrganizationBadges } from "#features/organization/components/organization-badges.tsx";
import { organizationName } from "#features/organization/view.ts";
import { ClaimDecision } from "./claim-decision.tsx";
import { type Claim, ClaimFacts } from "./claim-facts.tsx";
import { UndoClaim } from "./undo-claim.tsx";

/** One claim of the queue: what an officer weighs, and the decision. */
export function ClaimCard({ claim }: { readonly claim: Claim }) {
  const t = useTranslations("organization");
  const locale = useLocale();
  const name = organizationName(claim.organization, locale);
  return (
    <article
      aria-labelledby={`claim-${claim.publicId}`}
      className="flex flex-col gap-4 border-t border-line py-6 first:border-t-0 first:pt-0"
    >
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 id={`claim-${claim.publicId}`} className="text-lg">
          <TextLink href={`/organizations/${claim.organization.publicId}`}>
            <OwnWords>{name}</OwnWords>
          </TextLink>
        </h2>
        <OrganizationBadges organization={claim.organization} />
        <span className="text-sm text-muted">
          {t("review.sent", { date: formatDate(claim.createdAt, locale, "time") })}
        </span>
      </header>
      <ClaimFacts claim={claim} />
      {claim.state !== "open" ? (
        <Decided claim={claim} />
      ) : claim.conflict ? (
        <NoticeBox>{t("review.conflict")}</NoticeBox>
      ) : claim.posting ? (
        <HandedIn posting={claim.posting} />
      ) : (
        <ClaimDecision
          claim={claim.publicId}
          name={name}
          held={claim.codeHolder !== null}
          proofs={claim.proofs.map(({ publicId }) => publicId)}
        />
      )}
    </article>
  );
}

/** The posting that came with it: one page shows both, and one decision settles both. [PO23] */
function HandedIn({ posting }: { readonly posting: NonNullable<Claim["posting"]> }) {
  const t = useTranslations("review.both");
  const kind = useTranslations("posting.kind");
  const locale = useLocale();
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-l-2 border-line-strong pl-3">
      <p className="min-w-0 flex-1">
        <span className="block text-sm text-muted">
          {t("came", {
            kind: kind(posting.kind),
            date: posting.submittedAt ? formatDate(posting.submittedAt, locale) : "",
          })}
        </span>
        <OwnWords>{posting.title}</OwnWords>
      </p>
      <ButtonLink href={`/review/${posting.publicId}`} variant="accent">
        {t("read")}
      </ButtonLink>
    </div>
  );
}

function Decided({ claim }: { readonly claim: Claim }) {
  const t = useTranslations("organization");
  const locale = useLocale();
  const reason =
    claim.decisionReason === "claimedByAnother" ? t("detail.claimedByAnother") : claim.decisionReason;
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Badge tone={claim.state === "approved" ? "success" : "danger"}>
        {t(`review.state.${claim.state}`)}
      </Badge>
      {claim.decidedAt ? (
        <span className="text-sm text-muted">
          {t("review.decidedOn", { date: formatDate(claim.decidedAt, locale, "time") })}
        </span>
      ) : null}
      {reason}
      {claim.undoableUntil ? (
        <UndoClaim claim={claim.publicId} name={organizationName(claim.organization, locale)} />
      ) : null}
    </div>
  );
}
