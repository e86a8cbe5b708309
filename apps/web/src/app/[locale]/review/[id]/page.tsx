import { formatDate } from "@lilink/i18n";
import { NoticeBox, PageHeader, Section } from "@lilink/ui";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { TextLink } from "#components/button-link.tsx";
import { ClientMessages } from "#components/client-messages.tsx";
import { ClaimFacts } from "#features/claim/components/claim-facts.tsx";
import { organizationName } from "#features/organization/view.ts";
import { ChangeTable } from "#features/posting/components/change-table.tsx";
import { OwnTitle, PostingHeading } from "#features/posting/components/made-title.tsx";
import { PostingBadges } from "#features/posting/components/posting-badges.tsx";
import { PostingBody } from "#features/posting/components/posting-body.tsx";
import { AudienceTable } from "#features/review/components/audience-table.tsx";
import { DecideBoth } from "#features/review/components/decide-both.tsx";
import { DecisionPanel } from "#features/review/components/decision-panel.tsx";
import { EarlierDecisions } from "#features/review/components/earlier-decisions.tsx";
import { KeptAway } from "#features/review/components/kept-away.tsx";
import { SubmissionFacts } from "#features/review/components/submission-facts.tsx";
import { loadReviewOrLeave, requireOfficer } from "#features/review/queries.ts";
import { toPageTitle } from "#lib/page-title.ts";

type ReviewProps = PageProps<"/[locale]/review/[id]">;

export async function generateMetadata({ params }: ReviewProps): Promise<Metadata> {
  const { id } = await params;
  return toPageTitle((await getTranslations("review"))("title"), async () => {
    await requireOfficer(`/review/${id}`);
    return (await loadReviewOrLeave(id))?.reading.fields.title;
  });
}

export default async function ReviewDetailPage({ params }: ReviewProps) {
  const { id } = await params;
  const { singleKeys } = await requireOfficer(`/review/${id}`);
  const [review, locale, t, both, words] = await Promise.all([
    loadReviewOrLeave(id),
    getLocale(),
    getTranslations("review.detail"),
    getTranslations("review.both"),
    getTranslations("posting.history"),
  ]);
  if (!review) return <KeptAway queue="/review" />;
  const { reading, compared, claim } = review;
  // Whose it is stands above what was submitted.
  const { identity, ...rest } = reading.fields;
  const isJoint = claim?.state === "open" && !claim.conflict;
  return (
    <>
      <PageHeader
        up={<TextLink href={isJoint ? "/review/claims" : "/review"}>{t("up")}</TextLink>}
        title={<PostingHeading reading={reading} title={reading.fields.title ?? ""} />}
        lead={
          <>
            <OwnTitle reading={reading} title={reading.fields.title ?? ""} />
            <PostingBadges kind={reading.kind} concept={reading.concept} />
          </>
        }
      />
      <article className="grid gap-10 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="min-w-0">
          <NoticeBox className="mb-6">{t("logged")}</NoticeBox>
          <SubmissionFacts review={review} />
          {claim ? (
            <Section id="claim" title={both("claim", { name: organizationName(claim.organization, locale) })}>
              <p className="prose-measure mb-3 text-sm text-muted">
                {claim.decidedAt
                  ? both("decidedOn", { date: formatDate(claim.decidedAt, locale) })
                  : both(isJoint ? "together" : "elsewhere")}
              </p>
              <div className="flex flex-col gap-4">
                <ClaimFacts claim={claim} />
              </div>
            </Section>
          ) : null}
          {compared ? (
            <Section id="changes" title={t("changes", { version: compared.version })}>
              <p className="prose-measure mb-3 text-sm text-muted">{t("changesNote")}</p>
              {compared.changes.length > 0 ? (
                <ChangeTable
                  caption={t("changes", { version: compared.version })}
                  changes={compared.changes}
                  before={words("before")}
                  after={words("after")}
                  absent={t("notOpen")}
                />
              ) : (
                <p>{words("same")}</p>
              )}
            </Section>
          ) : null}
          <Section id="reading" title={t("reading")}>
            <PostingBody
              fields={review.owner || !identity ? rest : { ...rest, identity }}
              kind={review.kind}
              language={reading.language}
              idPrefix="review"
            />
          </Section>
          <ClientMessages namespaces={["review", "posting"]}>
            <AudienceTable audience={review.audience} doubts={review.doubts} />
          </ClientMessages>
          <EarlierDecisions decisions={review.decisions} />
        </div>
        <ClientMessages namespaces={isJoint ? ["review", "organization"] : ["review"]}>
          {isJoint ? (
            <DecideBoth
              claim={claim.publicId}
              posting={id}
              name={organizationName(claim.organization, locale)}
              held={claim.codeHolder !== null}
              proofs={claim.proofs.map(({ publicId }) => publicId)}
              singleKeys={singleKeys}
            />
          ) : (
            <DecisionPanel publicId={id} title={reading.fields.title ?? ""} singleKeys={singleKeys} />
          )}
        </ClientMessages>
      </article>
    </>
  );
}
