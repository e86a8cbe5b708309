"use client";

import { Button, PageHeader } from "@lilink/ui";
import { useTranslations } from "next-intl";

type ErrorPageProps = { readonly error: Error & { digest?: string }; readonly reset: () => void };

/** The page broke; what was typed is kept, and the reference finds the cause in the log. */
export default function ErrorPage({ error, reset }: ErrorPageProps) {
  const t = useTranslations("failed");
  return (
    <>
      <PageHeader title={t("title")} lead={t("body", { reference: error.digest ?? "0" })} />
      <Button onClick={reset}>{t("retry")}</Button>
    </>
  );
}
