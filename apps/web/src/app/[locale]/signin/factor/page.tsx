import { PageHeader } from "@lilink/ui";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { TextLink } from "#components/button-link.tsx";
import { ClientMessages } from "#components/client-messages.tsx";
import { FactorForm } from "#features/session/components/factor-form.tsx";
import { redirect } from "#lib/i18n/navigation.ts";
import { toNextPath } from "#lib/next-path.ts";
import { auth } from "#lib/runtime.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth.factor"))("title") };
}

export default async function FactorPage({ searchParams }: PageProps<"/[locale]/signin/factor">) {
  const [query, t, step] = await Promise.all([
    searchParams,
    getTranslations("auth.factor"),
    auth.factorStep(),
  ]);
  const next = toNextPath(query.next);
  if (!step) return redirect({ href: { pathname: "/signin", query: { next } }, locale: await getLocale() });
  return (
    <div className="mx-auto flex w-full max-w-md flex-col gap-6">
      <PageHeader title={t("title")} lead={t("lead")} />
      <ClientMessages namespaces={["auth"]}>
        <FactorForm next={next} totp={step.totp} passkey={step.passkey} />
      </ClientMessages>
      <p className="border-t border-line pt-6 text-sm">
        <TextLink href="/signin">{t("again")}</TextLink>
      </p>
    </div>
  );
}
