import { useTranslations } from "next-intl";
import { OwnWords } from "#components/own-words.tsx";
import { Link } from "#lib/i18n/navigation.ts";

export function Brand() {
  const t = useTranslations("common.brand");
  return (
    <Link href="/" className="inline-flex items-baseline gap-2 whitespace-nowrap text-ink no-underline">
      <span className="text-lg font-semibold">{t("name")}</span>
      <span className="hidden text-sm text-muted sm:inline">
        <OwnWords>{t("latin")}</OwnWords>
      </span>
    </Link>
  );
}
