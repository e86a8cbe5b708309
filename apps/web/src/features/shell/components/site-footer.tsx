import { useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";

export type SiteFooterProps = { readonly icp?: string | undefined; readonly police?: string | undefined };

/** Filing numbers as the law of the host asks, licences and the API. */
export function SiteFooter({ icp, police }: SiteFooterProps) {
  const t = useTranslations("nav.footer");
  return (
    <footer className="no-print mt-16 flex flex-wrap gap-x-6 gap-y-1 border-t border-line py-6 text-sm text-muted">
      <span>{icp ? t("icp", { number: icp }) : t("icpNone")}</span>
      <span>{police ? t("police", { number: police }) : t("policeNone")}</span>
      <TextLink href="/terms">{t("terms")}</TextLink>
      <TextLink href="/privacy">{t("privacy")}</TextLink>
      <TextLink href="/licences">{t("licences")}</TextLink>
      <TextLink href="/interface">{t("api")}</TextLink>
      <span className="basis-full">{t("rights")}</span>
    </footer>
  );
}
