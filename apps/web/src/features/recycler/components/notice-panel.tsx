import { formatDate } from "@lilink/i18n";
import { noticeEndOf } from "@lilink/model/register";
import { NoticeBox } from "@lilink/ui";
import { getLocale, getTranslations } from "next-intl/server";
import { TextLink } from "#components/button-link.tsx";
import { OwnWords } from "#components/own-words.tsx";
import { organizationName } from "#features/organization/view.ts";
import { caller } from "#lib/trpc/server.ts";

type Given = {
  readonly register: string;
  readonly publicId: string;
  readonly since: Date;
};

/** Whose declaration is held out to the public until when, and how somebody objects to it. [TR71] */
export async function NoticePanel({ register, publicId, since }: Given) {
  const [t, locale, api] = await Promise.all([getTranslations("recycler.notice"), getLocale(), caller()]);
  const until = noticeEndOf(since);
  const holder =
    register === "conformityClaim" || register === "plant"
      ? await api.recycler.holder({ register, publicId })
      : null;
  return (
    <NoticeBox
      tone="info"
      className="mb-6"
      title={t("title", { day: formatDate(until, locale === "en" ? "en" : "zh-CN") })}
    >
      {holder
        ? t.rich("body", {
            firm: () => (
              <TextLink href={`/organizations/${holder.publicId}`}>
                <OwnWords whole>{organizationName(holder, locale)}</OwnWords>
              </TextLink>
            ),
          })
        : t("decided")}
    </NoticeBox>
  );
}
