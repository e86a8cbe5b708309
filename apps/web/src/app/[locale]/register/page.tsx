import { PageHeader } from "@lilink/ui";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TextLink } from "#components/button-link.tsx";
import { ClientMessages } from "#components/client-messages.tsx";
import { RegisterForm } from "#features/account/components/register-form.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth.register"))("title") };
}

export default async function RegisterPage() {
  const t = await getTranslations("auth.register");
  return (
    <div className="mx-auto flex w-full max-w-md flex-col gap-6">
      <PageHeader title={t("title")} lead={t("lead")} />
      <ClientMessages namespaces={["auth"]}>
        <RegisterForm />
      </ClientMessages>
      <p className="border-t border-line pt-6 text-sm">
        {t("haveAccount")} <TextLink href="/signin">{t("toSignIn")}</TextLink>
      </p>
    </div>
  );
}
