import type { NoticeKind } from "@lilink/model/notice";
import { Section } from "@lilink/ui";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TextLink } from "#components/button-link.tsx";
import { ClientMessages } from "#components/client-messages.tsx";
import { ChoiceForm } from "#features/notice/components/choice-form.tsx";
import { toChoiceGroups } from "#features/notice/view.ts";
import { requireViewer } from "#lib/session.ts";
import { caller } from "#lib/trpc/server.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("notice.choice"))("title") };
}

export default async function NoticeSettingsPage() {
  const viewer = await requireViewer("/settings/notices");
  const [{ email, choices }, t] = await Promise.all([
    (await caller()).notice.listChoices(),
    getTranslations("notice"),
  ]);
  const officer = viewer.organization?.kind === "coordination_group" && viewer.organization.duties.length > 0;
  const labelOf = (kind: NoticeKind) => t(`choice.${kind as "match.found"}`);
  const groups = toChoiceGroups(choices, officer).map(({ group, kinds }) => ({
    label: t(`group.${group}`),
    kinds: kinds.map((choice) => ({ ...choice, label: labelOf(choice.kind) })),
  }));
  return (
    <ClientMessages namespaces={["notice"]}>
      <Section
        id="mail"
        title={t("choice.title")}
        action={<TextLink href="/notices">{t("toList")}</TextLink>}
      >
        <p className="prose-measure mb-4 text-muted">{t("choice.lead", { email })}</p>
        <ChoiceForm groups={groups} />
      </Section>
    </ClientMessages>
  );
}
