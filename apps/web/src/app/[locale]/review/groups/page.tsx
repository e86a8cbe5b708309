import { PageHeader, Section } from "@lilink/ui";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientMessages } from "#components/client-messages.tsx";
import { EmptyAbove } from "#components/empty-above.tsx";
import { GroupMembers, NewGroupForm } from "#features/claim/components/group-forms.tsx";
import { organizationName } from "#features/organization/view.ts";
import { ReviewTabs } from "#features/review/components/review-tabs.tsx";
import { requireOfficer } from "#features/review/queries.ts";
import { caller } from "#lib/trpc/server.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("organization.group"))("title") };
}

export default async function GroupsPage() {
  const [t, locale] = await Promise.all([
    getTranslations("organization.group"),
    getLocale(),
    requireOfficer("/review/groups"),
  ]);
  const groups = await (await caller()).organization.listGroups();
  return (
    <ClientMessages namespaces={["organization"]}>
      <PageHeader title={t("title")} lead={t("lead")} />
      <ReviewTabs current="groups" />
      {groups.length === 0 ? (
        <EmptyAbove title={t("empty")} form="new" step={t("create")} className="mb-8" />
      ) : null}
      {groups.map((group) => (
        <Section key={group.publicId} id={`group-${group.publicId}`} title={organizationName(group, locale)}>
          <GroupMembers
            group={group.publicId}
            members={group.members.map((one) => ({
              publicId: one.publicId,
              name: organizationName(one, locale),
            }))}
          />
        </Section>
      ))}
      <Section id="new" title={t("create")}>
        <NewGroupForm />
      </Section>
    </ClientMessages>
  );
}
