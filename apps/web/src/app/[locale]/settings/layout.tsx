import { PageHeader } from "@lilink/ui";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "#components/client-messages.tsx";
import { ConfirmIdentity } from "#features/security/components/confirm-identity.tsx";
import { SettingsTabs } from "#features/settings/components/settings-tabs.tsx";
import { requireViewer } from "#lib/session.ts";

export default async function SettingsLayout({ children }: LayoutProps<"/[locale]/settings">) {
  const [viewer, t] = await Promise.all([requireViewer("/settings"), getTranslations("settings")]);
  return (
    <ClientMessages namespaces={["settings", "auth"]}>
      <PageHeader title={t("title")} lead={viewer.organization?.name ?? t("lead")} />
      <SettingsTabs
        inOrganization={viewer.organization !== null}
        administers={viewer.organization?.role === "admin"}
      />
      <ConfirmIdentity />
      {children}
    </ClientMessages>
  );
}
