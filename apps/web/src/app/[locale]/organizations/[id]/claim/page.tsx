import { NoticeBox, PageHeader } from "@lilink/ui";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { TextLink } from "#components/button-link.tsx";
import { ClientMessages } from "#components/client-messages.tsx";
import { OwnWords } from "#components/own-words.tsx";
import { ClaimForm } from "#features/organization/components/claim-form.tsx";
import { organizationName } from "#features/organization/view.ts";
import { findOrNull } from "#lib/find-or-null.ts";
import { requireViewer } from "#lib/session.ts";
import { caller } from "#lib/trpc/server.ts";

type ClaimProps = PageProps<"/[locale]/organizations/[id]/claim">;

const find = cache(async (publicId: string) => findOrNull((await caller()).organization.load({ publicId })));

export async function generateMetadata({ params }: ClaimProps): Promise<Metadata> {
  const [{ id }, t, locale] = await Promise.all([params, getTranslations("organization.claim"), getLocale()]);
  const found = await find(id);
  return found ? { title: t("title", { organization: organizationName(found, locale) }) } : {};
}

export default async function ClaimPage({ params }: ClaimProps) {
  const [{ id }, t, locale] = await Promise.all([params, getTranslations("organization.claim"), getLocale()]);
  await requireViewer(`/organizations/${id}/claim`);
  const found = await find(id);
  if (!found) notFound();
  const organization = organizationName(found, locale);
  const open = found.claim?.state === "open" ? { publicId: found.claim.publicId, needsProof: false } : null;
  const isOpen = found.status === "unclaimed" || open !== null;
  return (
    <div className="mx-auto w-full max-w-2xl">
      <PageHeader
        up={
          <TextLink href={`/organizations/${id}`}>
            <OwnWords>{organization}</OwnWords>
          </TextLink>
        }
        title={t("title", { organization })}
        lead={isOpen ? t("lead") : undefined}
      />
      {isOpen ? (
        <ClientMessages namespaces={["organization"]}>
          <ClaimForm publicId={id} name={organization} sent={open} />
        </ClientMessages>
      ) : (
        <NoticeBox title={t("closed")}>
          <p>{t(`closedWhy.${found.status as "verified"}`)}</p>
          <p className="mt-2 flex flex-wrap gap-x-6 gap-y-1">
            <TextLink href={`/organizations/${id}`}>{t("toPage")}</TextLink>
            <TextLink href="/organizations">{t("toDirectory")}</TextLink>
          </p>
        </NoticeBox>
      )}
    </div>
  );
}
