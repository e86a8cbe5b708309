import { formatDate } from "@lilink/i18n";
import { addWorkingDays } from "@lilink/model/calendar";
import { conformityDuties } from "@lilink/model/register";
import { NoticeBox } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";

/** Until when a declaration is held out to the public, and how somebody objects to it. [TR71] */
export function NoticePanel({ since }: { readonly since: Date }) {
  const t = useTranslations("recycler.notice");
  const locale = useLocale();
  const until = addWorkingDays(since, conformityDuties.notice.workingDays);
  return (
    <NoticeBox tone="info" className="mb-6" title={t("title", { day: formatDate(until, locale) })}>
      {t.rich("body", { link: (words) => <TextLink href="/organizations">{words}</TextLink> })}
    </NoticeBox>
  );
}
