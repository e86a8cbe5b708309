import { useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";

export type SiteFooterProps = { readonly icp?: string | undefined; readonly police?: string | undefined };

/** Filing numbers where the operator gave them, as the law of the host asks; licences and the API. */
export function SiteFooter({ icp, police }: SiteFooterProps) {
  const t = useTranslations("nav.footer");
  return (
    <footer className="no-print mt-16 flex flex-wrap gap-x-6 gap-y-1 border-t border-line py-6 text-sm text-muted">
      {icp ? <span>{t("icp", { number: icp })}</span> : null}
      {police ? <span>{t("police", { number: police })}</span> : null}
      <TextLink href="/help">{t("help")}</TextLink>
      <TextLink href="/terms">{t("terms")}</TextLink>
      <TextLink href="/privacy">{t("privacy")}</TextLink>
      <TextLink href="/licences">{t("licences")}</TextLink>
      <TextLink href="/interface">{t("api")}</TextLink>
      <span className="basis-full">{t("rights")}</span>
    </footer>
  );
}
