import { PageHeader } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { ButtonLink } from "#components/button-link.tsx";

export default function NotFound() {
  const t = useTranslations("common");
  return (
    <>
      <PageHeader title={t("notFound.title")} lead={t("notFound.body")} />
      <ButtonLink href="/">{t("action.goHome")}</ButtonLink>
    </>
  );
}
