import { PageSkeleton } from "@lilink/ui";
import { useTranslations } from "next-intl";

/** The fallback of a list's <Suspense>: the page's head is there at once, its rows follow. */
export function PageLoading({ rows }: { readonly rows?: number }) {
  const t = useTranslations("common.state");
  return <PageSkeleton label={t("loading")} {...(rows === undefined ? {} : { rows })} />;
}
