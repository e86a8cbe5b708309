import { Button } from "@lilink/ui";
import { Columns3 } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { getPathname } from "#lib/i18n/navigation.ts";

const formId = "compare";

/** Sends whatever is ticked on this page to stand side by side, or the strongest where nothing is; it works without script. */
export function CompareForm({ own }: { readonly own: string }) {
  const t = useTranslations("match.compare");
  const locale = useLocale();
  const action = getPathname({ href: `/postings/${own}/matches/compare`, locale });
  return (
    <form id={formId} method="get" action={action} className="no-print">
      <Button type="submit" size="sm">
        <Columns3 aria-hidden className="size-4" />
        {t("submit")}
      </Button>
    </form>
  );
}

export type CompareTickProps = { readonly other: string; readonly title: string };

export function CompareTick({ other, title }: CompareTickProps) {
  const t = useTranslations("match.compare");
  return (
    <label className="no-print inline-flex items-center gap-2 text-sm text-muted">
      <input
        type="checkbox"
        form={formId}
        name="with"
        value={other}
        aria-label={t("tickOf", { title })}
        className="choice-box mt-0"
      />
      {t("tick")}
    </label>
  );
}
