import { Button, NoticeBox, PageHeader } from "@lilink/ui";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { TextLink } from "#components/button-link.tsx";
import { ClientMessages } from "#components/client-messages.tsx";
import { signInWithProvider } from "#features/session/actions.ts";
import { SignInForm } from "#features/session/components/sign-in-form.tsx";
import { redirect } from "#lib/i18n/navigation.ts";
import { toNextPath } from "#lib/next-path.ts";
import { runtime } from "#lib/runtime.ts";
import { findViewer } from "#lib/session.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth.signIn"))("title") };
}

export default async function SignInPage({ searchParams }: PageProps<"/[locale]/signin">) {
  const [query, t, viewer] = await Promise.all([searchParams, getTranslations("auth.signIn"), findViewer()]);
  const next = toNextPath(query.next);
  if (viewer) redirect({ href: next, locale: await getLocale() });
  const { oidc, demo } = runtime().config;
  return (
    <div className="mx-auto flex w-full max-w-md flex-col gap-6">
      {/* Whoever was led here by a closed page reads why. */}
      <PageHeader title={t("title")} lead={t(query.next && next !== "/desk" ? "leadNext" : "lead")} />
      {query.error ? <NoticeBox tone="danger">{t("providerFailed")}</NoticeBox> : null}
      {query.notice === "gone" ? <NoticeBox tone="warning">{t("stepGone")}</NoticeBox> : null}
      {query.notice === "registered" ? <NoticeBox tone="success">{t("registered")}</NoticeBox> : null}
      {query.notice === "reset" ? <NoticeBox tone="success">{t("resetDone")}</NoticeBox> : null}
      <ClientMessages namespaces={["auth"]}>
        <SignInForm next={next} />
      </ClientMessages>
      {oidc ? (
        <form action={signInWithProvider} className="flex flex-col gap-3 border-t border-line pt-6">
          <input type="hidden" name="next" value={next} />
          <Button type="submit" className="self-start">
            {t("withProvider", { provider: oidc.name })}
          </Button>
        </form>
      ) : null}
      <ul className="flex flex-col gap-2 border-t border-line pt-6 text-sm">
        <li>
          {t("noAccount")} <TextLink href="/register">{t("toRegister")}</TextLink>
        </li>
        <li>
          <TextLink href="/reset">{t("forgot")}</TextLink>
        </li>
        {demo ? <li className="text-muted">{t("demo")}</li> : null}
      </ul>
    </div>
  );
}
