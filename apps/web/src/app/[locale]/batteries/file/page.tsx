import { PageHeader } from "@lilink/ui";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TextLink } from "#components/button-link.tsx";
import { ClientMessages } from "#components/client-messages.tsx";
import { FileForm } from "#features/battery/components/file-form.tsx";
import { NotYet } from "#features/introduction/components/not-yet.tsx";
import { requireMember } from "#lib/session.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("battery.list"))("file.title") };
}

/** Files the codes of batteries that the own body made. */
export default async function FileBatteriesPage() {
  const viewer = await requireMember("/batteries/file");
  if (!viewer.organization.verified) return <NotYet cause="unverified" />;
  const t = await getTranslations("battery.list");
  return (
    <>
      <PageHeader up={<TextLink href="/batteries">{t("title")}</TextLink>} title={t("file.title")} />
      <ClientMessages namespaces={["battery"]}>
        <FileForm />
      </ClientMessages>
    </>
  );
}
