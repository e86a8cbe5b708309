import { useTranslations } from "next-intl";
import { RoutedLink } from "#components/button-link.tsx";
import { OwnWords } from "#components/own-words.tsx";

export function Brand() {
  const t = useTranslations("common.brand");
  return (
    <RoutedLink href="/" className="inline-flex items-baseline gap-2 whitespace-nowrap text-ink no-underline">
      <span className="text-lg font-semibold">{t("name")}</span>
      <span className="hidden text-sm text-muted sm:inline">
        <OwnWords>{t("latin")}</OwnWords>
      </span>
    </RoutedLink>
  );
}
