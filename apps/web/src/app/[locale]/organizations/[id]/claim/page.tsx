import { NoticeBox, PageHeader } from "@lilink/ui";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { TextLink } from "#components/button-link.tsx";
import { ClientMessages } from "#components/client-messages.tsx";
import { ClaimForm } from "#features/organization/components/claim-form.tsx";
import { organizationName } from "#features/organization/view.ts";
import { findOrNull } from "#lib/find-or-null.ts";
import { requireViewer } from "#lib/session.ts";
import { caller } from "#lib/trpc/server.ts";

export default async function ClaimPage({ params }: PageProps<"/[locale]/organizations/[id]/claim">) {
  const [{ id }, t, locale] = await Promise.all([params, getTranslations("organization.claim"), getLocale()]);
  await requireViewer(`/organizations/${id}/claim`);
  const found = await findOrNull((await caller()).organization.load({ publicId: id }));
  if (!found) notFound();
  const organization = organizationName(found, locale);
  const open = found.claim?.state === "open" ? { publicId: found.claim.publicId, needsProof: false } : null;
  return (
    <div className="mx-auto w-full max-w-2xl">
      <PageHeader
        up={<TextLink href={`/organizations/${id}`}>{organization}</TextLink>}
        title={t("title", { organization })}
        lead={t("lead")}
      />
      {found.status === "unclaimed" || open ? (
        <ClientMessages namespaces={["organization"]}>
          <ClaimForm publicId={id} sent={open} />
        </ClientMessages>
      ) : (
        <NoticeBox tone="warning">{t("closed")}</NoticeBox>
      )}
    </div>
  );
}
