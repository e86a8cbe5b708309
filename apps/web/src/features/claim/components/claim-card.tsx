import type { AppRouter } from "@lilink/api";
import { formatDate } from "@lilink/i18n";
import { Badge, DescriptionList, NoticeBox } from "@lilink/ui";
import type { inferRouterOutputs } from "@trpc/server";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { OwnWords } from "#components/own-words.tsx";
import { AlikeBodies } from "#features/organization/components/alike-bodies.tsx";
import { LinkBadges } from "#features/organization/components/link-badges.tsx";
import { OrganizationBadges } from "#features/organization/components/organization-badges.tsx";
import { organizationName } from "#features/organization/view.ts";
import { ClaimDecision } from "./claim-decision.tsx";
import { UndoClaim } from "./undo-claim.tsx";

export type Claim = inferRouterOutputs<AppRouter>["claim"]["list"]["items"][number];

/** All that an officer weighs of one claim, and the decision. */
export function ClaimCard({ claim }: { readonly claim: Claim }) {
  const t = useTranslations("organization");
  const locale = useLocale();
  const name = organizationName(claim.organization, locale);
  const scheme = claim.codeScheme === "lei" ? "lei" : "uscc";
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
      {claim.codeHolder ? (
        <NoticeBox tone="danger" title={t("review.holder", { name: claim.codeHolder })}>
          {t("review.heldHint")}
        </NoticeBox>
      ) : null}
      {claim.alike.length > 0 ? (
        <NoticeBox tone="warning" title={t("review.alike")}>
          <AlikeBodies bodies={claim.alike} />
          <p>{t("review.alikeHint")}</p>
        </NoticeBox>
      ) : null}
      {claim.oddLetters.length > 0 ? (
        <NoticeBox tone="warning" title={t("review.odd", { letters: claim.oddLetters.join(" ") })}>
          {t("review.oddHint")}
        </NoticeBox>
      ) : null}
      <DescriptionList
        items={[
          {
            key: "claimant",
            term: t("review.claimant"),
            detail: (
              <>
                <OwnWords>{claim.claimant.name}</OwnWords> · {claim.claimant.email}
              </>
            ),
          },
          {
            key: "code",
            term: t(`scheme.${scheme}`),
            detail: (
              <span className="inline-flex flex-wrap items-center gap-2">
                <span className="font-mono">{claim.code}</span>
                {claim.codeFlags.map((flag) => (
                  <Badge key={flag} tone="warning">
                    {t(`flag.${flag as "needsProof"}`)}
                  </Badge>
                ))}
              </span>
            ),
          },
          {
            key: "links",
            term: t("list.link"),
            detail:
              claim.organization.links.length > 0 ? (
                <LinkBadges links={claim.organization.links} />
              ) : (
                t("review.noLinks")
              ),
          },
          {
            key: "statement",
            term: t("review.statement"),
            detail: (
              <p className="prose-measure whitespace-pre-line">
                <OwnWords>{claim.statement}</OwnWords>
              </p>
            ),
          },
          { key: "proofs", term: t("review.proofs"), detail: <Proofs proofs={claim.proofs} /> },
        ]}
      />
      {claim.state !== "open" ? (
        <Decided claim={claim} />
      ) : claim.conflict ? (
        <NoticeBox>{t("review.conflict")}</NoticeBox>
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

function Proofs({ proofs }: { readonly proofs: Claim["proofs"] }) {
  const t = useTranslations("organization.review");
  if (proofs.length === 0) return <span className="text-muted">{t("noProofs")}</span>;
  return (
    <ul>
      {proofs.map((file) => (
        <li key={file.publicId}>
          <a className="text-link" href={`/api/files/${file.publicId}`}>
            {file.name}
          </a>
        </li>
      ))}
    </ul>
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
