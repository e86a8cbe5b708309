import { DescriptionList } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { OwnWords } from "#components/own-words.tsx";
import type { ContestView } from "../queries.ts";
import { factText } from "../view.ts";

/** What it reads, what it should read, where and why. */
export function ContestText({ contest }: { readonly contest: ContestView }) {
  const t = useTranslations("body.queue");
  const locale = useLocale();
  const { fact, said, wanted, place, reason } = contest;
  return (
    <DescriptionList
      className="w-full"
      items={[
        ...(said
          ? [{ key: "said", term: t("reads"), detail: <OwnWords>{factText(fact, said, locale)}</OwnWords> }]
          : []),
        ...(place
          ? [{ key: "place", term: t("on"), detail: <TextLink href={place}>{place}</TextLink> }]
          : []),
        { key: "wanted", term: t("shall"), detail: <OwnWords>{factText(fact, wanted, locale)}</OwnWords> },
        { key: "reason", term: t("reason"), detail: <OwnWords>{reason}</OwnWords> },
      ]}
    />
  );
}
