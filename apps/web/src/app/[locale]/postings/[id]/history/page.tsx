import { PageHeader, Section } from "@lilink/ui";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { TextLink } from "#components/button-link.tsx";
import { OwnWords } from "#components/own-words.tsx";
import { VersionChanges } from "#features/posting/components/version-changes.tsx";
import { VersionChoice } from "#features/posting/components/version-choice.tsx";
import { VersionList } from "#features/posting/components/version-list.tsx";
import { toPageTitle } from "#lib/page-title.ts";
import { requireMember } from "#lib/session.ts";
import { orNotFound } from "#lib/trpc/or-not-found.ts";
import { caller } from "#lib/trpc/server.ts";

type HistoryProps = PageProps<"/[locale]/postings/[id]/history">;

const load = cache(async (publicId: string) => orNotFound((await caller()).posting.versions({ publicId })));

export async function generateMetadata({ params }: HistoryProps): Promise<Metadata> {
  const { id } = await params;
  return toPageTitle((await getTranslations("posting.history"))("title"), async () => {
    await requireMember(`/postings/${id}/history`);
    return (await load(id)).title;
  });
}

export default async function HistoryPage({ params, searchParams }: HistoryProps) {
  const { id } = await params;
  const [query, t, api] = await Promise.all([
    searchParams,
    getTranslations("posting"),
    caller(),
    requireMember(`/postings/${id}/history`),
  ]);
  const history = await load(id);
  const newest = history.versions[0]?.version ?? 0;
  const numberOf = (value: unknown, fallback: number) =>
    history.versions.find(({ version }) => String(version) === value)?.version ?? fallback;
  const after = numberOf(query.after, newest);
  const before = numberOf(query.before, Math.max(1, after - 1));
  const compared =
    newest > 1 && before !== after ? await api.posting.compare({ publicId: id, before, after }) : null;
  return (
    <>
      <PageHeader
        up={
          <TextLink href={`/postings/${id}`}>
            {history.title ? <OwnWords whole>{history.title}</OwnWords> : t("own.untitled")}
          </TextLink>
        }
        title={t("history.title")}
        lead={t("history.lead")}
      />
      <VersionList publicId={id} versions={history.versions} liveVersion={history.liveVersion} />
      {newest > 1 ? (
        <Section id="compare" title={t("history.choose")}>
          <VersionChoice versions={history.versions} before={before} after={after} />
          {compared ? <VersionChanges compared={compared} /> : null}
        </Section>
      ) : null}
    </>
  );
}
