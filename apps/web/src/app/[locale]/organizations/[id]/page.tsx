import { countryName, formatDate } from "@lilink/i18n";
import { listPrintedFacts } from "@lilink/model/goals";
import { findDirectoryEntry } from "@lilink/model/organization";
import { NoticeBox, PageHeader, Section } from "@lilink/ui";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { ButtonLink, TextLink } from "#components/button-link.tsx";
import { ClientMessages } from "#components/client-messages.tsx";
import { OwnWords } from "#components/own-words.tsx";
import { ConsentPanel } from "#features/body/components/consent-panel.tsx";
import { FactsSection } from "#features/body/components/facts-section.tsx";
import { MergeHistory } from "#features/body/components/merge-history.tsx";
import { readFacts, readMergeRequests, readMerges } from "#features/body/queries.ts";
import { ProvinceTiles } from "#features/figure/components/province-tiles.tsx";
import { FitLine } from "#features/match/components/fit-line.tsx";
import { AnswersSection } from "#features/organization/components/answers-section.tsx";
import { InsideSection } from "#features/organization/components/inside-section.tsx";
import { LinkBadges } from "#features/organization/components/link-badges.tsx";
import { Logo } from "#features/organization/components/logo.tsx";
import { OpenPostings } from "#features/organization/components/open-postings.tsx";
import { OrganizationBadges } from "#features/organization/components/organization-badges.tsx";
import { PaperSection } from "#features/organization/components/paper-section.tsx";
import { ProductLanes } from "#features/organization/components/product-lanes.tsx";
import { SeenByOthers } from "#features/organization/components/seen-by-others.tsx";
import { StatusChange } from "#features/organization/components/status-change.tsx";
import { readOrganizationPostings } from "#features/organization/queries.ts";
import { countRegions, organizationName, otherName, provinceName } from "#features/organization/view.ts";
import { ReportDialog } from "#features/report/components/report-dialog.tsx";
import { Follow } from "#features/search/components/follow.tsx";
import { PrintedFacts } from "#features/target/components/printed-facts.tsx";
import { findOrNull } from "#lib/find-or-null.ts";
import { redirect } from "#lib/i18n/navigation.ts";
import { findViewer } from "#lib/session.ts";
import { caller, visitor } from "#lib/trpc/server.ts";

const find = cache(async (publicId: string) => findOrNull((await caller()).organization.load({ publicId })));

/** The page as whoever asks for it sees it, or as a visitor would, for those who want to know. */
async function readPage(id: string, asVisitor: boolean) {
  const viewer = asVisitor ? null : await findViewer();
  const found = asVisitor
    ? await findOrNull((await visitor()).organization.load({ publicId: id }))
    : await find(id);
  if (!found) return null;
  const meets = !found.own && viewer?.organization?.verified === true;
  const postings = await readOrganizationPostings(asVisitor ? await visitor() : await caller(), id, meets);
  const [facts, merges, requests] = asVisitor
    ? [null, [], []]
    : await Promise.all([
        readFacts(found.publicId),
        readMerges(found.publicId),
        found.own ? readMergeRequests(found.publicId) : [],
      ]);
  return { viewer, found, meets, postings, facts, merges, requests };
}

export async function generateMetadata({
  params,
}: PageProps<"/[locale]/organizations/[id]">): Promise<Metadata> {
  const [{ id }, locale] = await Promise.all([params, getLocale()]);
  const found = await find(id);
  return found ? { title: organizationName(found, locale) } : {};
}

export default async function OrganizationPage({
  params,
  searchParams,
}: PageProps<"/[locale]/organizations/[id]">) {
  const [{ id }, query, t, locale] = await Promise.all([
    params,
    searchParams,
    getTranslations("organization"),
    getLocale(),
  ]);
  const asVisitor = query.as === "visitor";
  const page = await readPage(id, asVisitor);
  if (!page) notFound();
  const { viewer, found, meets, postings, facts, merges, requests } = page;
  if (found.publicId !== id) redirect({ href: `/organizations/${found.publicId}`, locale });
  const fits = meets
    ? new Map(postings.matches.map((match) => [match.other, <FitLine key={match.other} match={match} />]))
    : null;
  const regions = countRegions(found, postings.items);
  const second = otherName(found, locale);
  const region =
    found.country === "CN"
      ? provinceName(found.province, locale)
      : t("list.abroad", { country: countryName(found.country, locale) });
  return (
    <>
      <PageHeader
        up={<TextLink href="/organizations">{t("detail.up")}</TextLink>}
        title={
          <span className="inline-flex items-center gap-3">
            <Logo file={found.logo} size="page" />
            <OwnWords whole>{organizationName(found, locale)}</OwnWords>
          </span>
        }
        lead={second ? <OwnWords>{second}</OwnWords> : null}
        badges={<OrganizationBadges organization={found} />}
        actions={
          <>
            {found.status === "unclaimed" && found.claim?.state !== "open" ? (
              <ButtonLink href={`/organizations/${id}/claim`} variant="accent">
                {t("detail.claim")}
              </ButtonLink>
            ) : null}
            {found.nextStatuses.length > 0 ? (
              <ClientMessages namespaces={["organization"]}>
                {found.nextStatuses.map((to) =>
                  to === "withdrawn" ? null : (
                    <StatusChange key={to} publicId={id} name={organizationName(found, locale)} to={to} />
                  ),
                )}
              </ClientMessages>
            ) : null}
            {meets ? <Follow kind="organization" id={id} name={organizationName(found, locale)} /> : null}
            {found.own ? (
              <>
                <TextLink href={`/organizations/${id}?as=visitor`}>{t("detail.asVisitor")}</TextLink>
                <ButtonLink href="/settings/organization">{t("detail.edit")}</ButtonLink>
              </>
            ) : null}
          </>
        }
      />
      {asVisitor ? (
        <NoticeBox className="mb-6">
          {t("detail.seenAsVisitor")}{" "}
          <TextLink href={`/organizations/${id}`}>{t("detail.asOneself")}</TextLink>
        </NoticeBox>
      ) : null}
      <ClientMessages namespaces={["body"]}>
        {requests.map((request) => (
          <ConsentPanel
            key={request.publicId}
            request={request}
            maySign={viewer?.organization?.role === "admin"}
          />
        ))}
      </ClientMessages>
      <ClaimNote publicId={id} claim={found.claim} />
      {found.status === "unclaimed" ? <NoticeBox className="mb-8">{t("detail.unclaimed")}</NoticeBox> : null}
      <div className="mb-8 flex flex-col gap-2">
        {found.description ? (
          <p className="prose-measure whitespace-pre-line">
            <OwnWords>{found.description}</OwnWords>
          </p>
        ) : null}
        <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-muted">
          <LinkBadges links={found.links} />
          {region ? <span>{region}</span> : null}
          {found.website ? (
            <a className="text-link" href={found.website} rel="noreferrer nofollow noopener">
              {found.website.replace(/^https?:\/\//, "")}
            </a>
          ) : null}
        </p>
      </div>
      <div className="gap-x-12 lg:grid lg:grid-cols-[minmax(0,1fr)_17rem]">
        <div className="min-w-0">
          <ProductLanes postings={postings.items} />
          {postings.items.length > 0 || found.status === "verified" ? (
            <OpenPostings publicId={id} own={found.own} fits={fits} found={postings} />
          ) : null}
          {found.seen ? <SeenByOthers seen={found.seen} /> : null}
          {found.seed ? <PaperSection seedId={found.seed.id} /> : null}
          {found.seed ? <PrintedFacts facts={listPrintedFacts({ firm: found.seed.id })} /> : null}
          {found.profile ? <InsideSection profile={found.profile} /> : null}
          {facts ? (
            <ClientMessages namespaces={["body"]}>
              <FactsSection
                publicId={id}
                found={facts}
                says={found.seed ? findDirectoryEntry(found.seed.id)?.seedSays : null}
              />
              {merges.length > 0 ? <MergeHistory merges={merges} /> : null}
            </ClientMessages>
          ) : null}
        </div>
        <aside>
          {Object.keys(regions).length > 0 ? (
            <Section id="places" title={t("page.places")}>
              <div className="max-w-68">
                <ProvinceTiles
                  counts={regions}
                  nameOf={(name, count) => t("page.place", { name, count })}
                  hrefOf={(code) => ({ pathname: "/postings", query: { organization: id, region: code } })}
                />
              </div>
              <p className="mt-2 text-xs text-muted">{t("page.placesNote")}</p>
            </Section>
          ) : null}
          {found.status === "verified" && !found.own ? (
            <AnswersSection answers={found.answers} asks={meets} />
          ) : null}
        </aside>
      </div>
      <p className="text-sm text-muted">
        {t("detail.updated", { date: formatDate(found.updatedAt, locale) })}
      </p>
      {!found.own && viewer?.organization?.verified ? (
        <ClientMessages namespaces={["organization"]}>
          <ReportDialog subject="organization" publicId={id} />
        </ClientMessages>
      ) : null}
    </>
  );
}

type ClaimNoteProps = {
  readonly publicId: string;
  readonly claim: { readonly state: string; readonly decisionReason: string | null } | null;
};

async function ClaimNote({ publicId, claim }: ClaimNoteProps) {
  const t = await getTranslations("organization.detail");
  if (claim?.state === "open") {
    return (
      <NoticeBox className="mb-6">
        {t("openClaim")} <TextLink href={`/organizations/${publicId}/claim`}>{t("addProof")}</TextLink>
      </NoticeBox>
    );
  }
  if (claim?.state !== "refused") return null;
  const reason =
    claim.decisionReason === "claimedByAnother" ? t("claimedByAnother") : (claim.decisionReason ?? "");
  return (
    <NoticeBox tone="warning" className="mb-6">
      {t("refusedClaim", { reason })}
    </NoticeBox>
  );
}
