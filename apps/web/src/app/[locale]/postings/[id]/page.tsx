import { formatDate } from "@lilink/i18n";
import { toShanghaiDate } from "@lilink/model/calendar";
import { tellDeadline } from "@lilink/model/posting";
import { NoticeBox, PageHeader } from "@lilink/ui";
import { Still } from "@lilink/ui/still";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { TextLink } from "#components/button-link.tsx";
import { ClientMessages } from "#components/client-messages.tsx";
import { LiveRefresh } from "#components/live-refresh.tsx";
import { PostingBarriers } from "#features/governance/components/posting-barriers.tsx";
import { TopMatches } from "#features/match/components/top-matches.tsx";
import { IntroduceAction } from "#features/posting/components/introduce-action.tsx";
import { OwnTitle, PostingHeading } from "#features/posting/components/made-title.tsx";
import { MoreOpens } from "#features/posting/components/more-opens.tsx";
import { OwnPanel } from "#features/posting/components/own-panel.tsx";
import { PostingBadges } from "#features/posting/components/posting-badges.tsx";
import { PostingBody } from "#features/posting/components/posting-body.tsx";
import { Provenance } from "#features/posting/components/provenance.tsx";
import { headingOf } from "#features/posting/view.ts";
import { ReportDialog } from "#features/report/components/report-dialog.tsx";
import { SimilarPostings } from "#features/search/components/similar-postings.tsx";
import { CurrentPage } from "#features/shell/components/current-page.tsx";
import { SingleSource } from "#features/supply/components/single-source.tsx";
import { SkillTags } from "#features/talent/components/skill-tags.tsx";
import { TeamSection } from "#features/team/components/team-section.tsx";
import { OwnUsage, ReaderUsage } from "#features/usage/components/usage-panel.tsx";
import { findViewer } from "#lib/session.ts";
import { orNotFound } from "#lib/trpc/or-not-found.ts";
import { caller } from "#lib/trpc/server.ts";

type DetailProps = PageProps<"/[locale]/postings/[id]">;

const loadPosting = cache(async (publicId: string) =>
  orNotFound((await caller()).posting.load({ publicId })),
);

export async function generateMetadata({ params }: DetailProps): Promise<Metadata> {
  const posting = await loadPosting((await params).id);
  const [locale, t] = await Promise.all([getLocale(), getTranslations("posting")]);
  const title = posting.reading?.fields.title ?? posting.own?.title ?? t("title");
  return { title: headingOf(posting.reading, title, locale) };
}

export default async function PostingPage({ params }: DetailProps) {
  const { id } = await params;
  const [posting, viewer, locale, t, common] = await Promise.all([
    loadPosting(id),
    findViewer(),
    getLocale(),
    getTranslations("posting"),
    getTranslations("common.state"),
  ]);
  const { reading, own, use } = posting;
  const accepted = own
    ? await caller().then((api) => orNotFound(api.use.acceptances({ publicId: id, limit: 100 })))
    : null;
  const title = reading?.fields.title || own?.title || t(own ? "own.untitled" : "title");
  const asks = own || !viewer?.organization?.verified ? null : use;
  const mayAct = viewer?.organization?.role !== "viewer";
  const ended = posting.state === "closed" || posting.state === "expired";
  return (
    <Still>
      <PageHeader
        up={<TextLink href={own ? "/postings/own" : "/postings"}>{t(own ? "own.title" : "title")}</TextLink>}
        title={<PostingHeading reading={reading} title={title} />}
        lead={
          <>
            <OwnTitle reading={reading} title={title} />
            <PostingBadges
              kind={posting.kind}
              concept={reading?.concept ?? null}
              state={own || ended ? posting.state : null}
            />
          </>
        }
        actions={
          own || ended ? null : (
            <IntroduceAction
              publicId={id}
              introduction={posting.introduction}
              answerBy={posting.answerBy}
              viewer={viewer}
            />
          )
        }
      />
      {own ? <CurrentPage under="/postings/own" /> : null}
      {own ? <LiveRefresh topics={["posting"]} label={common("loading")} /> : null}
      {own ? (
        <ClientMessages namespaces={["posting"]}>
          <OwnPanel
            publicId={id}
            own={own}
            mayAct={mayAct}
            now={new Date()}
            endsOn={
              tellDeadline(reading?.fields.description ?? "", toShanghaiDate(own.submittedAt ?? new Date()))
                ?.day ?? null
            }
          />
        </ClientMessages>
      ) : null}
      {own?.live && viewer?.organization?.verified ? <TopMatches publicId={id} mayAct={mayAct} /> : null}
      {ended && !own ? (
        <NoticeBox className="mb-8">
          {posting.endedAt
            ? t("detail.ended", { date: formatDate(posting.endedAt, locale) })
            : t("detail.endedNoDate")}
        </NoticeBox>
      ) : null}
      {asks && !asks.acceptedAt ? (
        <div className="max-w-3xl">
          <ReaderUsage publicId={id} use={asks} mayAct={mayAct} />
        </div>
      ) : null}
      {reading ? (
        <div className="max-w-3xl">
          <PostingBody
            fields={reading.fields}
            kind={posting.kind}
            language={reading.language}
            levels={own?.levels}
          />
          <SkillTags fields={reading.fields} />
          {own || ended ? null : (
            <MoreOpens
              verified={viewer?.organization?.verified === true}
              levels={reading.levels}
              named={reading.fields.identity !== undefined}
            />
          )}
          {asks?.acceptedAt ? <ReaderUsage publicId={id} use={asks} mayAct={mayAct} /> : null}
          <Provenance reading={reading} />
          {!own && viewer?.organization?.verified ? (
            <ClientMessages namespaces={["organization"]}>
              <ReportDialog subject="posting" publicId={id} />
            </ClientMessages>
          ) : null}
        </div>
      ) : null}
      {own ? (
        // Whom to turn to and one's own words come first; what else the platform knows beside them follows.
        <div className="mt-10">
          <PostingBarriers id={id} />
          {accepted ? (
            <OwnUsage publicId={id} use={use} accepted={accepted} mayAct={mayAct} published={own.live} />
          ) : null}
          {own.live && posting.kind === "need" && reading?.concept ? (
            <SingleSource concept={reading.concept} locale={locale} />
          ) : null}
        </div>
      ) : null}
      {reading?.state === "live" ? <SimilarPostings publicId={id} /> : null}
      {posting.kind === "project" && reading?.state === "live" && viewer?.organization?.verified ? (
        <TeamSection publicId={id} mayAsk={viewer.organization.role !== "viewer"} />
      ) : null}
    </Still>
  );
}
