import { NoticeBox, PageHeader, Section } from "@lilink/ui";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { ButtonLink } from "#components/button-link.tsx";
import { ClientMessages } from "#components/client-messages.tsx";
import { AcceptButton, JoinForm } from "#features/account/components/invitation-forms.tsx";
import { organizationName } from "#features/organization/view.ts";
import { findOrNull } from "#lib/find-or-null.ts";
import { findViewer } from "#lib/session.ts";
import { caller } from "#lib/trpc/server.ts";

type InvitationProps = PageProps<"/[locale]/invitation/[token]">;

const find = cache(async (token: string) => findOrNull((await caller()).invitation.load({ token })));

export async function generateMetadata({ params }: InvitationProps): Promise<Metadata> {
  const [{ token }, t, locale] = await Promise.all([params, getTranslations("auth.invitation"), getLocale()]);
  const found = await find(token);
  return {
    title: found ? t("title", { organization: organizationName(found, locale) }) : t("expiredTitle"),
  };
}

export default async function InvitationPage({ params }: InvitationProps) {
  const [{ token }, t, nav, locale, viewer] = await Promise.all([
    params,
    getTranslations("auth"),
    getTranslations("nav"),
    getLocale(),
    findViewer(),
  ]);
  const invitation = await find(token);
  if (!invitation) {
    return (
      <div className="mx-auto w-full max-w-md">
        <PageHeader title={t("invitation.expiredTitle")} lead={t("invitation.expired")} />
        <ButtonLink href={viewer ? "/desk" : "/"}>{nav(viewer ? "item.desk" : "item.home")}</ButtonLink>
      </div>
    );
  }
  const { email } = invitation;
  const organization = organizationName(invitation, locale);
  return (
    <div className="mx-auto flex w-full max-w-md flex-col gap-4">
      <PageHeader
        title={t("invitation.title", { organization })}
        lead={t("invitation.lead", { role: t(`role.${invitation.role}`), email })}
      />
      <ClientMessages namespaces={["auth"]}>
        {viewer?.email === email ? <AcceptButton token={token} organization={organization} /> : null}
        {viewer && viewer.email !== email ? (
          <NoticeBox tone="warning">
            {t("invitation.otherAccount", { current: viewer.email, email })}
          </NoticeBox>
        ) : null}
        {viewer ? null : (
          <>
            <JoinForm token={token} email={email} />
            <Section id="have-account" title={t("invitation.haveAccount")}>
              <ButtonLink href={{ pathname: "/signin", query: { next: `/invitation/${token}` } }}>
                {t("invitation.signIn")}
              </ButtonLink>
            </Section>
          </>
        )}
      </ClientMessages>
    </div>
  );
}
