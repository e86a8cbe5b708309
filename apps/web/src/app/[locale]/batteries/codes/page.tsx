import { PageHeader } from "@lilink/ui";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "#components/client-messages.tsx";
import { CodeLab } from "#features/battery/components/code-lab.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("battery.lab"))("title") };
}

export default async function CodeLabPage() {
  const t = await getTranslations("battery.lab");
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <ClientMessages namespaces={["battery"]}>
        <CodeLab />
      </ClientMessages>
    </>
  );
}
