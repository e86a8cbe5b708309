import { contestable } from "@lilink/model/organization";
import { NoticeBox, PageHeader } from "@lilink/ui";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { TextLink } from "#components/button-link.tsx";
import { ClientMessages } from "#components/client-messages.tsx";
import { OwnWords } from "#components/own-words.tsx";
import { ContestForm } from "#features/body/components/contest-form.tsx";
import { readFacts } from "#features/body/queries.ts";
import { factText } from "#features/body/view.ts";
import { organizationName } from "#features/organization/view.ts";
import { findOrNull } from "#lib/find-or-null.ts";
import { requireViewer } from "#lib/session.ts";
import { caller } from "#lib/trpc/server.ts";

type ContestProps = PageProps<"/[locale]/organizations/[id]/contest">;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("body.facts"))("object") };
}

export default async function ContestPage({ params, searchParams }: ContestProps) {
  const [{ id }, query, t, locale] = await Promise.all([
    params,
    searchParams,
    getTranslations("body.contest"),
    getLocale(),
  ]);
  await requireViewer(`/organizations/${id}/contest`);
  const found = await findOrNull((await caller()).organization.load({ publicId: id }));
  if (!found) notFound();
  const { facts, contests } = await readFacts(id);
  const organization = organizationName(found, locale);
  const stands = Object.fromEntries(
    facts.filter((one) => one.contestable).map(({ fact, value }) => [fact, factText(fact, value, locale)]),
  );
  return (
    <div className="mx-auto w-full max-w-2xl">
      <PageHeader
        up={
          <TextLink href={`/organizations/${id}#facts`}>
            <OwnWords>{organization}</OwnWords>
          </TextLink>
        }
        title={t("title", { organization })}
        lead={contests ? t("lead") : undefined}
      />
      {contests ? (
        <ClientMessages namespaces={["body"]}>
          <ContestForm
            publicId={id}
            fact={contestable.find((one) => one === query.fact) ?? "nameZh"}
            stands={stands}
          />
        </ClientMessages>
      ) : (
        <NoticeBox>{t("closed")}</NoticeBox>
      )}
    </div>
  );
}
