import { EmptyState } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { ButtonLink } from "#components/button-link.tsx";
import type { MatchList } from "../queries.ts";

export type NoMatchesProps = { readonly own: MatchList["own"]; readonly nearMisses: number };

/** Nothing matched, or nothing was published: what to do next. */
export function NoMatches({ own, nearMisses }: NoMatchesProps) {
  const t = useTranslations("match.page");
  if (!own.live) {
    return (
      <EmptyState
        title={t("notLive")}
        body={t("notLiveBody")}
        action={<ButtonLink href={`/postings/${own.publicId}`}>{t("notLiveStep")}</ButtonLink>}
      />
    );
  }
  if (nearMisses > 0) {
    return (
      <EmptyState
        title={t("emptyNear", { count: nearMisses })}
        body={t("emptyNearBody")}
        action={<ButtonLink href={`/postings/${own.publicId}/edit`}>{t("emptyStep")}</ButtonLink>}
      />
    );
  }
  return (
    <EmptyState
      title={t("empty")}
      body={t("emptyBody")}
      action={
        <span className="flex flex-wrap gap-2">
          <ButtonLink href={`/postings/${own.publicId}/edit`}>{t("emptyStep")}</ButtonLink>
          {own.concept ? <ButtonLink href={`/chain/${own.concept}`}>{t("emptyChain")}</ButtonLink> : null}
        </span>
      }
    />
  );
}
