import { PageHeader, Section } from "@lilink/ui";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TextLink } from "#components/button-link.tsx";
import { VersionChanges } from "#features/posting/components/version-changes.tsx";
import { VersionChoice } from "#features/posting/components/version-choice.tsx";
import { VersionList } from "#features/posting/components/version-list.tsx";
import { requireMember } from "#lib/session.ts";
import { orNotFound } from "#lib/trpc/or-not-found.ts";
import { caller } from "#lib/trpc/server.ts";

type HistoryProps = PageProps<"/[locale]/postings/[id]/history">;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("posting.history"))("title") };
}

export default async function HistoryPage({ params, searchParams }: HistoryProps) {
  const { id } = await params;
  const [query, t, api] = await Promise.all([
    searchParams,
    getTranslations("posting"),
    caller(),
    requireMember(`/postings/${id}/history`),
  ]);
  const history = await orNotFound(api.posting.versions({ publicId: id }));
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
        up={<TextLink href={`/postings/${id}`}>{history.title || t("own.untitled")}</TextLink>}
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
