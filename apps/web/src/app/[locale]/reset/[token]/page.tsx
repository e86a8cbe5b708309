import { PageHeader } from "@lilink/ui";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TextLink } from "#components/button-link.tsx";
import { ClientMessages } from "#components/client-messages.tsx";
import { ResetForm } from "#features/account/components/reset-forms.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth.reset"))("newTitle") };
}

export default async function NewPasswordPage({ params }: PageProps<"/[locale]/reset/[token]">) {
  const [{ token }, t] = await Promise.all([params, getTranslations("auth.reset")]);
  return (
    <div className="mx-auto flex w-full max-w-md flex-col gap-6">
      <PageHeader title={t("newTitle")} />
      <ClientMessages namespaces={["auth"]}>
        <ResetForm token={token} />
      </ClientMessages>
      <p className="border-t border-line pt-6 text-sm">
        <TextLink href="/reset">{t("again")}</TextLink>
      </p>
    </div>
  );
}
