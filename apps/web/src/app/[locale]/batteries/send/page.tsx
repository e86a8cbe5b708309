import { PageHeader } from "@lilink/ui";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TextLink } from "#components/button-link.tsx";
import { ClientMessages } from "#components/client-messages.tsx";
import { CapturePanel } from "#features/battery/components/capture-panel.tsx";
import { readCaptures } from "#features/battery/queries.ts";
import { NotYet } from "#features/introduction/components/not-yet.tsx";
import { requireMember } from "#lib/session.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("capture"))("title") };
}

/** Sends events or codes as a file, and shows what became of what was sent. */
export default async function SendBatteriesPage() {
  const viewer = await requireMember("/batteries/send");
  if (!viewer.organization.verified) return <NotYet cause="unverified" />;
  const [t, capture, captures] = await Promise.all([
    getTranslations("battery.list"),
    getTranslations("capture"),
    readCaptures(),
  ]);
  return (
    <>
      <PageHeader up={<TextLink href="/batteries">{t("title")}</TextLink>} title={capture("title")} />
      <ClientMessages namespaces={["file", "capture"]}>
        <CapturePanel captures={captures} />
      </ClientMessages>
    </>
  );
}
