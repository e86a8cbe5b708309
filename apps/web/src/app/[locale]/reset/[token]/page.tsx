import { NoticeBox, PageHeader } from "@lilink/ui";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ButtonLink, TextLink } from "#components/button-link.tsx";
import { ClientMessages } from "#components/client-messages.tsx";
import { ResetForm } from "#features/account/components/reset-forms.tsx";
import { findOrNull } from "#lib/find-or-null.ts";
import { caller } from "#lib/trpc/server.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth.reset"))("newTitle") };
}

export default async function NewPasswordPage({ params }: PageProps<"/[locale]/reset/[token]">) {
  const [{ token }, t, api] = await Promise.all([params, getTranslations("auth.reset"), caller()]);
  // Nobody thinks up a password for a link that is dead.
  const found = await findOrNull(api.person.loadReset({ token }));
  return (
    <div className="mx-auto flex w-full max-w-md flex-col gap-6">
      <PageHeader title={t("newTitle")} />
      {found ? (
        <>
          <ClientMessages namespaces={["auth"]}>
            <ResetForm token={token} />
          </ClientMessages>
          <p className="border-t border-line pt-6 text-sm">
            <TextLink href="/reset">{t("again")}</TextLink>
          </p>
        </>
      ) : (
        <>
          <NoticeBox tone="warning">{t("gone")}</NoticeBox>
          <ButtonLink href="/reset" className="self-start">
            {t("again")}
          </ButtonLink>
        </>
      )}
    </div>
  );
}
