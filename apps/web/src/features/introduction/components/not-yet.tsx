import { EmptyState, PageHeader } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { ButtonLink } from "#components/button-link.tsx";

/** Why the viewer cannot be introduced yet, or not by this person. */
export function NotYet({ cause }: { readonly cause: "unverified" | "reader" | "several" }) {
  const t = useTranslations("introduction");
  return (
    <>
      <PageHeader title={t("title")} />
      <EmptyState
        title={t(`ask.${cause}`)}
        body={t(`ask.${cause}Body`)}
        action={<ButtonLink href="/postings">{t("list.emptyAction")}</ButtonLink>}
      />
    </>
  );
}
