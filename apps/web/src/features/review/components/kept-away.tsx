import { NoticeBox, PageHeader } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";

/** In the place of what an officer of two bodies may not read: why, who decides instead, and the way back. [PL12] */
export function KeptAway({ queue }: { readonly queue: string }) {
  const t = useTranslations("review");
  return (
    <>
      <PageHeader up={<TextLink href={queue}>{t("detail.up")}</TextLink>} title={t("keptAway.title")} />
      <NoticeBox>{t("keptAway.body")}</NoticeBox>
    </>
  );
}
