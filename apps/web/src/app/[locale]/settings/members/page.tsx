import { NoticeBox, Section } from "@lilink/ui";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { InviteForm } from "#features/settings/components/invite-form.tsx";
import { InvitationTable, MemberTable } from "#features/settings/components/member-tables.tsx";
import { requireMember } from "#lib/session.ts";
import { caller } from "#lib/trpc/server.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.section"))("members") };
}

export default async function MembersPage() {
  const [viewer, t] = await Promise.all([
    requireMember("/settings/members"),
    getTranslations("settings.members"),
  ]);
  const { members, invitations } = await (await caller()).member.list();
  const manage = viewer.organization.role === "admin";
  return (
    <>
      <Section id="members" title={t("caption")}>
        <p className="prose-measure mb-3 text-muted">{t("lead")}</p>
        <MemberTable members={members} manage={manage} />
      </Section>
      {manage ? (
        <Section id="invite" title={t("invite")}>
          <p className="prose-measure mb-3 text-muted">{t("inviteLead")}</p>
          {viewer.organization.verified ? <InviteForm /> : <NoticeBox>{t("unverified")}</NoticeBox>}
        </Section>
      ) : null}
      {invitations.length > 0 ? (
        <Section id="invitations" title={t("invitations")}>
          <InvitationTable invitations={invitations} />
        </Section>
      ) : null}
    </>
  );
}
