import { PageHeader } from "@lilink/ui";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "#components/button-link.tsx";
import { findViewer } from "#lib/session.ts";
import { SignInBack } from "./_components/sign-in-back.tsx";

/** A visitor may lack no more than a session: a link from a letter opens after signing in. */
export default async function NotFound() {
  const [t, nav, viewer] = await Promise.all([
    getTranslations("common"),
    getTranslations("nav"),
    findViewer().catch(() => null),
  ]);
  return (
    <>
      <PageHeader title={t("notFound.title")} lead={t("notFound.body")} />
      <div className="flex flex-wrap gap-2">
        {viewer ? null : <SignInBack label={nav("signIn")} />}
        <ButtonLink href="/">{t("action.goHome")}</ButtonLink>
      </div>
    </>
  );
}
