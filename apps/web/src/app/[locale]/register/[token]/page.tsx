import { NoticeBox, PageHeader } from "@lilink/ui";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ButtonLink, TextLink } from "#components/button-link.tsx";
import { ClientMessages } from "#components/client-messages.tsx";
import { ConfirmForm } from "#features/account/components/confirm-form.tsx";
import { findOrNull } from "#lib/find-or-null.ts";
import { caller } from "#lib/trpc/server.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth.register"))("confirmTitle") };
}

export default async function ConfirmPage({ params }: PageProps<"/[locale]/register/[token]">) {
  const [{ token }, t, api] = await Promise.all([params, getTranslations("auth.register"), caller()]);
  const found = await findOrNull(api.person.loadRegistration({ token }));
  return (
    <div className="mx-auto flex w-full max-w-md flex-col items-start gap-6">
      <PageHeader title={t("confirmTitle")} lead={found ? t("confirmLead", { email: found.email }) : null} />
      {found ? (
        <ClientMessages namespaces={["auth"]}>
          <ConfirmForm token={token} email={found.email} />
        </ClientMessages>
      ) : (
        <>
          <NoticeBox tone="warning">{t("gone")}</NoticeBox>
          <p className="flex flex-wrap items-baseline gap-x-4 gap-y-2">
            <ButtonLink href="/register">{t("again")}</ButtonLink>
            <TextLink href="/signin">{t("toSignIn")}</TextLink>
          </p>
        </>
      )}
    </div>
  );
}
