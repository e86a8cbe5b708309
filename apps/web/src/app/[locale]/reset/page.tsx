import { PageHeader } from "@lilink/ui";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "#components/client-messages.tsx";
import { RequestResetForm } from "#features/account/components/reset-forms.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth.reset"))("title") };
}

export default async function ResetPage() {
  const t = await getTranslations("auth.reset");
  return (
    <div className="mx-auto flex w-full max-w-md flex-col gap-6">
      <PageHeader title={t("title")} lead={t("lead")} />
      <ClientMessages namespaces={["auth"]}>
        <RequestResetForm />
      </ClientMessages>
    </div>
  );
}
