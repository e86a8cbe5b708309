import { concepts } from "@lilink/model/chain";
import { organizationSizes } from "@lilink/model/organization";
import { DescriptionList, EmptyState, NoticeBox } from "@lilink/ui";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ButtonLink, TextLink } from "#components/button-link.tsx";
import { ClientMessages } from "#components/client-messages.tsx";
import { InsideSection } from "#features/organization/components/inside-section.tsx";
import { LogoUpload } from "#features/organization/components/logo-upload.tsx";
import { StatusBadge } from "#features/organization/components/organization-badges.tsx";
import { conceptOptions, provinceOptions } from "#features/organization/view.ts";
import { OrganizationForm } from "#features/settings/components/organization-form.tsx";
import { requireViewer } from "#lib/session.ts";
import { caller } from "#lib/trpc/server.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.section"))("organization") };
}

export default async function OrganizationSettingsPage() {
  const [viewer, t, words, locale] = await Promise.all([
    requireViewer("/settings/organization"),
    getTranslations("settings.organization"),
    getTranslations("organization"),
    getLocale(),
  ]);
  if (!viewer.organization) {
    return (
      <EmptyState
        title={t("none")}
        body={t("noneBody")}
        action={<ButtonLink href="/organizations">{t("noneStep")}</ButtonLink>}
      />
    );
  }
  const own = await (await caller()).organization.loadOwn();
  const { profile } = own;
  const sizes = organizationSizes.map((size) => ({ value: size, label: words(`size.${size}`) }));
  const admin = viewer.organization.role === "admin";
  return (
    <div className="flex flex-col gap-6">
      <p className="prose-measure text-muted">{t("lead")}</p>
      <DescriptionList
        className="max-w-2xl"
        items={[
          {
            key: "name",
            term: t("nameZh"),
            detail: (
              <span className="inline-flex flex-wrap items-center gap-2">
                {own.nameZh} <StatusBadge status={own.status} />
              </span>
            ),
          },
          {
            key: "code",
            term: t(own.status === "verified" ? "codeVerified" : "code"),
            detail: profile?.code ? <span className="font-mono">{profile.code}</span> : t("noCode"),
          },
          {
            key: "page",
            term: t("publicPage"),
            detail: <TextLink href={`/organizations/${own.publicId}`}>{t("publicPageOpen")}</TextLink>,
          },
        ]}
      />
      {admin ? (
        <ClientMessages namespaces={["settings"]}>
          <LogoUpload organization={own.publicId} file={own.logo} />
        </ClientMessages>
      ) : null}
      {admin ? (
        <OrganizationForm
          values={{
            nameEn: own.nameEn ?? "",
            province: own.province,
            size: profile?.size ?? null,
            links: own.links as [],
            offers: [...(profile?.offers ?? [])],
            needs: [...(profile?.needs ?? [])],
            description: own.description ?? "",
            website: own.website ?? "",
            contactName: profile?.contactName ?? "",
            contactEmail: profile?.contactEmail ?? "",
            contactPhone: profile?.contactPhone ?? "",
          }}
          provinces={provinceOptions(locale).filter(
            ({ value }) => own.kind !== "regulator" || value === own.province,
          )}
          sizes={own.kind === "enterprise" ? sizes : []}
          concepts={conceptOptions(concepts, locale)}
        />
      ) : (
        <>
          <NoticeBox>{t("readOnly")}</NoticeBox>
          {profile ? <InsideSection profile={profile} /> : null}
        </>
      )}
    </div>
  );
}
