import { NoticeBox, PageHeader } from "@lilink/ui";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { TextLink } from "#components/button-link.tsx";
import { ClientMessages } from "#components/client-messages.tsx";
import { PreparedNotice } from "#features/engagement/components/prepared-notice.tsx";
import { DiscardButton } from "#features/posting/components/discard-button.tsx";
import type { Waits } from "#features/posting/components/foot-bar.tsx";
import { StateBadge } from "#features/posting/components/posting-badges.tsx";
import { PostingForm } from "#features/posting/components/posting-form.tsx";
import { ReturnNotice } from "#features/posting/components/return-notice.tsx";
import { conceptOptions, phrasesOf, regionOptions } from "#features/posting/queries.ts";
import { toPageTitle } from "#lib/page-title.ts";
import { requireMember } from "#lib/session.ts";
import { orNotFound } from "#lib/trpc/or-not-found.ts";
import { caller } from "#lib/trpc/server.ts";

type EditProps = PageProps<"/[locale]/postings/[id]/edit">;

const load = cache(async (publicId: string) => orNotFound((await caller()).posting.loadDraft({ publicId })));

export async function generateMetadata({ params }: EditProps): Promise<Metadata> {
  const { id } = await params;
  return toPageTitle((await getTranslations("common.action"))("edit"), async () => {
    await requireMember(`/postings/${id}/edit`);
    return (await load(id)).content.title;
  });
}

export default async function EditPostingPage({ params }: EditProps) {
  const { id } = await params;
  const [viewer, locale, t, advised] = await Promise.all([
    requireMember(`/postings/${id}/edit`),
    getLocale(),
    getTranslations("posting"),
    getTranslations("engagement"),
  ]);
  const draft = await load(id);
  const name = t(`kind.${draft.kind}`);
  // Whose draft it is not prepares it as an adviser. [AV4]
  const advises = draft.identity.publicId !== viewer.organization.publicId;
  return (
    <ClientMessages namespaces={["posting", "review", "engagement"]}>
      <PageHeader
        up={
          advises ? (
            <TextLink href="/clients">{advised("clients.title")}</TextLink>
          ) : (
            <TextLink href="/postings/own">{t("own.title")}</TextLink>
          )
        }
        title={t("edit.title", { kind: name.replace(/^[A-Z](?=[a-z])/, (first) => first.toLowerCase()) })}
        badges={<StateBadge state={draft.state} />}
        actions={
          advises ? null : (
            <DiscardButton
              personId={viewer.personId}
              publicId={id}
              neverSubmitted={draft.version === 0}
              changed={draft.changed}
            />
          )
        }
      />
      <div className="mb-6 flex max-w-2xl flex-col gap-3 empty:hidden">
        {draft.prepared ? (
          <PreparedNotice prepared={draft.prepared} client={advises ? draft.identity : null} />
        ) : null}
        {draft.review ? <ReturnNotice review={draft.review} /> : null}
        {draft.state === "in_review" ? <NoticeBox>{t("edit.inReview")}</NoticeBox> : null}
        {draft.live && draft.liveVersion !== null ? (
          <NoticeBox>{t("edit.liveBeside", { version: draft.liveVersion })}</NoticeBox>
        ) : null}
      </div>
      <PostingForm
        key={`${draft.publicId}-${draft.kind}`}
        personId={viewer.personId}
        publicId={draft.publicId}
        kind={draft.kind}
        content={draft.content}
        levels={draft.levels}
        revision={draft.revision}
        savedAt={draft.updatedAt}
        validDays={draft.validDays}
        files={draft.files}
        identity={draft.identity}
        concepts={conceptOptions(locale)}
        regions={regionOptions(locale)}
        phrases={phrasesOf(draft.kind)}
        isUpdate={draft.version > 0}
        verified={viewer.organization.verified}
        waits={advises ? "advised" : waitsOf(draft, viewer.organization.verified)}
      />
    </ClientMessages>
  );
}

function waitsOf({ state, withClaim }: Awaited<ReturnType<typeof load>>, verified: boolean): Waits | null {
  if (state === "in_review") return "inReview";
  return verified ? null : withClaim ? "withClaim" : "unverified";
}
